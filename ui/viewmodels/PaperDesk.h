// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Afterwards.h"
#include "ui/UiShell.h"
#include "ui/viewmodels/BackOffice.h"
#include "ui/viewmodels/IdentityForm.h"
#include "ui/viewmodels/RowsModel.h"
#include "ui/viewmodels/SignIcon.h"

namespace menshen {

/// The day without power: paper forms are typed in, counted apart. What a form finds is never told by itself and never passed over:
/// somebody says that it was reported then, or reports it now.
class PaperDesk : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("the office's model makes it")
    Q_PROPERTY(QString day READ day NOTIFY changed FINAL)
    Q_PROPERTY(QString time READ time WRITE setTime NOTIFY changed FINAL)
    Q_PROPERTY(QStringList people READ people NOTIFY changed FINAL) ///< who may have filled it in
    Q_PROPERTY(int by READ by WRITE setBy NOTIFY changed FINAL)     ///< of these; −1: not said yet
    Q_PROPERTY(menshen::IdentityForm *form READ form CONSTANT FINAL)
    Q_PROPERTY(bool asksMask READ asksMask CONSTANT FINAL)
    Q_PROPERTY(int mask READ mask WRITE setMask NOTIFY changed FINAL) ///< a MaskState; −1: the form does not say
    Q_PROPERTY(bool asksTemperature READ asksTemperature CONSTANT FINAL)
    Q_PROPERTY(QString temperature READ temperature WRITE setTemperature NOTIFY changed FINAL)
    Q_PROPERTY(int instrument READ instrument WRITE setInstrument NOTIFY changed FINAL) ///< an Instrument
    Q_PROPERTY(menshen::RowsModel *questions READ questions CONSTANT FINAL)
    Q_PROPERTY(int outcome READ outcome WRITE setOutcome NOTIFY changed FINAL) ///< an Outcome; −1: not said yet
    Q_PROPERTY(QString note READ note WRITE setNote NOTIFY changed FINAL)

    Q_PROPERTY(QString judged READ judged NOTIFY changed FINAL) ///< what the form amounts to; empty: not yet
    Q_PROPERTY(menshen::SignIcon::Kind judgedSign READ judgedSign NOTIFY changed FINAL)
    Q_PROPERTY(bool alerts READ alerts NOTIFY changed FINAL)          ///< it has to be said whether it was reported
    Q_PROPERTY(int told READ told WRITE setTold NOTIFY changed FINAL) ///< a Told
    Q_PROPERTY(QString toldWhom READ toldWhom WRITE setToldWhom NOTIFY changed FINAL)
    Q_PROPERTY(QString missing READ missing NOTIFY changed FINAL) ///< why it cannot be recorded yet; empty: it can
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed FINAL)
    Q_PROPERTY(bool untouched READ isUntouched NOTIFY changed FINAL)
    Q_PROPERTY(QString notice READ notice NOTIFY changed FINAL)
    Q_PROPERTY(QString problem READ problem NOTIFY changed FINAL)

    Q_PROPERTY(menshen::RowsModel *recent READ recent CONSTANT FINAL) ///< entered today and in the days before, newest first
    Q_PROPERTY(QString recentText READ recentText NOTIFY changed FINAL)
    Q_PROPERTY(bool mayPrint READ mayPrint CONSTANT FINAL)
    Q_PROPERTY(QString printed READ printed NOTIFY changed FINAL)
    Q_PROPERTY(bool printFailed READ hasPrintFailed NOTIFY changed FINAL)
public:
    enum Told { Unsaid, Then, Now };
    Q_ENUM(Told)

    PaperDesk(const UiParts &parts, BackOffice &backOffice, QObject *parent = nullptr);

    void setNow(WallTime now);
    void setLanguage(Language language);
    void forget(); ///< the office is locked; what is on its way to the disk stays there

    Q_INVOKABLE void moveDay(int days);
    Q_INVOKABLE void answer(int question, int answer); ///< an Answer
    Q_INVOKABLE void allNo();
    Q_INVOKABLE void clear(); ///< the next form; day, person and instrument stay
    Q_INVOKABLE void submit();
    Q_INVOKABLE void reload();
    Q_INVOKABLE void choose(int row); ///< of the recent ones, to be looked at and put right
    Q_INVOKABLE void print(int count);

    [[nodiscard]] QString day() const;
    [[nodiscard]] QString time() const { return m_time; }
    void setTime(const QString &time) { set(m_time, time); }
    [[nodiscard]] QStringList people() const;
    [[nodiscard]] int by() const { return m_by; }
    void setBy(int by) { set(m_by, by); }
    [[nodiscard]] IdentityForm *form() { return &m_form; }
    [[nodiscard]] bool asksMask() const { return m_plan.maskCheck != CheckLevel::Off; }
    [[nodiscard]] int mask() const { return m_mask; }
    void setMask(int mask) { set(m_mask, mask); }
    [[nodiscard]] bool asksTemperature() const { return m_plan.temperatureCheck != CheckLevel::Off; }
    [[nodiscard]] QString temperature() const { return m_temperature; }
    void setTemperature(const QString &temperature) { set(m_temperature, temperature); }
    [[nodiscard]] int instrument() const { return static_cast<int>(m_instrument); }
    void setInstrument(int instrument) { set(m_instrument, static_cast<Instrument>(instrument)); }
    [[nodiscard]] RowsModel *questions() { return &m_questions; }
    [[nodiscard]] int outcome() const { return m_outcome; }
    void setOutcome(int outcome) { set(m_outcome, outcome); }
    [[nodiscard]] QString note() const { return m_note; }
    void setNote(const QString &note) { set(m_note, note); }
    [[nodiscard]] QString judged() const;
    [[nodiscard]] SignIcon::Kind judgedSign() const;
    [[nodiscard]] bool alerts() const;
    [[nodiscard]] int told() const { return m_told; }
    void setTold(int told) { set(m_told, static_cast<Told>(told)); }
    [[nodiscard]] QString toldWhom() const { return m_toldWhom; }
    void setToldWhom(const QString &whom) { set(m_toldWhom, whom); }
    [[nodiscard]] QString missing() const;
    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] bool isUntouched() const;
    [[nodiscard]] QString notice() const;
    [[nodiscard]] QString problem() const;
    [[nodiscard]] RowsModel *recent() { return &m_recentModel; }
    [[nodiscard]] QString recentText() const;
    [[nodiscard]] bool mayPrint() const { return static_cast<bool>(m_writeForms); }
    [[nodiscard]] QString printed() const;
    [[nodiscard]] bool hasPrintFailed() const { return m_printError.has_value(); }

signals:
    void changed();
    void recorded();
    void chosen(const menshen::VisitRow &visit);

private:
    template <typename Value>
    void set(Value &value, const Value &wanted)
    {
        if (value != wanted) {
            value = wanted;
            m_recorded = {};
            emit changed();
        }
    }

    [[nodiscard]] std::optional<std::chrono::minutes> minutes() const; ///< typed, since midnight
    [[nodiscard]] std::optional<Celsius> degrees() const;
    [[nodiscard]] PaperForm paper() const;
    [[nodiscard]] VisitEntry visit() const;
    void report(VisitEntry visit);
    void record(VisitEntry visit);
    void showQuestions();
    void showRecent();

    std::function<void(StationCommand)> m_post;
    std::function<Result<std::unique_ptr<LedgerReader>>()> m_openReader;
    std::function<Result<void>(const std::string &, const EmptyForms &)> m_writeForms;
    BackOffice &m_backOffice;
    Plan m_plan;
    std::vector<StaffMember> m_staff;
    std::string m_unit;
    QString m_folder;
    UtcOffset m_offset;
    Language m_language;
    WallTime m_now;

    IdentityForm m_form;
    std::optional<HallDay> m_day; ///< nothing: today
    QString m_time, m_temperature, m_note, m_toldWhom;
    int m_by = -1, m_mask = -1, m_outcome = -1;
    Instrument m_instrument = Instrument::Contact;
    std::vector<Answer> m_answers;
    Told m_told = Unsaid;
    EntrySeq m_alert; ///< reported of this form already, which is not recorded yet
    bool m_busy = false;
    EntrySeq m_recorded; ///< the newest one
    std::optional<Error> m_error;
    int m_request = 0; ///< answers to earlier ones do not touch the form

    std::vector<VisitRow> m_recent;
    std::optional<Error> m_recentError;
    QString m_printedFile;
    std::optional<Error> m_printError;
    RowsModel m_questions, m_recentModel;
};

} // namespace menshen

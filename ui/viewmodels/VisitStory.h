// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/viewmodels/CorrectionDesk.h"
#include "ui/viewmodels/DisclosureDesk.h"
#include "ui/viewmodels/RowsModel.h"
#include "ui/viewmodels/SignIcon.h"

#include <QTimer>

namespace menshen {

/// One visit looked at closely: what was recorded, and all that was done to it since. Masked until its whole numbers
/// have been asked for with PIN and reason, and masked again soon after.
class VisitStory : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("the office's model makes it")
    Q_PROPERTY(double seq READ seq NOTIFY changed FINAL) ///< 0: no visit is looked at
    Q_PROPERTY(menshen::RowsModel *details READ details CONSTANT FINAL)
    Q_PROPERTY(menshen::RowsModel *steps READ steps CONSTANT FINAL)
    Q_PROPERTY(bool loading READ isLoading NOTIFY changed FINAL)
    Q_PROPERTY(QString problem READ problem NOTIFY changed FINAL)
    Q_PROPERTY(bool readable READ isReadable NOTIFY changed FINAL)          ///< there is something to correct and to show
    Q_PROPERTY(QString personalText READ personalText NOTIFY changed FINAL) ///< why nothing of the person is shown; empty: it is
    Q_PROPERTY(menshen::SignIcon::Kind personalSign READ personalSign NOTIFY changed FINAL)
    Q_PROPERTY(bool whole READ isWhole NOTIFY changed FINAL)
    Q_PROPERTY(QString wholeText READ wholeText NOTIFY changed FINAL)
    Q_PROPERTY(QString notice READ notice NOTIFY changed FINAL) ///< what was just recorded
public:
    VisitStory(const UiParts &parts, BackOffice &backOffice, DisclosureDesk &disclosure, CorrectionDesk &correction,
               QObject *parent = nullptr);

    void open(const VisitRow &visit);
    void setLanguage(Language language);
    void corrected(EntrySeq visit, EntrySeq entry);

    Q_INVOKABLE void close();
    Q_INVOKABLE void reload();
    Q_INVOKABLE void askWhole();
    Q_INVOKABLE void hideWhole();
    Q_INVOKABLE void correct();
    /// Proposes what the visit read before the correction `entry`, as a further correction.
    Q_INVOKABLE void putBack(qint64 entry);

    [[nodiscard]] double seq() const { return m_visit ? static_cast<double>(m_visit->seq.value) : 0; }
    [[nodiscard]] EntrySeq visit() const { return m_visit ? m_visit->seq : EntrySeq{}; }
    [[nodiscard]] RowsModel *details() { return &m_details; }
    [[nodiscard]] RowsModel *steps() { return &m_stepsModel; }
    [[nodiscard]] bool isLoading() const { return m_loading; }
    [[nodiscard]] QString problem() const;
    [[nodiscard]] bool isReadable() const { return m_visit && m_visit->personal == PersonalState::Whole; }
    [[nodiscard]] QString personalText() const;
    [[nodiscard]] SignIcon::Kind personalSign() const;
    [[nodiscard]] bool isWhole() const { return m_wholeLeft > 0; }
    [[nodiscard]] QString wholeText() const;
    [[nodiscard]] QString notice() const;

signals:
    void changed();

private:
    void answered(Result<std::vector<StoryStep>> steps);
    void showDetails();
    void showSteps();
    [[nodiscard]] QVariantList rowOf(const StoryStep &step, const IdentityDraft &before) const;
    void showWhole();
    void tick();

    std::function<Result<std::unique_ptr<LedgerReader>>()> m_openReader;
    BackOffice &m_backOffice;
    DisclosureDesk &m_disclosure;
    CorrectionDesk &m_correction;
    Plan m_plan;
    UtcOffset m_offset;
    Language m_language;
    std::chrono::milliseconds m_showWhole;
    std::optional<VisitRow> m_visit;
    std::vector<StoryStep> m_steps;
    bool m_loading = false;
    std::optional<Error> m_error;
    int m_query = 0;     ///< the newest one asked; answers to others are dropped
    int m_wholeLeft = 0; ///< seconds
    QTimer m_second;
    EntrySeq m_recorded; ///< the correction just made; 0: none
    RowsModel m_details, m_stepsModel;
};

} // namespace menshen

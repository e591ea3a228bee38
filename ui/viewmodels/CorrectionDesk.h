// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/UiShell.h"
#include "ui/viewmodels/BackOffice.h"
#include "ui/viewmodels/IdentityForm.h"

namespace menshen {

/// An officer sets right what was recorded of a visitor. The visit stays as it is; a correction is added to it.
class CorrectionDesk : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("the office's model makes it")
    Q_PROPERTY(bool open READ isOpen NOTIFY changed FINAL)
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed FINAL)
    Q_PROPERTY(double visit READ visit NOTIFY changed FINAL)
    Q_PROPERTY(menshen::IdentityForm *form READ form CONSTANT FINAL)
    Q_PROPERTY(QString reason READ reason WRITE setReason NOTIFY changed FINAL)
    Q_PROPERTY(QString missing READ missing NOTIFY changed FINAL) ///< why it cannot be recorded yet; empty: it can
    Q_PROPERTY(QString problem READ problem NOTIFY changed FINAL)
public:
    CorrectionDesk(const UiParts &parts, BackOffice &backOffice, QObject *parent = nullptr);

    void setToday(HallDay today);
    void retranslate();
    /// `now` is how the visit reads, `proposed` how it should.
    void begin(EntrySeq visit, const IdentityDraft &now, const IdentityDraft &proposed, const QString &reason);

    Q_INVOKABLE void submit();
    Q_INVOKABLE void close(); ///< what is already on its way to the disk stays there

    [[nodiscard]] bool isOpen() const { return m_open; }
    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] double visit() const { return static_cast<double>(m_visit.value); }
    [[nodiscard]] IdentityForm *form() { return &m_form; }
    [[nodiscard]] QString reason() const { return m_reason; }
    void setReason(const QString &reason);
    [[nodiscard]] QString missing() const;
    [[nodiscard]] QString problem() const;

signals:
    void changed();
    void recorded(qint64 visit, qint64 entry);

private:
    void answered(EntrySeq visit, const Result<Receipt> &result);
    /// As the door records it: numbers without spaces, upper case.
    [[nodiscard]] IdentityDraft normalised() const;

    std::function<void(StationCommand)> m_post;
    BackOffice &m_backOffice;
    Plan m_plan;
    HallDay m_today{};
    IdentityForm m_form;
    QString m_reason;
    EntrySeq m_visit;
    IdentityDraft m_now;
    bool m_open = false, m_busy = false;
    std::optional<Error> m_error;
    int m_request = 0; ///< answers to earlier ones do not touch the sheet
};

} // namespace menshen

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/UiShell.h"
#include "ui/viewmodels/PinDesk.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace menshen {

/// Asks for the office's PIN and a written reason before personal data is shown or written whole, and has that recorded
/// first: without a receipt nothing is granted.
class DisclosureDesk : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("the office's model makes it")
    Q_PROPERTY(bool asking READ isAsking NOTIFY changed FINAL)
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed FINAL)
    Q_PROPERTY(QString busyText READ busyText NOTIFY changed FINAL)
    Q_PROPERTY(QString problem READ problem NOTIFY changed FINAL)
    Q_PROPERTY(QString task READ task NOTIFY changed FINAL) ///< what is going to be shown or written
    Q_PROPERTY(QString okWord READ okWord NOTIFY changed FINAL)
public:
    DisclosureDesk(const UiParts &parts, PinDesk &pins, BackOffice &backOffice, QObject *parent = nullptr);

    /// `entry` without its reason; `granted` runs once the disclosure is durable.
    void ask(DisclosureEntry entry, std::function<void()> granted);
    void retranslate() { emit changed(); }

    [[nodiscard]] Q_INVOKABLE bool isReason(const QString &reason) const { return reason.trimmed().size() >= kShortestReason; }
    Q_INVOKABLE void submit(const QString &pin, const QString &reason);
    Q_INVOKABLE void cancel(); ///< nothing is granted any more, whatever is still under way

    [[nodiscard]] bool isAsking() const { return m_state != State::Idle; }
    [[nodiscard]] bool isBusy() const { return m_state == State::CheckingPin || m_state == State::Recording; }
    [[nodiscard]] QString busyText() const;
    [[nodiscard]] QString problem() const;
    [[nodiscard]] QString task() const;
    [[nodiscard]] QString okWord() const;

signals:
    void changed();

private:
    enum class State { Idle, Asking, CheckingPin, Recording };
    enum class Trouble { None, Pin, Ledger };
    void pinAnswered(const Result<void> &result);
    void recorded(const Result<Receipt> &result);
    void fail(Trouble trouble, const Error &error);

    static constexpr int kShortestReason = 4;
    std::function<void(StationCommand)> m_post;
    PinDesk &m_pins;
    BackOffice &m_backOffice;
    State m_state = State::Idle;
    Trouble m_trouble = Trouble::None;
    Error m_error;
    DisclosureEntry m_entry;
    std::function<void()> m_granted;
    int m_request = 0; ///< answers to earlier ones are dropped
};

} // namespace menshen

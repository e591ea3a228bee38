// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewmodels/DisclosureDesk.h"

#include "ui/viewmodels/UiWords.h"

#include <QPointer>

#include <utility>

namespace menshen {

DisclosureDesk::DisclosureDesk(const UiParts &parts, PinDesk &pins, BackOffice &backOffice, QObject *parent)
    : QObject(parent), m_post(parts.post), m_pins(pins), m_backOffice(backOffice)
{
}

void DisclosureDesk::ask(DisclosureEntry entry, std::function<void()> granted)
{
    ++m_request;
    m_entry = std::move(entry);
    m_granted = std::move(granted);
    m_state = State::Asking;
    m_trouble = Trouble::None;
    emit changed();
}

void DisclosureDesk::cancel()
{
    ++m_request;
    m_granted = {};
    m_entry = {};
    m_state = State::Idle;
    m_trouble = Trouble::None;
    emit changed();
}

void DisclosureDesk::submit(const QString &pin, const QString &reason)
{
    if (m_state != State::Asking || pin.isEmpty() || !isReason(reason)) {
        return;
    }
    m_entry.reason = reason.trimmed().toStdString();
    m_state = State::CheckingPin;
    m_trouble = Trouble::None;
    emit changed();
    m_pins.verify(pin.toStdString(), [self = QPointer(this), request = m_request](const Result<void> &result) {
        if (self && request == self->m_request) {
            self->pinAnswered(result);
        }
    });
}

void DisclosureDesk::pinAnswered(const Result<void> &result)
{
    if (!result) {
        if (result.error().code == ErrorCode::Denied) {
            m_post(RecordStation{.action = StationAction::OfficeDenied, .detail = {}, .actor = "office"});
        }
        fail(Trouble::Pin, result.error());
        return;
    }
    m_state = State::Recording;
    emit changed();
    m_post(AppendEntry{.entry = m_entry,
                       .actor = "office",
                       .done = m_backOffice.answer<Result<Receipt>>([self = QPointer(this), request = m_request](const auto &receipt) {
                           if (self && request == self->m_request) {
                               self->recorded(receipt);
                           }
                       })});
}

void DisclosureDesk::recorded(const Result<Receipt> &result)
{
    if (!result) {
        fail(Trouble::Ledger, result.error());
        return;
    }
    const auto granted = std::exchange(m_granted, {});
    m_state = State::Idle;
    emit changed();
    if (granted) {
        granted();
    }
}

void DisclosureDesk::fail(Trouble trouble, const Error &error)
{
    m_state = State::Asking;
    m_trouble = trouble;
    m_error = error;
    emit changed();
}

QString DisclosureDesk::busyText() const
{
    return m_state == State::CheckingPin ? tr("Checking the PIN…")
           : m_state == State::Recording ? tr("Recording who looks and why…")
                                         : QString();
}

QString DisclosureDesk::problem() const
{
    switch (m_trouble) {
    case Trouble::None:
        return {};
    case Trouble::Pin:
        return uiwords::ofPin(m_error);
    case Trouble::Ledger:
        return tr("Not recorded, so nothing is shown or written: %1").arg(uiwords::of(m_error));
    }
    return {};
}

QString DisclosureDesk::task() const
{
    return m_entry.kind == DisclosureKind::Unmasked ? tr("Show entry %1 whole").arg(m_entry.visit.value) : tr("Export whole numbers");
}

QString DisclosureDesk::okWord() const
{
    return m_entry.kind == DisclosureKind::Unmasked ? tr("Record and show") : tr("Record and export");
}

} // namespace menshen

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewmodels/DiagnosticsDesk.h"

#include "ui/viewmodels/EntryWords.h"

#include <QLocale>
#include <QPointer>

#include <numeric>

namespace menshen {

namespace {

QString sizeOf(std::int64_t bytes) { return QLocale::c().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat); }

/// What decides about the words; the screens are told of nothing else.
auto parts(const CaptureView &view)
{
    return std::tie(view.available, view.phase, view.until, view.pictures, view.bytes, view.last, view.problem, view.kept, view.trouble);
}

} // namespace

DiagnosticsDesk::DiagnosticsDesk(const UiParts &parts, PinDesk &pins, QObject *parent)
    : QObject(parent), m_post(parts.post), m_pins(pins), m_offset(parts.config.offset), m_keep(parts.config.diagnostics.keepDays),
      m_kept({"title", "detail"})
{
}

void DiagnosticsDesk::show(const SnapshotPtr &snapshot)
{
    if (parts(m_view) != parts(snapshot->capture)) {
        m_view = snapshot->capture;
        showKept();
        emit changed();
    }
}

void DiagnosticsDesk::retranslate()
{
    showKept();
    emit changed();
}

// ---- whether it is on ------------------------------------------------------------------------------------

QString DiagnosticsDesk::mark() const
{
    if (m_view.phase == CapturePhase::Off || m_view.phase == CapturePhase::Recording) {
        return {};
    }
    return tr("Diagnostics capture until %1: pictures with blurred faces are stored").arg(uiwords::clock(m_view.until, m_offset).left(5));
}

QString DiagnosticsDesk::word() const
{
    switch (m_view.phase) {
    case CapturePhase::Off:
        return m_view.available ? tr("Off: no picture is stored") : tr("Not to be had without a camera");
    case CapturePhase::Recording:
    case CapturePhase::Opening:
        return tr("Being entered in the ledger…");
    case CapturePhase::On:
        return tr("On until %1").arg(uiwords::clock(m_view.until, m_offset).left(5));
    case CapturePhase::Ending:
        return tr("Ending…");
    }
    return {};
}

SignIcon::Kind DiagnosticsDesk::sign() const
{
    return !isOff() ? SignIcon::Attention : m_view.available ? SignIcon::Pass : SignIcon::Unknown;
}

QString DiagnosticsDesk::detail() const
{
    const QString stored = tr("%n picture(s), %1", nullptr, m_view.pictures).arg(sizeOf(m_view.bytes));
    if (!isOff()) {
        return tr("Stored so far: %1").arg(stored);
    }
    return m_view.last ? tr("The last one: %1; %2.").arg(uiwords::of(*m_view.last), stored) : QString();
}

QString DiagnosticsDesk::problem() const
{
    if (!isOff() || !m_view.problem) {
        return {};
    }
    return m_view.last ? tr("The capture ended early: %1.").arg(uiwords::of(*m_view.problem))
                       : tr("The capture was not turned on: %1.").arg(uiwords::of(*m_view.problem));
}

// ---- what is stored --------------------------------------------------------------------------------------

void DiagnosticsDesk::showKept()
{
    QList<QVariantList> rows;
    for (const StoredCapture &capture : m_view.kept) {
        const WallTime began = captureBegan(capture.id).value_or(WallTime{});
        rows.append({tr("Begun %1").arg(uiwords::dayAndClock(began, m_offset)),
                     tr("%n picture(s), %1; destroyed %2", nullptr, capture.pictures)
                         .arg(sizeOf(capture.bytes), uiwords::dayAndClock(began + m_keep, m_offset))});
    }
    m_kept.show(rows);
}

QString DiagnosticsDesk::keptWord() const
{
    const auto pictures = std::accumulate(m_view.kept.begin(), m_view.kept.end(), 0,
                                          [](int sum, const StoredCapture &capture) { return sum + capture.pictures; });
    return m_view.kept.empty() ? tr("None") : tr("%n picture(s)", nullptr, pictures);
}

QString DiagnosticsDesk::keptTrouble() const
{
    return m_view.trouble ? tr("Stored pictures cannot be listed or destroyed: %1.").arg(uiwords::of(*m_view.trouble)) : QString();
}

QString DiagnosticsDesk::rule() const
{
    return tr("Pictures are destroyed by themselves %n day(s) after the capture began; the ledger keeps that they were.", nullptr,
              static_cast<int>(m_keep.count()));
}

void DiagnosticsDesk::destroyAll() { m_post(DestroyCaptures{}); }

// ---- turning it on and off -------------------------------------------------------------------------------

QStringList DiagnosticsDesk::choices() const
{
    QStringList words;
    for (const int minutes : kMinutes) {
        words.append(tr("%n minute(s)", nullptr, minutes));
    }
    return words;
}

void DiagnosticsDesk::setChoice(int choice)
{
    m_choice = choice;
    emit changed();
}

void DiagnosticsDesk::ask()
{
    ++m_request;
    m_asking = m_view.available && isOff();
    m_busy = false;
    m_choice = kUsual;
    m_pinError.reset();
    emit changed();
}

void DiagnosticsDesk::cancel()
{
    m_asking = false;
    forgetPin();
}

void DiagnosticsDesk::forgetPin()
{
    ++m_request;
    m_busy = false;
    m_pinError.reset();
    emit changed();
}

void DiagnosticsDesk::submit(const QString &pin, const QString &reason)
{
    if (!m_asking || m_busy || pin.isEmpty() || !isReason(reason)) {
        return;
    }
    m_busy = true;
    m_pinError.reset();
    emit changed();
    m_pins.verify(pin.toStdString(),
                  [self = QPointer(this), request = m_request, why = reason.trimmed().toStdString()](const Result<void> &result) {
                      if (self && request == self->m_request) {
                          self->pinAnswered(result, why);
                      }
                  });
}

void DiagnosticsDesk::pinAnswered(const Result<void> &result, const std::string &reason)
{
    m_busy = false;
    if (result) {
        m_asking = false;
        m_post(StartCapture{.lasts = std::chrono::minutes{kMinutes.at(static_cast<std::size_t>(m_choice))}, .reason = reason});
    } else {
        m_pinError = result.error();
        if (result.error().code == ErrorCode::Denied) {
            m_post(RecordStation{.action = StationAction::OfficeDenied, .detail = {}, .actor = "office"});
        }
    }
    emit changed();
}

void DiagnosticsDesk::stop(bool office) { m_post(StopCapture{.actor = office ? "office" : "guard"}); }

QString DiagnosticsDesk::pinProblem() const { return m_pinError ? uiwords::ofPin(*m_pinError) : QString(); }

} // namespace menshen

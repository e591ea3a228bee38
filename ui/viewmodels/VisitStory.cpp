// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewmodels/VisitStory.h"

#include "ui/viewmodels/EntryWords.h"
#include "ui/viewmodels/VisitRows.h"

#include <QPointer>

#include <algorithm>

namespace menshen {

namespace {

/// How the visit reads after the entries before `end`; nothing when a part of it cannot be opened.
std::optional<IdentityDraft> identityBefore(const std::vector<StoryStep> &steps, EntrySeq end)
{
    std::optional<IdentityDraft> identity;
    for (const StoryStep &step : steps) {
        if (step.seq >= end) {
            break;
        }
        const auto *visit = std::get_if<VisitEntry>(&step.entry);
        const auto *correction = std::get_if<CorrectionEntry>(&step.entry);
        if (visit || correction) {
            const IdentityDraft &said = visit ? visit->identity : correction->identity;
            identity = step.personal == PersonalState::Whole ? std::optional(said) : std::nullopt;
        }
    }
    return identity;
}

EntrySeq afterAll(const std::vector<StoryStep> &steps) { return steps.empty() ? EntrySeq{} : EntrySeq{steps.back().seq.value + 1}; }

} // namespace

VisitStory::VisitStory(const UiParts &parts, BackOffice &backOffice, DisclosureDesk &disclosure, CorrectionDesk &correction,
                       QObject *parent)
    : QObject(parent), m_openReader(parts.openReader), m_backOffice(backOffice), m_disclosure(disclosure), m_correction(correction),
      m_plan(parts.config.plan), m_offset(parts.config.offset), m_language(parts.config.language),
      m_showWhole(std::chrono::ceil<std::chrono::milliseconds>(parts.showWhole)), m_details({"label", "value"}),
      m_stepsModel({"seq", "sign", "title", "who", "when", "body", "reason", "place", "canPutBack"})
{
    m_second.setInterval(std::min(m_showWhole, std::chrono::milliseconds(1s)));
    connect(&m_second, &QTimer::timeout, this, &VisitStory::tick);
    connect(&m_correction, &CorrectionDesk::recorded, this,
            [this](qint64 visit, qint64 entry) { corrected(EntrySeq{visit}, EntrySeq{entry}); });
}

void VisitStory::open(const VisitRow &visit)
{
    close();
    m_visit = visit;
    showDetails();
    reload();
}

void VisitStory::close()
{
    ++m_query;
    m_visit.reset();
    m_steps.clear();
    m_error.reset();
    m_loading = false;
    m_recorded = {};
    m_wholeLeft = 0;
    m_second.stop();
    showDetails();
    showSteps();
    emit changed();
}

void VisitStory::setLanguage(Language language)
{
    m_language = language;
    showDetails();
    showSteps();
    emit changed();
}

void VisitStory::reload()
{
    if (!m_visit) {
        return;
    }
    m_loading = true;
    emit changed();
    m_backOffice.run(
        [open = m_openReader, seq = m_visit->seq]() -> Result<std::vector<StoryStep>> {
            auto reader = open();
            return reader ? (*reader)->story(seq) : Result<std::vector<StoryStep>>(reader.error());
        },
        [self = QPointer(this), query = ++m_query](Result<std::vector<StoryStep>> steps) {
            if (self && query == self->m_query) {
                self->answered(std::move(steps));
            }
        });
}

void VisitStory::answered(Result<std::vector<StoryStep>> steps)
{
    m_loading = false;
    m_error = steps ? std::nullopt : std::optional(steps.error());
    m_steps = steps ? *std::move(steps) : std::vector<StoryStep>{};
    if (const auto identity = identityBefore(m_steps, afterAll(m_steps))) {
        m_visit->identity = *identity;
    } else if (!m_steps.empty()) {
        m_visit->personal = m_steps.front().personal == PersonalState::Whole ? PersonalState::Unreadable : m_steps.front().personal;
        m_visit->identity = {};
        hideWhole();
    }
    showDetails();
    showSteps();
    emit changed();
}

QString VisitStory::problem() const { return m_error ? tr("The story cannot be read: %1").arg(uiwords::of(*m_error)) : QString(); }

QString VisitStory::personalText() const
{
    if (!m_visit || m_visit->personal == PersonalState::Whole) {
        return {};
    }
    return m_visit->personal == PersonalState::Destroyed
               ? tr("The personal data of this day has been destroyed on schedule. What was measured and decided stays.")
               : tr("The personal part cannot be opened: it was changed, or sealed with a foreign key. Keep the ledger's file as it is, "
                    "verify the chain under Ledger, and tell the head of the office.");
}

SignIcon::Kind VisitStory::personalSign() const
{
    return m_visit && m_visit->personal == PersonalState::Unreadable ? SignIcon::Refuse : SignIcon::Lock;
}

QString VisitStory::notice() const { return m_recorded == EntrySeq{} ? QString() : tr("Corrected. Entry %1.").arg(m_recorded.value); }

// ---- corrections -----------------------------------------------------------------------------------------

void VisitStory::correct()
{
    if (isReadable()) {
        m_correction.begin(m_visit->seq, m_visit->identity, m_visit->identity, {});
    }
}

void VisitStory::putBack(qint64 entry)
{
    const auto before = identityBefore(m_steps, EntrySeq{entry});
    if (isReadable() && before) {
        m_correction.begin(m_visit->seq, m_visit->identity, *before, tr("Entry %1 taken back").arg(entry));
    }
}

void VisitStory::corrected(EntrySeq visit, EntrySeq entry)
{
    if (m_visit && m_visit->seq == visit) {
        m_recorded = entry;
        hideWhole();
        reload();
    }
}

// ---- whole numbers ---------------------------------------------------------------------------------------

void VisitStory::askWhole()
{
    if (!isReadable()) {
        return;
    }
    const EntrySeq seq = m_visit->seq;
    m_disclosure.ask({.kind = DisclosureKind::Unmasked, .visit = seq, .from = {}, .to = {}, .reason = {}}, [this, seq] {
        if (m_visit && m_visit->seq == seq) {
            showWhole();
            reload();
        }
    });
}

void VisitStory::showWhole()
{
    m_wholeLeft = std::max(1, static_cast<int>(m_showWhole / m_second.intervalAsDuration()));
    m_second.start();
    showDetails();
    emit changed();
}

void VisitStory::hideWhole()
{
    m_wholeLeft = 0;
    m_second.stop();
    showDetails();
    emit changed();
}

void VisitStory::tick()
{
    if (--m_wholeLeft > 0) {
        emit changed();
    } else {
        hideWhole();
    }
}

QString VisitStory::wholeText() const { return isWhole() ? tr("Shown whole for another %1 s").arg(m_wholeLeft) : QString(); }

// ---- rows ------------------------------------------------------------------------------------------------

void VisitStory::showDetails()
{
    m_details.show(m_visit ? visitrows::details(*m_visit, m_plan, m_language, m_offset, isWhole()) : QList<QVariantList>{});
}

QVariantList VisitStory::rowOf(const StoryStep &step, const IdentityDraft &before) const
{
    const uiwords::EntryText words = uiwords::ofEntry(step.entry, m_plan, m_language);
    const auto *correction = std::get_if<CorrectionEntry>(&step.entry);
    QString body = words.body;
    if (step.personal != PersonalState::Whole && (correction || std::holds_alternative<DisclosureEntry>(step.entry))) {
        body = uiwords::of(step.personal);
    } else if (correction) {
        body = uiwords::changes(before, correction->identity).join(QLatin1Char('\n'));
    }
    const bool canPutBack = correction && isReadable() && step.personal == PersonalState::Whole && before != m_visit->identity;
    return {static_cast<qint64>(step.seq.value),
            static_cast<int>(words.sign),
            words.title,
            uiwords::ofActor(step.actor),
            uiwords::dayAndClock(step.at, m_offset),
            body,
            words.reason.isEmpty() ? QString() : tr("\"%1\"").arg(words.reason),
            tr("Entry %1 · %2").arg(step.seq.value).arg(QString::fromStdString(shortForm(step.hash))),
            canPutBack};
}

void VisitStory::showSteps()
{
    QList<QVariantList> rows;
    for (const StoryStep &step : m_steps) {
        rows.append(rowOf(step, identityBefore(m_steps, step.seq).value_or(IdentityDraft{})));
    }
    m_stepsModel.show(rows);
}

} // namespace menshen

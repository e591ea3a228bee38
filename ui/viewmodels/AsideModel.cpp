// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewmodels/AsideModel.h"

#include "ui/viewmodels/UiWords.h"

#include <QStringList>

#include <algorithm>
#include <utility>

namespace menshen {

namespace {

constexpr int kKeptShown = 3;

/// Only what may be seen by whoever stands before the screen.
QString nameOf(const KeptAside &aside)
{
    if (aside.staff) {
        return QString::fromStdString(aside.staff->member.name);
    }
    return QString::fromStdString(maskedName(aside.draft.name, Audience::Public));
}

} // namespace

AsideModel::AsideModel(const StationConfig &config, std::function<void(StationCommand)> post, QObject *parent)
    : QObject(parent), m_plan(config.plan), m_offset(config.offset), m_language(config.language), m_post(std::move(post)),
      m_snapshot(std::make_shared<const Snapshot>()), m_kept({"number", "label"})
{
}

void AsideModel::show(const SnapshotPtr &snapshot, bool formEmpty)
{
    m_snapshot = snapshot;
    m_formEmpty = formEmpty;
    showKept();
    emit changed();
}

void AsideModel::setLanguage(Language language)
{
    m_language = language;
    showKept();
    emit changed();
}

/// Only while somebody stands there: whose could it be otherwise? Of staff only what keeps them out: a visitor's form waits.
const KeptAside *AsideModel::asked() const
{
    const bool staffKeptOut = door().phase == Phase::Screening && door().staff && door().assessment.whose;
    return isVisitorThere() || staffKeptOut ? askedAbout(door()) : nullptr;
}

bool AsideModel::isVisitorThere() const { return door().phase == Phase::Screening && !door().staff; }

// ---- what the guard says -----------------------------------------------------------------------------------

void AsideModel::sayIsSame(SubjectId aside)
{
    if (maySame()) {
        m_post(SamePerson{aside});
        emit sameSaid(aside);
    }
}

void AsideModel::same()
{
    if (const KeptAside *aside = asked()) {
        sayIsSame(aside->subject);
    }
}

void AsideModel::another()
{
    if (const KeptAside *aside = asked()) {
        m_post(AnotherPerson{aside->subject});
    }
}

void AsideModel::bringBack(double number)
{
    const SubjectId wanted{static_cast<std::uint64_t>(number)};
    if (std::ranges::find(door().aside, wanted, &KeptAside::subject) != door().aside.end()) {
        sayIsSame(wanted);
    }
}

// ---- in words ----------------------------------------------------------------------------------------------

QString AsideModel::who() const
{
    const KeptAside *aside = asked();
    if (!aside) {
        return {};
    }
    const QString name = nameOf(*aside);
    return name.isEmpty() ? tr("No name typed yet") : name;
}

QString AsideModel::typed() const
{
    const KeptAside *aside = asked();
    if (!aside) {
        return {};
    }
    const IdentityDraft &draft = aside->draft;
    QStringList parts;
    const auto add = [&](bool there, const QString &word) {
        if (there) {
            parts.append(word);
        }
    };
    add(!draft.name.empty(), tr("name"));
    add(!draft.document.empty() || !draft.unverifiedReason.empty(), tr("ID number"));
    add(!draft.phone.empty() || !draft.phoneNote.empty(), tr("mobile number"));
    add(!draft.purpose.empty(), tr("purpose"));
    add(std::ranges::any_of(aside->answers, [](Answer answer) { return answer != Answer::NotAsked; }), tr("answers"));
    return parts.isEmpty() ? tr("Nothing typed") : tr("Typed: %1").arg(parts.join(tr(", ")));
}

QString AsideModel::found() const
{
    const KeptAside *aside = asked();
    if (!aside) {
        return {};
    }
    QStringList parts;
    const TemperatureReading *reading = decidingReading(aside->evidence);
    if (reading && reading->body) {
        parts.append(QStringLiteral("%1 °C").arg(uiwords::degrees(reading->body->value)));
    }
    if (!aside->assessment.reasons.empty()) {
        parts.append(uiwords::of(aside->assessment.reasons, m_plan, m_language));
    } else if (aside->evidence.mask) {
        parts.append(uiwords::of(*aside->evidence.mask));
    }
    return parts.isEmpty() ? tr("Nothing measured") : tr("Found: %1").arg(parts.join(QStringLiteral(" · ")));
}

QString AsideModel::since() const
{
    const KeptAside *aside = asked();
    return aside ? tr("kept since %1").arg(uiwords::clock(door().wall - (door().now - aside->since), m_offset)) : QString();
}

bool AsideModel::isAbnormal() const
{
    const KeptAside *aside = asked();
    return aside && !aside->assessment.reasons.empty();
}

/// Two forms are never mixed.
bool AsideModel::maySame() const
{
    const bool asked = std::ranges::any_of(door().answers, [](Answer answer) { return answer != Answer::NotAsked; });
    const KeptAside *aside = askedAbout(door());
    const bool staffs = door().staff && aside && !aside->staff && aside->draft == IdentityDraft{}; // found before he said who he is
    return (isVisitorThere() || staffs) && m_formEmpty && !asked && !door().evidence.contact;
}

QString AsideModel::whyNotSame() const
{
    return isAsking() && !maySame() ? tr("Something has been typed or asked of the person in front: clear it first if it is the same one.")
                                    : QString();
}

void AsideModel::showKept()
{
    QList<QVariantList> rows;
    const KeptAside *question = asked();
    const auto &aside = door().aside;
    for (auto kept = aside.rbegin(); kept != aside.rend() && rows.size() < kKeptShown; ++kept) {
        if (&*kept == question || kept->recording || !isVisitorThere()) {
            continue;
        }
        const QString name = nameOf(*kept);
        const QString since = uiwords::clock(door().wall - (door().now - kept->since), m_offset).left(5);
        rows.append({static_cast<double>(kept->subject.value),
                     name.isEmpty() ? tr("Form without a name, kept since %1").arg(since) : tr("%1, kept since %2").arg(name, since)});
    }
    m_kept.show(rows);
}

} // namespace menshen

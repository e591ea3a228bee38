// SPDX-License-Identifier: GPL-3.0-or-later
#include "src/app/DutyWords.h"

#include "menshen/app/Words.h"
#include "menshen/core/Alerts.h"

#include <algorithm>

namespace menshen {

namespace {

constexpr std::string_view kLeader = "leader:";

LocalText stepWords(EscalationStep step)
{
    switch (step) {
    case EscalationStep::Planned:
        return {"正在发送", "being sent"};
    case EscalationStep::Delivered:
        return {"已送达通道", "sent"};
    case EscalationStep::Failed:
        return {"发送失败", "failed"};
    case EscalationStep::Silenced:
        return {"已静音", "silenced"};
    case EscalationStep::Hidden:
        return {"静音期间未发送", "held back by a silence"};
    case EscalationStep::AcknowledgementExpired:
        return {"确认已过期，重新通知", "the acknowledgement expired: told again"};
    case EscalationStep::Seen:
        return {"已打开链接查看", "the link was opened"};
    case EscalationStep::Withdrawn:
        return {"已有人处理，未发送", "not sent any more: somebody had answered"};
    }
    return {};
}

LocalText noteWords(const EscalationEntry &entry)
{
    LocalText step = stepWords(entry.step);
    if (entry.step == EscalationStep::Silenced || entry.step == EscalationStep::AcknowledgementExpired) {
        return step;
    }
    if (entry.ending) {
        const bool handed = entry.ending->how == AlertAction::HandedOver;
        step.zh = std::string(handed ? "已移交的消息" : "已结束的消息") + step.zh;
        step.en = std::string(handed ? "that it was handed over: " : "that it is over: ") + step.en;
    }
    const std::string level = std::to_string(entry.level + 1);
    LocalText text = entry.line == 0 ? LocalText{"第 " + level + " 级", "Level " + level} : LocalText{"同时通知", "Told beside"};
    const std::string courier = entry.courier.empty() ? "" : " · " + entry.courier;
    text.zh += courier + " · " + step.zh;
    text.en += courier + " · " + step.en;
    return text;
}

} // namespace

std::string DutyWords::time(WallTime at) const
{
    const std::string whole = localTime(at, offset);
    return hallDayOf(at, offset) == hallDayOf(now, offset) ? whole.substr(whole.find(' ') + 1) : whole;
}

DutyPerson DutyWords::person(const PinHolder &holder) const
{
    return {holder.id, audience == Audience::Office ? holder.name : maskedName(holder.name, Audience::Public), roleInWords(holder.role)};
}

LocalText DutyWords::actor(const std::string &actor) const
{
    if (actor == "guard") {
        return {"门岗", "guard"};
    }
    if (actor == "office") {
        return {"办公室", "office"};
    }
    if (actor == "station") {
        return {"站点", "station"};
    }
    if (!actor.starts_with(kLeader)) {
        return {actor, actor};
    }
    const auto holder = std::ranges::find(holders, std::string_view(actor).substr(kLeader.size()), &PinHolder::id);
    if (holder == holders.end()) {
        return {"领导小组", "leading group"};
    }
    const DutyPerson who = person(*holder);
    return {who.role.zh + " " + who.name, who.role.en + " " + who.name};
}

LocalText DutyWords::by(WallTime at, const std::string &who) const
{
    const LocalText name = actor(who);
    return {time(at) + " · " + name.zh, time(at) + " · " + name.en};
}

DutyAlert DutyWords::alert(const Alert &alert, const EscalationView *escalation) const
{
    DutyAlert shown;
    shown.id = alert.id;
    shown.who = alert.who.empty() ? "—" : alert.who;
    AlertRaisedEntry raised;
    raised.reasons = alert.reasons;
    raised.sign = alert.sign;
    shown.why = {whyRaised(raised, Language::Chinese), whyRaised(raised, Language::English)};
    shown.handedOver = alert.handedOver.has_value();
    shown.since = time(alert.since);
    const auto tell = [&](WallTime at, LocalText what) { shown.story.push_back({at, time(at), std::move(what)}); };
    tell(alert.since, {"发出警报", "Alert raised"});
    if (alert.acknowledgedAt) {
        shown.acknowledged = by(*alert.acknowledgedAt, alert.acknowledgedBy);
        const LocalText name = actor(alert.acknowledgedBy);
        tell(*alert.acknowledgedAt, {"已确认 · " + name.zh, "Acknowledged · " + name.en});
    }
    for (const AlertStepState &state : alert.steps) {
        DutyStep step{state.step.id, state.step.text, std::nullopt};
        step.open = !state.doneAt && state.step.kind != StepKind::HandOver && waitsFor(alert, state).empty();
        if (state.doneAt) {
            step.done = by(*state.doneAt, state.doneBy);
            const LocalText name = actor(state.doneBy);
            LocalText what{state.step.text.zh + " · " + name.zh, state.step.text.en + " · " + name.en};
            if (state.skipped) {
                step.done = {"已跳过 · " + step.done->zh, "skipped · " + step.done->en};
                what = {"已跳过：" + what.zh, "Skipped: " + what.en};
            }
            tell(*state.doneAt, std::move(what));
        }
        shown.steps.push_back(std::move(step));
    }
    if (escalation != nullptr) {
        for (const EscalationNote &note : escalation->notes) {
            tell(note.at, noteWords(note.entry));
        }
        if (alert.handedOver) {
            shown.next = {"已移交，不再通知", "Handed over: nobody is told any more"};
        } else if (escalation->next && alert.acknowledgedAt) {
            shown.next = {time(*escalation->next) + " 前未处理完毕将重新通知",
                          "Told again at " + time(*escalation->next) + " unless finished"};
        } else if (escalation->next) {
            shown.next = {"现通知：" + escalation->level.zh + "；" + time(*escalation->next) + " 通知下一级",
                          "Now told: " + escalation->level.en + "; the next at " + time(*escalation->next)};
        } else {
            shown.next = {"未设置通知对象", "Nobody is set up to be told"};
        }
    }
    std::ranges::stable_sort(shown.story, {}, &DutyNote::at);
    return shown;
}

std::vector<DutyFigure> figuresOf(const Snapshot &snapshot)
{
    const DayCounts &today = snapshot.today;
    return {{{"在场人数", "Inside now"}, std::to_string(snapshot.door.inside)},
            {{"放行", "Admitted"}, std::to_string(today.admitted)},
            {{"劝返", "Refused"}, std::to_string(today.refused)},
            {{"自行离开", "Left at the door"}, std::to_string(today.left)},
            {{"离场", "Exits"}, std::to_string(today.exits)},
            {{"员工上岗", "Staff in"}, std::to_string(today.staffIn)},
            {{"员工离岗", "Staff out"}, std::to_string(today.staffOut)}};
}

} // namespace menshen

// SPDX-License-Identifier: GPL-3.0-or-later
#include "src/app/EscalationWords.h"

#include "menshen/app/Words.h"

namespace menshen {

namespace {

/// Who, why, since when, and who is told.
LocalText factsOf(const AlertRaisedEntry &raised, const std::string &since, const LocalText &told)
{
    return {"人员：" + (raised.who.empty() ? "不详" : raised.who) + "\n原因：" + whyRaised(raised, Language::Chinese) + "\n时间：" + since +
                "\n通知：" + told.zh,
            "Person: " + (raised.who.empty() ? "unknown" : raised.who) + "\nWhy: " + whyRaised(raised, Language::English) +
                "\nSince: " + since + "\nTold: " + told.en};
}

/// How it ended, as a predicate; "已" and "was" or "is" included.
LocalText endingWords(AlertAction how)
{
    switch (how) {
    case AlertAction::HandedOver:
        return {"已移交", "was handed over"};
    case AlertAction::FalseAlarm:
        return {"经复核为误报，已解除", "was a false alarm"};
    default:
        return {"已处置完毕，已结束", "is closed"};
    }
}

} // namespace

LocalText subjectOf(const std::string &station, const AlertRaisedEntry &raised, EntrySeq alert)
{
    const std::string number = std::to_string(alert.value);
    return {"【" + station + "】警报 " + number + "：" + whyRaised(raised, Language::Chinese),
            "[" + station + "] Alert " + number + ": " + whyRaised(raised, Language::English)};
}

LocalText textOf(const AlertRaisedEntry &raised, const std::string &since, const EscalationLevel &level, int round, bool linked)
{
    const std::string minutes = std::to_string(std::chrono::duration_cast<std::chrono::minutes>(level.patience).count());
    const std::string again = round == 0 ? "" : std::to_string(round + 1);
    LocalText text = factsOf(raised, since, level.name);
    text.zh += (again.empty() ? "" : "（第 " + again + " 轮）") + "\n请在 " + minutes + " 分钟内" + (linked ? "打开链接或" : "") +
               "到站点确认，否则通知下一级。";
    text.en += (again.empty() ? "" : " (round " + again + ")") + "\nPlease acknowledge at the station" + (linked ? " or by the link" : "") +
               " within " + minutes + (minutes == "1" ? " minute" : " minutes") + "; then the next level is told.";
    return text;
}

LocalText textBeside(const std::string &station, const AlertRaisedEntry &raised, const std::string &since, const EscalationLevel &line)
{
    LocalText text = factsOf(raised, since, line.name);
    text.zh += "\n请与" + station + "联系。";
    text.en += "\nPlease call " + station + ".";
    return text;
}

LocalText endingSubject(const std::string &station, EntrySeq alert, AlertAction how)
{
    const std::string number = std::to_string(alert.value);
    const LocalText ended = endingWords(how);
    return {"【" + station + "】警报 " + number + " " + ended.zh, "[" + station + "] Alert " + number + " " + ended.en};
}

LocalText endingText(EntrySeq alert, AlertAction how, const std::string &since, const std::string &ended)
{
    const std::string number = std::to_string(alert.value);
    const LocalText words = endingWords(how);
    return {"此前通知您的警报 " + number + "（" + since + "）" + words.zh + "。\n时间：" + ended + "\n本消息无需回复或确认。",
            "Alert " + number + " of " + since + ", of which you were told, " + words.en + ".\nAt: " + ended +
                "\nNothing has to be answered or acknowledged."};
}

LocalText turnedAwaySubject(const std::string &station)
{
    return {"【" + station + "】一人未规范佩戴口罩，已劝返", "[" + station + "] Somebody was turned away for the mask"};
}

LocalText turnedAwayText(EntrySeq entry, const std::string &at, bool staff)
{
    const std::string number = std::to_string(entry.value);
    return {std::string(staff ? "一名工作人员" : "一名办事群众") + "未规范佩戴口罩，未予放行。\n时间：" + at + "\n台账编号：" + number +
                "\n本消息无需回复或确认。",
            std::string(staff ? "A member of staff" : "A visitor") + " without a properly worn mask was not let in.\nAt: " + at +
                "\nEntry of the ledger: " + number + "\nNothing has to be answered or acknowledged."};
}

SendOutcome outcomeOf(const Delivery &delivery, std::size_t people)
{
    SendOutcome outcome;
    outcome.accepted = delivery.outcome == Delivery::Outcome::Accepted;
    outcome.refusedForGood = delivery.outcome == Delivery::Outcome::Refused;
    outcome.notBefore = delivery.outcome == Delivery::Outcome::TryLater ? delivery.retryAfter : Micros{0};
    outcome.detail = delivery.provider.empty() ? delivery.error.detail : delivery.provider;
    if (outcome.accepted && !delivery.missed.empty()) {
        outcome.detail += "; reached " + std::to_string(people - delivery.missed.size()) + " of " + std::to_string(people);
    }
    return outcome;
}

} // namespace menshen

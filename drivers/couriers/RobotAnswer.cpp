// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/couriers/RobotAnswer.h"

#include "drivers/couriers/Deliveries.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <string>

namespace menshen {

namespace {

/// A code whose meaning is known.
struct Meaning {
    std::int64_t code;
    ErrorCode error;
    Micros after{}; ///< of DeviceBusy
};

constexpr Micros kAMinute = 60s, kTenMinutes = 600s;

constexpr Meaning kWeCom[]{
    {45009, ErrorCode::DeviceBusy, kAMinute}, // more than 20 a minute
    {45033, ErrorCode::DeviceBusy, 10s},      // too many at once
    {-1, ErrorCode::DeviceBusy, 10s},         // "system busy"
    {93000, ErrorCode::Denied},               // no such robot, or it was removed
    {93004, ErrorCode::Denied},               // robot switched off
    {93008, ErrorCode::Denied},               // our address is not among those it allows
    {40008, ErrorCode::BadInput},
    {40058, ErrorCode::BadInput},
    {44004, ErrorCode::BadInput},
    {45002, ErrorCode::BadInput}, // too long
};
constexpr Meaning kDingTalk[]{
    {130101, ErrorCode::DeviceBusy, kTenMinutes}, // more than 20 a minute: blocked for ten
    {410100, ErrorCode::DeviceBusy, kTenMinutes},
    {-1, ErrorCode::DeviceBusy, 10s},
    {310000, ErrorCode::Denied}, // sign, time, keyword or our address
    {300001, ErrorCode::Denied}, // no such token
    {300005, ErrorCode::Denied},
    {400101, ErrorCode::Denied},
    {400102, ErrorCode::Denied}, // robot switched off
    {400013, ErrorCode::Denied}, // the group is gone
    {400106, ErrorCode::Denied},
    {400105, ErrorCode::BadInput},
    {430101, ErrorCode::BadInput}, // what it takes for an unsafe link
    {430102, ErrorCode::BadInput}, // and for improper words
    {430103, ErrorCode::BadInput},
    {430104, ErrorCode::BadInput},
};
constexpr Meaning kFeishu[]{
    {11232, ErrorCode::DeviceBusy, kAMinute}, // more than 100 a minute or 5 a second
    {99991400, ErrorCode::DeviceBusy, kAMinute},
    {19021, ErrorCode::Denied}, // sign, or a clock that is an hour off
    {19022, ErrorCode::Denied}, // our address is not among those it allows
    {19024, ErrorCode::Denied}, // the keyword it wants is missing
    {19001, ErrorCode::Denied}, // no such robot
    {19002, ErrorCode::BadInput},
    {9499, ErrorCode::BadInput},
};

std::span<const Meaning> meaningsOf(RobotKind kind)
{
    switch (kind) {
    case RobotKind::WeCom:
        return kWeCom;
    case RobotKind::DingTalk:
        return kDingTalk;
    case RobotKind::Feishu:
        break;
    }
    return kFeishu;
}

std::optional<std::int64_t> numberAt(const nlohmann::json &answer, const char *key)
{
    const auto found = answer.find(key);
    if (found == answer.end() || !found->is_number_integer())
        return {};
    return found->get<std::int64_t>();
}

std::string textAt(const nlohmann::json &answer, const char *key)
{
    const auto found = answer.find(key);
    return found != answer.end() && found->is_string() ? found->get<std::string>() : std::string();
}

} // namespace

Delivery robotDelivery(RobotKind kind, std::string_view body)
{
    const bool feishu = kind == RobotKind::Feishu;
    const auto answer = nlohmann::json::parse(body, nullptr, false);
    if (!answer.is_object())
        return failed({ErrorCode::DeviceProtocol, "the answer is no JSON object; is something in between, a login page?"}, forLog(body));
    auto code = numberAt(answer, feishu ? "code" : "errcode");
    if (!code && feishu)
        code = numberAt(answer, "StatusCode"); // of older robots
    if (!code)
        return failed({ErrorCode::DeviceProtocol, "the answer has no code"}, forLog(body));
    const auto words = forLog(std::to_string(*code) + ' ' + textAt(answer, feishu ? "msg" : "errmsg"));
    if (*code == 0)
        return accepted(words);
    const auto meanings = meaningsOf(kind);
    const auto known = std::find_if(meanings.begin(), meanings.end(), [&](const Meaning &meaning) { return meaning.code == *code; });
    if (known == meanings.end())
        return tryLater(kAMinute, {ErrorCode::DeviceProtocol, "an error of the provider that is not known here"}, words);
    if (known->error == ErrorCode::DeviceBusy)
        return tryLater(known->after, {ErrorCode::DeviceBusy, "the provider's limit"}, words);
    return failed({known->error, known->error == ErrorCode::Denied ? "the provider refuses this robot: sign, clock, keyword or address"
                                                                   : "the provider refuses this message"},
                  words);
}

} // namespace menshen

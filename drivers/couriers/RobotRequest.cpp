// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/couriers/RobotRequest.h"

#include "drivers/couriers/MessageText.h"
#include "drivers/couriers/Signatures.h"

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace menshen {

namespace {

using nlohmann::json;

constexpr std::size_t kWeComBytes = 2048;
constexpr std::size_t kOthersBytes = 15'000; ///< both take 20 KB a request, escapes and frame included

std::string_view trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t\r");
    return first == std::string_view::npos ? std::string_view() : text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

std::string_view lineOf(std::string_view text, int index)
{
    for (; index > 0; --index) {
        const auto end = text.find('\n');
        text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    }
    return trimmed(text.substr(0, text.find('\n')));
}

std::vector<std::string> mobilesOf(const CourierMessage &message)
{
    std::vector<std::string> mobiles;
    for (const auto &recipient : message.to) {
        if (!recipient.mobile.empty())
            mobiles.push_back(recipient.mobile);
    }
    return mobiles;
}

json weCom(const CourierMessage &message)
{
    auto called = mobilesOf(message);
    if (message.everyone)
        called.emplace_back("@all");
    return {{"msgtype", "text"}, {"text", {{"content", plainText(message, kWeComBytes)}, {"mentioned_mobile_list", called}}}};
}

/// Only who stands in the text too is called; DingTalk shows his name there, or masks the number of who is not in the group.
json dingTalk(const CourierMessage &message)
{
    const auto called = mobilesOf(message);
    auto text = plainText(message, kOthersBytes);
    for (std::size_t i = 0; i < called.size(); ++i)
        text += (i == 0 ? "\n@" : " @") + called[i];
    return {{"msgtype", "text"}, {"text", {{"content", text}}}, {"at", {{"atMobiles", called}, {"isAtAll", message.everyone}}}};
}

/// Its text has markup of its own, which what was typed at a door must not be able to write.
std::string withoutMarkup(std::string text)
{
    for (auto at = text.find('<'); at != std::string::npos; at = text.find('<', at))
        text.replace(at, 1, "＜");
    return text;
}

/// Its robots know people by internal ids only: they are named, not called.
std::string feishuText(const CourierMessage &message)
{
    auto text = withoutMarkup(plainText(message, kOthersBytes));
    std::string named;
    for (const auto &recipient : message.to)
        named += recipient.name.empty() ? std::string() : (named.empty() ? "\n@" : " @") + withoutMarkup(recipient.name);
    return text + named + (message.everyone ? "\n<at user_id=\"all\">所有人</at>" : "");
}

json feishu(const CourierMessage &message, std::string_view signingSecret, std::chrono::seconds at)
{
    json body{{"msg_type", "text"}, {"content", {{"text", feishuText(message)}}}};
    if (!signingSecret.empty()) {
        body["timestamp"] = std::to_string(at.count());
        body["sign"] = feishuSign(signingSecret, at);
    }
    return body;
}

std::string dingTalkUrl(std::string_view address, std::string_view signingSecret, std::chrono::milliseconds at)
{
    std::string url(address);
    if (!signingSecret.empty())
        url += (url.find('?') == std::string::npos ? "?timestamp=" : "&timestamp=") + std::to_string(at.count()) +
               "&sign=" + dingTalkSign(signingSecret, at);
    return url;
}

} // namespace

HttpRequest robotRequest(RobotKind kind, std::string_view secret, const CourierMessage &message, WallTime now)
{
    const auto address = lineOf(secret, 0);
    const auto signingSecret = lineOf(secret, 1);
    const auto at = now.time_since_epoch();
    HttpRequest request;
    request.url = address;
    json body;
    switch (kind) {
    case RobotKind::WeCom:
        body = weCom(message);
        break;
    case RobotKind::DingTalk:
        request.url = dingTalkUrl(address, signingSecret, std::chrono::floor<std::chrono::milliseconds>(at));
        body = dingTalk(message);
        break;
    case RobotKind::Feishu:
        body = feishu(message, signingSecret, std::chrono::floor<std::chrono::seconds>(at));
        break;
    }
    request.body = body.dump(-1, ' ', false, json::error_handler_t::replace);
    return request;
}

} // namespace menshen

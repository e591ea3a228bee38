// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/couriers/RobotAnswer.h"

#include "tests/drivers/couriers/CourierTesting.h"

namespace menshen {
namespace {

using test::Outcome;

TEST(RobotAnswer, NonsenseIsNotDelivered)
{
    for (const auto kind : {RobotKind::WeCom, RobotKind::DingTalk, RobotKind::Feishu}) {
        for (const char *body :
             {"", "ok", "<html>Please log in</html>", "[]", "{}", "0", "{\"errcode\":\"0\",\"code\":\"0\"}",
              "{\"errcode\":0.0,\"code\":0.0}", "{\"errcode\":null,\"code\":null}", "{\"errcode\":0,\"code\":0", "\xFF\xFE"}) {
            const auto delivery = robotDelivery(kind, body);
            EXPECT_EQ(delivery.outcome, Outcome::TryLater) << body;
            EXPECT_EQ(delivery.error.code, ErrorCode::DeviceProtocol) << body;
            EXPECT_GT(delivery.retryAfter, 0s) << body;
        }
    }
}

struct Case {
    RobotKind kind;
    const char *body;
    Outcome outcome;
    ErrorCode code;
    Micros after;
};

TEST(RobotAnswer, EachProvidersCodesAreUnderstood)
{
    const Case cases[]{
        {RobotKind::WeCom, R"({"errcode":45009,"errmsg":"api freq out of limit"})", Outcome::TryLater, ErrorCode::DeviceBusy, 60s},
        {RobotKind::WeCom, R"({"errcode":93000,"errmsg":"invalid webhook url"})", Outcome::Refused, ErrorCode::Denied, 0s},
        {RobotKind::WeCom, R"({"errcode":-1,"errmsg":"system busy"})", Outcome::TryLater, ErrorCode::DeviceBusy, 10s},
        {RobotKind::WeCom, R"({"errcode":40058,"errmsg":"invalid parameter"})", Outcome::Refused, ErrorCode::BadInput, 0s},
        {RobotKind::DingTalk, R"({"errcode":130101,"errmsg":"send too fast, exceed 20 times per minute"})", Outcome::TryLater,
         ErrorCode::DeviceBusy, 600s},
        {RobotKind::DingTalk, R"({"errcode":310000,"errmsg":"sign not match"})", Outcome::Refused, ErrorCode::Denied, 0s},
        {RobotKind::DingTalk, R"({"errcode":300001,"errmsg":"token is not exist"})", Outcome::Refused, ErrorCode::Denied, 0s},
        {RobotKind::Feishu, R"({"code":11232,"msg":"frequency limited psm"})", Outcome::TryLater, ErrorCode::DeviceBusy, 60s},
        {RobotKind::Feishu, R"({"code":19021,"msg":"sign match fail or timestamp is not within one hour"})", Outcome::Refused,
         ErrorCode::Denied, 0s},
        {RobotKind::Feishu, R"({"code":9499,"msg":"Bad Request","data":{}})", Outcome::Refused, ErrorCode::BadInput, 0s},
        // Not known: better twice than never.
        {RobotKind::WeCom, R"({"errcode":777,"errmsg":"?"})", Outcome::TryLater, ErrorCode::DeviceProtocol, 60s},
        {RobotKind::Feishu, R"({"code":11233})", Outcome::TryLater, ErrorCode::DeviceProtocol, 60s},
        {RobotKind::DingTalk, R"({"errcode":99999999999999999})", Outcome::TryLater, ErrorCode::DeviceProtocol, 60s},
    };
    for (const auto &one : cases) {
        const auto delivery = robotDelivery(one.kind, one.body);
        EXPECT_EQ(delivery.outcome, one.outcome) << one.body;
        EXPECT_EQ(delivery.error.code, one.code) << one.body;
        EXPECT_EQ(delivery.retryAfter, one.after) << one.body;
        EXPECT_FALSE(delivery.provider.empty());
    }
}

TEST(RobotAnswer, ZeroIsDeliveredAlsoAsAnOldFeishuRobotSaysIt)
{
    EXPECT_EQ(robotDelivery(RobotKind::WeCom, R"({"errcode":0,"errmsg":"ok"})").outcome, Outcome::Accepted);
    EXPECT_EQ(robotDelivery(RobotKind::DingTalk, R"({"errcode":0,"errmsg":"ok"})").outcome, Outcome::Accepted);
    EXPECT_EQ(robotDelivery(RobotKind::Feishu, R"({"code":0,"msg":"success","data":{}})").outcome, Outcome::Accepted);
    EXPECT_EQ(robotDelivery(RobotKind::Feishu, R"({"StatusCode":0,"StatusMessage":"success"})").outcome, Outcome::Accepted);
    // A new code beside an old one that still says 0 is the one that counts.
    EXPECT_EQ(robotDelivery(RobotKind::Feishu, R"({"code":19021,"StatusCode":0})").outcome, Outcome::Refused);
}

TEST(RobotAnswer, TheProvidersWordsAreCutAndKeptOnOneLine)
{
    const auto delivery = robotDelivery(RobotKind::WeCom, "{\"errcode\":93000,\"errmsg\":\"a\\nb\\u0007" + std::string(5000, 'x') + "\"}");
    EXPECT_LE(delivery.provider.size(), 240U);
    EXPECT_TRUE(delivery.provider.starts_with("93000 a b ")) << delivery.provider;
}

} // namespace
} // namespace menshen

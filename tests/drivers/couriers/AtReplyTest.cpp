// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/couriers/AtReply.h"

#include <gmock/gmock.h>

namespace menshen {
namespace {

using State = AtReply::State;

AtReply replyTo(const std::string &command, std::string_view bytes, bool prompt = false)
{
    AtReply reply(command, prompt);
    for (const char byte : bytes) // as a slow line brings them
        reply.add({&byte, 1});
    return reply;
}

TEST(AtReply, WaitsUntilAnEndCame)
{
    for (const char *bytes : {"", "\r\n", "O", "OK", "garbage\r\n", "AT\r", "OKAY\r\n", "\r\nRING\r\n", "XERROR\r\n", "> \r\n"})
        EXPECT_EQ(replyTo("AT", bytes).state(), State::Waiting) << bytes;
}

TEST(AtReply, FailuresAreFailuresWhateverCameBefore)
{
    EXPECT_EQ(replyTo("AT", "AT\r\r\nERROR\r\n").failure(), "ERROR");
    EXPECT_EQ(replyTo("AT", "\r\n+CMS ERROR: 38\r\n").smsError(), 38);
    EXPECT_EQ(replyTo("AT", "x\r\n+CMS ERROR:500\r").smsError(), 500);
    for (const char *bytes : {"\r\nERROR\r\n", "+CME ERROR: 10\r\n", "+CMS ERROR: operation not allowed\r\n", "+CMS ERROR:\r\n",
                              "+CMS ERROR: 99999999999999\r\n", "+CMS ERROR: 3x\r\n"}) {
        const auto reply = replyTo("AT", bytes);
        EXPECT_EQ(reply.state(), State::Failed) << bytes;
        EXPECT_FALSE(reply.smsError()) << bytes;
    }
}

TEST(AtReply, AModemThatBabblesIsNotListenedToForEver)
{
    AtReply reply("AT");
    EXPECT_EQ(reply.add(std::string(20'000, 'x')), State::Nonsense);
    EXPECT_EQ(reply.add("\r\nOK\r\n"), State::Nonsense);
}

TEST(AtReply, WhatComesAfterTheEndChangesNothing)
{
    AtReply reply("AT");
    EXPECT_EQ(reply.add("\r\nOK\r\nERROR\r\n"), State::Ok);
    EXPECT_EQ(reply.add("ERROR\r\n"), State::Ok);
}

TEST(AtReply, EchoAndUnaskedWordsAreNoAnswer)
{
    const auto reply = replyTo("AT+CPIN?", "AT+CPIN?\r\r\n^RSSI:18\r\n\r\n+CPIN: READY\r\n\r\nOK\r\n");
    EXPECT_EQ(reply.state(), State::Ok);
    EXPECT_EQ(reply.after("+CPIN:"), "READY");
    EXPECT_FALSE(reply.after("+CREG:"));
}

TEST(AtReply, APromptCountsOnlyWhereItIsWanted)
{
    EXPECT_EQ(replyTo("AT+CMGS=\"0031\"", "AT+CMGS=\"0031\"\r\r\n> ", true).state(), State::Prompt);
    EXPECT_EQ(replyTo("AT+CMGS=\"0031\"", "\r\n>", true).state(), State::Prompt);
    EXPECT_EQ(replyTo("AT", "\r\n> ").state(), State::Waiting);
    EXPECT_EQ(replyTo("AT", "x> ", true).state(), State::Waiting);
}

} // namespace
} // namespace menshen

// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/secrets/KeyStores.h"

#include <gmock/gmock.h>

#include <array>
#include <future>
#include <poll.h>
#include <pty.h>
#include <termios.h>
#include <unistd.h>

namespace menshen {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string wordsOf(const Result<StationSecret> &result)
{
    return result ? std::get<Passphrase>(result->secret).text() : "error: " + result.error().detail;
}

ErrorCode codeOf(const Result<StationSecret> &result) { return result ? ErrorCode{-1} : result.error().code; }

/// What is piped into the program.
class PipedPassphrase : public testing::Test {
protected:
    PipedPassphrase() { EXPECT_EQ(::pipe(m_ends.data()), 0); }
    ~PipedPassphrase() override
    {
        ::close(m_ends[0]);
        end();
    }
    void put(const std::string &text) const { ASSERT_EQ(::write(m_ends[1], text.data(), text.size()), static_cast<ssize_t>(text.size())); }
    void end()
    {
        if (m_ends[1] >= 0)
            ::close(m_ends[1]);
        m_ends[1] = -1;
    }
    [[nodiscard]] int in() const { return m_ends[0]; }

private:
    std::array<int, 2> m_ends{-1, -1};
};

TEST_F(PipedPassphrase, TheFirstLineIsItAndTheRestIsForOthers)
{
    put("correct horse battery\nsomething else\n");
    KeyPassphrase store(in());
    EXPECT_EQ(wordsOf(store.load()), "correct horse battery");
    std::array<char, 64> rest{};
    const auto count = ::read(in(), rest.data(), rest.size());
    EXPECT_EQ(std::string(rest.data(), static_cast<std::size_t>(count)), "something else\n");
}

TEST_F(PipedPassphrase, ItIsAskedForOnceAndRemembered)
{
    put("correct horse battery\nanother one than before\n");
    KeyPassphrase store(in());
    EXPECT_EQ(wordsOf(store.load()), "correct horse battery");
    EXPECT_EQ(wordsOf(store.load()), "correct horse battery");
    EXPECT_EQ(wordsOf(store.create()), "correct horse battery");
    EXPECT_EQ(store.load()->station, std::nullopt);
}

TEST_F(PipedPassphrase, ALastLineWithoutAnEndAndOneOfAnotherSystemAreTaken)
{
    put("口令 with spaces \r\nand the next");
    end();
    EXPECT_EQ(wordsOf(KeyPassphrase(in()).load()), "口令 with spaces ");
    EXPECT_EQ(wordsOf(KeyPassphrase(in()).create()), "and the next");
}

TEST_F(PipedPassphrase, NothingOrAnEmptyLineIsNoPassphraseAndIsNotRemembered)
{
    put("\n\r\nat last a passphrase\n");
    end();
    KeyPassphrase store(in());
    EXPECT_EQ(codeOf(store.load()), ErrorCode::NotFound);
    EXPECT_EQ(codeOf(store.create()), ErrorCode::NotFound);
    EXPECT_EQ(wordsOf(store.load()), "at last a passphrase");
    EXPECT_EQ(codeOf(KeyPassphrase(in()).load()), ErrorCode::NotFound) << "at the end of the input";
}

TEST_F(PipedPassphrase, AnEndlessLineIsRefusedAndWhatFollowsItIsStillALine)
{
    put(std::string(1025, 'x') + '\n' + std::string(1024, 'y') + '\n');
    const auto error = KeyPassphrase(in()).load();
    EXPECT_EQ(codeOf(error), ErrorCode::BadInput);
    EXPECT_THAT(error.error().detail, Not(HasSubstr("xxx")));
    EXPECT_EQ(wordsOf(KeyPassphrase(in()).load()), std::string(1024, 'y'));
}

TEST_F(PipedPassphrase, AClosedInputIsAnError) { EXPECT_EQ(codeOf(KeyPassphrase(-1).load()), ErrorCode::Storage); }

TEST_F(PipedPassphrase, ANewPassphraseIsRememberedAndAKeyIsRefused)
{
    put("correct horse battery\n");
    KeyPassphrase store(in());
    EXPECT_EQ(wordsOf(store.load()), "correct horse battery");
    const auto refused = store.replace({StationId{}, SecretKey{}});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::BadInput);
    EXPECT_EQ(wordsOf(store.load()), "correct horse battery");
    ASSERT_TRUE(store.replace({std::nullopt, Passphrase("quite another thing")}));
    EXPECT_EQ(wordsOf(store.load()), "quite another thing");
}

/// A person at a terminal.
class TypedPassphrase : public testing::Test {
protected:
    TypedPassphrase() { EXPECT_EQ(::openpty(&m_person, &m_program, nullptr, nullptr, nullptr), 0); }
    ~TypedPassphrase() override
    {
        ::close(m_person);
        ::close(m_program);
    }
    /// Everything the terminal shows until it shows `text`.
    void awaitShown(const std::string &text)
    {
        const auto from = m_shown.size();
        while (m_shown.find(text, from) == std::string::npos) {
            pollfd waiting{m_person, POLLIN, 0};
            ASSERT_EQ(::poll(&waiting, 1, 30'000), 1) << "shown so far: " << m_shown;
            std::array<char, 256> bytes{};
            const auto count = ::read(m_person, bytes.data(), bytes.size());
            ASSERT_GT(count, 0);
            m_shown.append(bytes.data(), static_cast<std::size_t>(count));
        }
    }
    void type(const std::string &text) const { ASSERT_EQ(::write(m_person, text.data(), text.size()), static_cast<ssize_t>(text.size())); }
    [[nodiscard]] bool echoes() const
    {
        termios mode{};
        EXPECT_EQ(::tcgetattr(m_program, &mode), 0);
        return (mode.c_lflag & ECHO) != 0 && (mode.c_lflag & ISIG) != 0;
    }
    [[nodiscard]] int program() const { return m_program; }
    [[nodiscard]] const std::string &shown() const { return m_shown; }

private:
    int m_person = -1, m_program = -1;
    std::string m_shown;
};

TEST_F(TypedPassphrase, ThePromptIsInBothLanguagesAndNothingTypedIsShown)
{
    KeyPassphrase store(program());
    auto answer = std::async(std::launch::async, [&] { return store.load(); });
    awaitShown("口令 / Passphrase: ");
    EXPECT_FALSE(echoes());
    type("correct horse battery\n");
    EXPECT_EQ(wordsOf(answer.get()), "correct horse battery");
    awaitShown("\n");
    EXPECT_THAT(shown(), Not(HasSubstr("horse")));
    EXPECT_TRUE(echoes()) << "the terminal is as it was";
}

TEST_F(TypedPassphrase, ANewOneIsTypedTwice)
{
    KeyPassphrase store(program());
    auto answer = std::async(std::launch::async, [&] { return store.create(); });
    awaitShown("Passphrase: ");
    type("correct horse battery\n");
    awaitShown("再输入一次 / Once more: ");
    type("correct horse battery\n");
    EXPECT_EQ(wordsOf(answer.get()), "correct horse battery");
    EXPECT_THAT(shown(), Not(HasSubstr("horse")));
}

TEST_F(TypedPassphrase, TwoThatDifferAreRefusedAndNoneIsRemembered)
{
    KeyPassphrase store(program());
    auto answer = std::async(std::launch::async, [&] { return store.create(); });
    awaitShown("Passphrase: ");
    type("correct horse battery\n");
    awaitShown("Once more: ");
    type("correct horse batterie\n");
    EXPECT_EQ(codeOf(answer.get()), ErrorCode::BadInput);
    auto again = std::async(std::launch::async, [&] { return store.load(); });
    awaitShown("Passphrase: ");
    type("the third one it is\n");
    EXPECT_EQ(wordsOf(again.get()), "the third one it is");
}

TEST_F(TypedPassphrase, OneThatWasTypedToOpenIsConfirmedBeforeAStationIsMadeOfIt)
{
    KeyPassphrase store(program());
    auto answer = std::async(std::launch::async, [&] { return store.load(); });
    awaitShown("Passphrase: ");
    type("correct horse battery\n");
    EXPECT_EQ(wordsOf(answer.get()), "correct horse battery");
    auto confirmed = std::async(std::launch::async, [&] { return store.create(); });
    awaitShown("Passphrase: ");
    type("correct horse batterie\n");
    EXPECT_EQ(codeOf(confirmed.get()), ErrorCode::BadInput);
}

TEST_F(TypedPassphrase, CtrlCCancelsAndTheTerminalEchoesAgain)
{
    KeyPassphrase store(program());
    auto answer = std::async(std::launch::async, [&] { return store.create(); });
    awaitShown("Passphrase: ");
    type("correct h\x03");
    EXPECT_EQ(codeOf(answer.get()), ErrorCode::Cancelled);
    EXPECT_TRUE(echoes());
}

TEST_F(TypedPassphrase, WhatWasTypedInTheOpenBeforeThePromptIsNotTaken)
{
    type("typed too early\n");
    awaitShown("typed too early");
    KeyPassphrase store(program());
    auto answer = std::async(std::launch::async, [&] { return store.load(); });
    awaitShown("Passphrase: ");
    type("correct horse battery\n");
    EXPECT_EQ(wordsOf(answer.get()), "correct horse battery");
}

} // namespace
} // namespace menshen

// SPDX-License-Identifier: GPL-3.0-or-later
// An evening of the leading group: a mail server, a robot, a webhook and a modem that are not ours; the engine's process is killed at
// each of its steps and started again. In the end the ledger's story and what the servers were given agree.
#include "db/sqlite/ChainWalk.h"
#include "db/sqlite/JournalReader.h"
#include "tests/drivers/couriers/Server.h"
#include "tests/support/TestKeyStore.h"

#include <gmock/gmock.h>

#include <csignal>
#include <map>
#include <random>

namespace menshen::test {
namespace {

using nlohmann::json;
using testing::Ge;
using testing::IsEmpty;

/// A process of ours has ended where none should.
class Died : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

class Evening : public testing::Test {
protected:
    static constexpr int kPatient = 1;

    void begin(bool real = false, int hurry = kPatient)
    {
        m_real = real;
        m_hurry = hurry;
        start();
    }

    // ---- the engine's process

    void start()
    {
        std::vector<std::string> arguments{
            MENSHEN_EVENING, "--ledger", path(),          "--mail",  m_mail.place(),         "--robot", m_robot.place(),        "--hook",
            m_hook.place(),  "--modem",  m_modem.place(), "--start", std::to_string(m_wall), "--hurry", std::to_string(m_hurry)};
        if (m_real) {
            arguments.emplace_back("--real");
        }
        m_engine = std::make_unique<Subprocess>(arguments, true);
        m_engine->say(m_trap);
    }
    json hear()
    {
        try {
            return json::parse(m_engine->line(std::chrono::seconds(20)));
        } catch (const std::runtime_error &) {
            const auto ended = m_engine->wait(std::chrono::seconds(1));
            if (ended.code != 128 + SIGKILL) {
                ADD_FAILURE() << "ended by itself or hung: " << ended.code << ' ' << ended.err;
                throw;
            }
            throw Died("killed");
        }
    }
    /// Starts it again, a second later, without the trap.
    void restart()
    {
        ++m_deaths;
        m_trap.clear();
        m_wall += 1'000'000;
        start();
    }
    /// Nothing is due and nothing under way; however often it dies on the way.
    json settled()
    {
        for (;;) {
            try {
                m_engine->say("quiet");
                json heard = hear();
                while (heard["event"] != "quiet") {
                    heard = hear();
                }
                collect();
                return m_state = heard;
            } catch (const Died &) {
                restart();
            }
        }
    }
    /// Says it until `isSo` of what the ledger holds.
    void make(const std::function<std::string()> &command, const std::function<bool()> &isSo)
    {
        while (!isSo()) {
            try {
                m_engine->say(command());
                while (hear()["event"] != "done") {}
            } catch (const Died &) {
                restart();
            }
            settled();
        }
    }
    void advance(Micros by)
    {
        m_wall += by.count();
        m_engine->say("advance " + std::to_string(by.count()));
        settled();
    }
    void kill()
    {
        m_engine->signal(SIGKILL);
        (void)m_engine->wait();
        restart();
    }

    // ---- what people do

    void raise()
    {
        settled();
        make([] { return "raise"; }, [this] { return !m_state["alerts"].empty(); });
        m_alert = m_state["alerts"][0]["id"];
    }
    void acknowledge()
    {
        make([this] { return "acknowledge " + std::to_string(m_alert); },
             [this] { return m_state["alerts"][0]["acknowledged"].get<bool>(); });
    }
    void silence(std::chrono::seconds lasts)
    {
        make([this, lasts] { return "silence " + std::to_string(m_alert) + " " + std::to_string(lasts.count()); },
             [this] { return m_state["alerts"][0]["silent"].get<bool>(); });
    }
    /// Whoever ends it has acknowledged it.
    void end()
    {
        acknowledge();
        make([this] { return "end " + std::to_string(m_alert); }, [this] { return m_state["alerts"].empty(); });
    }

    // ---- the other sides

    void keep(const std::string &name, json message)
    {
        // A long text is several SMS, "1/2 …" and so on: one message.
        if (name != "sms" || message["text"].get<std::string>().find_first_not_of("23456789") == 0) {
            m_got[name].push_back(std::move(message));
        }
    }
    void collect()
    {
        for (auto &[name, server] :
             std::map<std::string, Server *>{{"mail", &m_mail}, {"robot", &m_robot}, {"sms", &m_modem}, {"hook", &m_hook}}) {
            for (;;) {
                try {
                    keep(name, json::parse(server->process().line(std::chrono::milliseconds(10))));
                } catch (const std::runtime_error &) {
                    break;
                }
            }
        }
    }
    [[nodiscard]] std::map<std::string, std::size_t> counts() const
    {
        std::map<std::string, std::size_t> found{{"mail", 0}, {"robot", 0}, {"sms", 0}, {"hook", 0}};
        for (const auto &[name, messages] : m_got) {
            found[name] = messages.size();
        }
        return found;
    }
    [[nodiscard]] std::size_t all() const
    {
        std::size_t sum = 0;
        for (const auto &[name, count] : counts()) {
            sum += count;
        }
        return sum;
    }

    // ---- the ledger

    [[nodiscard]] std::string path() const { return (m_folder / "evening.db").string(); }

    /// How often each courier was to send (planned) and did (delivered), by the ledger.
    struct Story {
        std::map<std::string, std::size_t> planned, delivered;
        std::map<std::string, int> steps;
        int stuck = 0;
    };
    [[nodiscard]] Story story() const
    {
        Story told;
        TestKeyStore store;
        auto keys = KeyRing::open(path(), store);
        auto reader = JournalReader::open(path(), keys ? *keys : nullptr);
        if (!keys || !reader) {
            ADD_FAILURE() << "the ledger cannot be read";
            return told;
        }
        for (EntrySeq at{};;) {
            const auto page = (*reader)->entries(at, 500);
            if (!page || page->empty()) {
                EXPECT_TRUE(page);
                break;
            }
            for (const JournalRecord &record : *page) {
                at = record.receipt.seq;
                if (const auto *step = std::get_if<EscalationEntry>(&record.entry)) {
                    told.planned[step->courier] += step->step == EscalationStep::Planned ? 1 : 0;
                    told.delivered[step->courier] += step->step == EscalationStep::Delivered ? 1 : 0;
                    ++told.steps[std::to_string(static_cast<int>(step->step))];
                } else if (const auto *station = std::get_if<StationEntry>(&record.entry)) {
                    told.stuck += station->action == StationAction::EscalationStuck ? 1 : 0;
                }
            }
        }
        const auto walk = ChainWalk::open(path(), {{}, *keys, {}});
        const auto verdict = walk ? (*walk)->run({}, {}) : Result<ChainVerdict>(walk.error());
        EXPECT_TRUE(verdict && verdict->sound()) << "the chain";
        return told;
    }
    /// Every delivery that the ledger knows of arrived; nothing arrived that it had not announced. A message may have come twice: once
    /// more for each time the process died.
    void expectThatBothSidesAgree()
    {
        const Story told = story();
        for (const auto &[name, count] : counts()) {
            const auto at = [&name = name](const std::map<std::string, std::size_t> &from) {
                const auto found = from.find(name);
                return found == from.end() ? 0U : found->second;
            };
            EXPECT_GE(count, at(told.delivered)) << name;
            EXPECT_LE(count, at(told.planned) + static_cast<std::size_t>(m_deaths)) << name;
        }
        EXPECT_EQ(told.stuck, 0);
        const std::string number = std::to_string(m_alert);
        for (const json &mail : m_got["mail"]) {
            EXPECT_NE(mail["headers"]["Message-ID"].get<std::string>().find(number + "-0-"), std::string::npos);
        }
        for (const json &request : m_got["robot"]) {
            EXPECT_TRUE(request["refusal"].is_null()) << "the signature";
        }
        for (const json &request : m_got["hook"]) {
            EXPECT_TRUE(request["refusal"].is_null()) << "the signature";
        }
    }

    /// Every level, failover, silence, an acknowledgement that expires, the end.
    void goThroughTheEvening()
    {
        raise();
        auto told = counts();
        EXPECT_THAT(told["robot"], Ge(1U)) << "the office: its mail is put off, so the robot";
        EXPECT_THAT(told["hook"], Ge(1U)) << "the CDC beside";
        EXPECT_EQ(told["sms"], 0U);
        advance(5min);
        EXPECT_THAT(counts()["sms"], Ge(1U)) << "the leader";
        advance(10min);
        EXPECT_THAT(counts()["mail"], Ge(1U)) << "the director";
        silence(20min);
        const auto before = all();
        advance(12min);
        EXPECT_EQ(all(), before) << "silent";
        EXPECT_GE(story().steps[std::to_string(static_cast<int>(EscalationStep::Hidden))], 1) << "but not concealed";
        told = counts();
        advance(10min);
        EXPECT_GT(counts()["robot"], told["robot"]) << "the second round";
        acknowledge();
        const auto answered = all();
        advance(25min);
        EXPECT_EQ(all(), answered);
        advance(6min);
        EXPECT_GT(all(), answered) << "nobody finished it: live again";
        end();
        const auto last = all();
        advance(24h);
        EXPECT_EQ(all(), last) << "over";
        expectThatBothSidesAgree();
    }

    TestFolder m_folder;
    Server m_mail{"mail_server.py"};
    Server m_robot{"http_server.py", {"--kind", "dingtalk"}};
    Server m_hook{"http_server.py", {"--kind", "webhook"}};
    Server m_modem{"modem.py"};
    std::map<std::string, std::vector<json>> m_got;
    std::unique_ptr<Subprocess> m_engine;
    std::string m_trap;
    std::int64_t m_wall = std::chrono::duration_cast<Micros>(std::chrono::system_clock::now().time_since_epoch()).count();
    std::int64_t m_alert = 0;
    json m_state{{"alerts", json::array()}};
    int m_deaths = 0;
    bool m_real = false;
    int m_hurry = kPatient;
};

TEST_F(Evening, WithoutADeathEveryMessageComesOnce)
{
    begin();
    goThroughTheEvening();
    EXPECT_EQ(m_deaths, 0);
    const Story told = story();
    for (const auto &[name, count] : told.delivered) {
        EXPECT_EQ(counts()[name], count) << name;
    }
}

/// "before raised": the process dies before the entry is on its way to the disk. "after": it is durable and nobody knows yet.
class KilledEvening : public Evening, public testing::WithParamInterface<std::string> {};

TEST_P(KilledEvening, NothingIsLostAndNothingGoesOn)
{
    m_trap = "kill " + GetParam();
    begin();
    goThroughTheEvening();
    EXPECT_EQ(m_deaths, 1) << "the step never came";
}

std::vector<std::string> steps()
{
    std::vector<std::string> all;
    for (const char *step :
         {"raised", "planned", "sending", "failed", "delivered", "silenced", "hidden", "acknowledged", "expired", "ended"}) {
        all.push_back(std::string("before ") + step);
        all.push_back(std::string("after ") + step);
    }
    return all;
}

INSTANTIATE_TEST_SUITE_P(AtEachStep, KilledEvening, testing::ValuesIn(steps()), [](const auto &info) {
    std::string name = info.param;
    name[name.find(' ')] = '_';
    return name;
});

TEST_F(Evening, InRealTimeItClimbsThroughKillsAtAnyMomentAndFallsSilentWhenItIsOver)
{
    begin(true, 300); // five minutes are one second
    raise();
    std::mt19937 numbers(20201122);
    for (int round = 0; round < 6; ++round) {
        // At some moment of the next message's way: right after it left, or a little later.
        auto &server = round % 3 == 0 ? m_robot : round % 3 == 1 ? m_modem : m_mail;
        const std::string name = round % 3 == 0 ? "robot" : round % 3 == 1 ? "sms" : "mail";
        keep(name, json::parse(server.process().line(std::chrono::seconds(60))));
        if (numbers() % 2 == 0) {
            collect();
        }
        kill();
    }
    settled();
    end();
    const auto last = all();
    settled();
    EXPECT_EQ(all(), last);
    expectThatBothSidesAgree();
}

} // namespace
} // namespace menshen::test

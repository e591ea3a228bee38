// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/sqlite/ChainWalk.h"
#include "db/sqlite/JournalReader.h"
#include "tests/drivers/couriers/Server.h"
#include "tests/support/TestKeyStore.h"

#include <gmock/gmock.h>

#include <csignal>
#include <functional>
#include <map>
#include <memory>

namespace menshen::test {

/// A process of ours has ended where none should.
class Died : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// A mail server, a robot, a webhook and a modem that are not ours, and the engine's process, which dies and is started again.
class EveningFixture : public testing::Test {
protected:
    using json = nlohmann::json;
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

    [[nodiscard]] std::string path() const { return (m_folder / m_file).string(); }

    /// How often each courier was to send (planned) and did (delivered), by the ledger.
    struct Story {
        std::map<std::string, std::size_t> planned, delivered;
        std::map<std::string, int> steps;
        int stuck = 0;
    };
    [[nodiscard]] Story story() const
    {
        Story told;
        for (const JournalRecord &record : entries()) {
            if (const auto *step = std::get_if<EscalationEntry>(&record.entry)) {
                told.planned[step->courier] += step->step == EscalationStep::Planned ? 1 : 0;
                told.delivered[step->courier] += step->step == EscalationStep::Delivered ? 1 : 0;
                ++told.steps[std::to_string(static_cast<int>(step->step))];
            } else if (const auto *station = std::get_if<StationEntry>(&record.entry)) {
                told.stuck += station->action == StationAction::EscalationStuck ? 1 : 0;
            }
        }
        return told;
    }
    /// All of them, of a chain that is sound.
    [[nodiscard]] std::vector<JournalRecord> entries() const
    {
        std::vector<JournalRecord> all;
        TestKeyStore store;
        const auto keys = KeyRing::open(path(), store);
        auto reader = JournalReader::open(path(), keys ? *keys : nullptr);
        if (!keys || !reader) {
            ADD_FAILURE() << "the ledger cannot be read";
            return all;
        }
        for (EntrySeq at{};; at = all.back().receipt.seq) {
            const auto page = (*reader)->entries(at, 500);
            if (!page || page->empty()) {
                EXPECT_TRUE(page);
                break;
            }
            all.insert(all.end(), page->begin(), page->end());
        }
        const auto walk = ChainWalk::open(path(), {{}, *keys, {}});
        const auto verdict = walk ? (*walk)->run({}, {}) : Result<ChainVerdict>(walk.error());
        EXPECT_TRUE(verdict && verdict->sound()) << "the chain";
        return all;
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
            const auto id = mail["headers"]["Message-ID"].get<std::string>();
            EXPECT_TRUE(id.find(number + "-0-") != std::string::npos || id.find(number + "-over-") != std::string::npos) << id;
        }
        for (const json &request : m_got["robot"]) {
            EXPECT_TRUE(request["refusal"].is_null()) << "the signature";
        }
        for (const json &request : m_got["hook"]) {
            EXPECT_TRUE(request["refusal"].is_null()) << "the signature";
        }
    }

    TestFolder m_folder;
    std::string m_file = "evening.db";
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

} // namespace menshen::test

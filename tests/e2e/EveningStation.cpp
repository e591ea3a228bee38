// SPDX-License-Identifier: GPL-3.0-or-later
// The station's engine with a real ledger and real couriers, without a window: what EveningTest kills and starts again. It takes commands
// on standard input and answers with lines of JSON. `kill before|after STEP` makes it kill itself where that step becomes durable or
// goes out; only the clock is made up, unless --real.
#include "db/sqlite/SqliteLedger.h"
#include "db/sqlite/SqliteLedgerReader.h"
#include "drivers/couriers/MakeCourier.h"
#include "menshen/app/Station.h"
#include "menshen/core/Overloaded.h"
#include "tests/support/TestClocks.h"
#include "tests/support/TestKeyStore.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <iostream>
#include <mutex>
#include <sstream>
#include <unistd.h>

using namespace menshen;

namespace {

struct Arguments {
    std::string ledger;
    int mail = 0, robot = 0, hook = 0;
    std::string modem;
    std::int64_t start = 0; ///< µs: where the clock begins
    bool real = false;
    int hurry = 1; ///< patience is so many times shorter
};

/// Stands still until it is told, or real time.
class EveningClock final : public Clock {
public:
    EveningClock(WallTime start, bool real) : m_start(start), m_real(real) {}
    [[nodiscard]] WallTime wall() const override { return m_real ? m_time.wall() : m_start + m_passed.load(); }
    [[nodiscard]] MonoTime mono() const override { return m_real ? m_time.mono() : MonoTime{1h} + m_passed.load(); }
    void advance(Micros by) { m_passed = m_passed.load() + by; }

private:
    const WallTime m_start;
    const bool m_real;
    const test::RealClock m_time;
    std::atomic<Micros> m_passed{0us};
};

/// Where the process dies; any thread.
class Trap {
public:
    void arm(const std::string &where)
    {
        const std::scoped_lock lock(m_mutex);
        m_where = where;
    }
    void pass(const std::string &when, const std::string &step)
    {
        const std::scoped_lock lock(m_mutex);
        if (m_where == when + " " + step) {
            ::kill(::getpid(), SIGKILL);
        }
    }

private:
    std::mutex m_mutex;
    std::string m_where;
};

std::string nameOf(const Entry &entry)
{
    static constexpr const char *kSteps[]{"planned", "delivered", "failed", "silenced", "hidden", "expired", "seen", "withdrawn"};
    return std::visit(Overloaded{[](const EscalationEntry &step) { return std::string(kSteps[static_cast<std::size_t>(step.step)]); },
                                 [](const AlertRaisedEntry &) { return std::string("raised"); },
                                 [](const AlertActionEntry &action) {
                                     return std::string(action.action == AlertAction::Acknowledged ? "acknowledged" : "ended");
                                 },
                                 [](const auto &) { return std::string("other"); }},
                      entry);
}

class TrappedLedger final : public Ledger {
public:
    TrappedLedger(Ledger &ledger, Trap &trap) : m_ledger(ledger), m_trap(trap) {}
    void append(EntryDraft draft, Done done) override
    {
        const std::string name = nameOf(draft.entry);
        m_trap.pass("before", name);
        m_ledger.append(std::move(draft), [this, name, done = std::move(done)](Result<Receipt> result) {
            m_trap.pass("after", name);
            done(std::move(result));
        });
    }
    void appendAll(std::vector<EntryDraft> drafts, AllDone done) override
    {
        std::vector<std::string> names;
        for (const EntryDraft &draft : drafts) {
            names.push_back(nameOf(draft.entry));
            m_trap.pass("before", names.back());
        }
        m_ledger.appendAll(std::move(drafts), [this, names, done = std::move(done)](Result<std::vector<Receipt>> result) {
            for (const std::string &name : names) {
                m_trap.pass("after", name);
            }
            done(std::move(result));
        });
    }

private:
    Ledger &m_ledger;
    Trap &m_trap;
};

class TrappedCourier final : public Courier {
public:
    TrappedCourier(std::unique_ptr<Courier> courier, Trap &trap) : m_courier(std::move(courier)), m_trap(trap) {}
    Delivery deliver(const CourierMessage &message, std::stop_token stop) override
    {
        m_trap.pass("before", "sending");
        Delivery delivery = m_courier->deliver(message, std::move(stop));
        m_trap.pass("after", "sending");
        return delivery;
    }

private:
    std::unique_ptr<Courier> m_courier;
    Trap &m_trap;
};

/// By a real clock: the other sides look whether a signature is fresh.
std::vector<CourierPart> couriersFor(const Arguments &arguments, const Clock &clock, Trap &trap)
{
    const auto made = [&](CourierSettings settings, const std::string &secret) {
        settings.timeout = 20s;
        return CourierPart{settings.id, [settings, secret, &clock, &trap]() -> std::unique_ptr<Courier> {
                               auto reader = [secret]() -> Result<Passphrase> { return Passphrase(secret); };
                               return std::make_unique<TrappedCourier>(makeCourier(settings, reader, clock), trap);
                           }};
    };
    const std::string local = "http://127.0.0.1:";
    SmtpSettings mail{{"127.0.0.1", static_cast<std::uint16_t>(arguments.mail)}, MailSecurity::None, "", "menshen@example.org"};
    return {made({"mail", mail, {}, {}}, ""),
            made({"robot", RobotSettings{RobotKind::DingTalk}, {}, {}},
                 local + std::to_string(arguments.robot) + "/robot/send?access_token=TOKEN\nSECtest"),
            made({"sms", SmsSettings{{.device = arguments.modem}}, {}, {}}, ""),
            made({"hook", WebhookSettings{local + std::to_string(arguments.hook) + "/alerts"}, {}, {}}, "SECtest")};
}

/// Office (its mail is put off by the server: failover to the robot), leader by SMS, director by mail; the CDC beside.
EscalationPolicy ladder(int hurry)
{
    EscalationPolicy policy;
    policy.levels = {
        {"office", {"办公室", "Office"}, {{"王主任", "13800138000", "grey@example.org"}}, {"mail", "robot"}, Micros{5min} / hurry},
        {"leader", {"带班领导", "On-duty leader"}, {{"李局长", "13900139000", ""}}, {"sms"}, Micros{10min} / hurry},
        {"director", {"组长", "Leader"}, {{"赵组长", "", "director@example.org"}}, {"mail"}, Micros{10min} / hurry}};
    policy.beside = {{"cdc", {"疾控中心", "CDC"}, {{"值班室", "", ""}}, {"hook"}, Micros{5min} / hurry}};
    policy.acknowledgedFor = Micros{30min} / hurry;
    return policy;
}

/// What the test is told, and when.
class Reporter {
public:
    explicit Reporter(const Clock &clock) : m_clock(clock) {}

    void see(const SnapshotPtr &snapshot)
    {
        const std::scoped_lock lock(m_mutex);
        if (m_wantsQuiet && isQuiet(*snapshot)) {
            m_wantsQuiet = false;
            print("quiet", *snapshot);
        } else if (m_wantsSilence && isSilent(*snapshot)) {
            m_wantsSilence = false;
            print("done", *snapshot);
        }
    }
    void wantQuiet()
    {
        const std::scoped_lock lock(m_mutex);
        m_wantsQuiet = true;
    }
    void wantSilence()
    {
        const std::scoped_lock lock(m_mutex);
        m_wantsSilence = true;
    }
    /// A command has become durable, or was refused.
    void answer(const Result<Receipt> &result)
    {
        const std::scoped_lock lock(m_mutex);
        say({{"event", "done"}, {"ok", static_cast<bool>(result)}, {"why", result ? "" : result.error().detail}});
    }

private:
    /// Nothing is due, under way or older than the clock.
    [[nodiscard]] bool isQuiet(const Snapshot &snapshot) const
    {
        const WallTime now = m_clock.wall();
        return snapshot.door.wall + 1s >= now && snapshot.alerts.size() == snapshot.escalations->size() &&
               std::ranges::all_of(*snapshot.escalations, [&](const EscalationView &view) { return !view.next || *view.next > now; }) &&
               std::ranges::all_of(*snapshot.couriers, [](const CourierView &courier) { return courier.underWay == 0; });
    }
    [[nodiscard]] static bool isSilent(const Snapshot &snapshot)
    {
        return std::ranges::any_of(*snapshot.escalations, &EscalationView::silent);
    }
    void print(const char *event, const Snapshot &snapshot) const
    {
        nlohmann::json alerts = nlohmann::json::array();
        for (std::size_t i = 0; i < snapshot.alerts.size(); ++i) {
            alerts.push_back({{"id", snapshot.alerts[i].id.value},
                              {"acknowledged", snapshot.alerts[i].acknowledgedAt.has_value()},
                              {"silent", snapshot.escalations->at(i).silent}});
        }
        say({{"event", event}, {"alerts", alerts}, {"wall", m_clock.wall().time_since_epoch().count()}});
    }
    static void say(const nlohmann::json &what)
    {
        std::cout << what.dump() << std::endl; // the test waits for it
    }

    const Clock &m_clock;
    std::mutex m_mutex;
    bool m_wantsQuiet = false, m_wantsSilence = false;
};

AlertActionEntry actionOf(std::int64_t alert, AlertAction action)
{
    AlertActionEntry entry;
    entry.alert = {alert};
    entry.action = action;
    if (action == AlertAction::FalseAlarm) {
        entry.reason = "hot tea";
        entry.checkedBy = "nurse";
    }
    return entry;
}

void obey(std::istringstream words, Station &station, EveningClock &clock, Trap &trap, Reporter &reporter)
{
    const auto answer = [&reporter](const Result<Receipt> &result) { reporter.answer(result); };
    std::string verb;
    std::int64_t number = 0;
    words >> verb;
    if (verb == "kill") {
        std::string when, step;
        words >> when >> step;
        trap.arm(when + " " + step);
    } else if (verb == "advance") {
        words >> number;
        clock.advance(Micros{number});
    } else if (verb == "quiet") {
        reporter.wantQuiet();
    } else if (verb == "raise") {
        station.post(ReportCase{AlertOrigin::Office, CaseSign::FellIll, "张三", "", "office", answer});
    } else if (verb == "acknowledge" || verb == "end") {
        words >> number;
        station.post(ActOnAlert{actionOf(number, verb == "end" ? AlertAction::FalseAlarm : AlertAction::Acknowledged), "office", answer});
    } else if (verb == "silence") {
        std::int64_t seconds = 0;
        words >> number >> seconds;
        reporter.wantSilence();
        station.post(SilenceAlert{{number}, std::chrono::seconds{seconds}, "drill", "office"});
    }
}

int run(const Arguments &arguments)
{
    EveningClock clock(WallTime{Micros{arguments.start}}, arguments.real);
    Trap trap;
    test::TestKeyStore keys;
    LedgerSettings settings;
    settings.path = arguments.ledger;
    settings.ballastBytes = 0;
    const auto ledger = SqliteLedger::open(settings, keys, clock);
    if (!ledger) {
        std::fprintf(stderr, "%s\n", ledger.error().detail.c_str());
        return 1;
    }
    const auto reader = SqliteLedgerReader::open(arguments.ledger, (*ledger)->keys());
    auto open = reader ? (*reader)->openAlerts() : Result<std::vector<std::vector<StoryStep>>>(reader.error());
    if (!open) {
        std::fprintf(stderr, "%s\n", open.error().detail.c_str());
        return 1;
    }
    TrappedLedger trapped(**ledger, trap);
    StationParts parts{clock, trapped, {}, {}, {}, {}};
    const test::RealClock signing;
    parts.couriers = couriersFor(arguments, signing, trap);
    StationOptions options;
    options.tick = 5ms;
    options.stationName = "e2e";
    options.escalation = [policy = ladder(arguments.hurry)](WallTime) { return policy; };
    options.openAlerts = std::move(*open);
    Reporter reporter(clock);
    Station station(
        std::move(parts), std::move(options), [&reporter](const SnapshotPtr &snapshot) { reporter.see(snapshot); }, [](const Frame &) {});
    station.start();
    for (std::string line; std::getline(std::cin, line);) {
        obey(std::istringstream(line), station, clock, trap, reporter);
    }
    station.stop();
    (*ledger)->stop();
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    Arguments arguments;
    CLI::App app{"An evening's engine, for its test"};
    app.add_option("--ledger", arguments.ledger)->required();
    app.add_option("--mail", arguments.mail)->required();
    app.add_option("--robot", arguments.robot)->required();
    app.add_option("--hook", arguments.hook)->required();
    app.add_option("--modem", arguments.modem)->required();
    app.add_option("--start", arguments.start);
    app.add_flag("--real", arguments.real);
    app.add_option("--hurry", arguments.hurry);
    CLI11_PARSE(app, argc, argv);
    return run(arguments);
}

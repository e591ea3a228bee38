// SPDX-License-Identifier: GPL-3.0-or-later
// From a verdict to the moment a server holds the first message, beside the two durable entries that must come before it; and what a
// tick of the engine costs with a thousand alerts open.
//   bench_escalation [alerts]
#include "db/sqlite/SqliteLedger.h"
#include "drivers/couriers/MakeCourier.h"
#include "menshen/app/Station.h"
#include "src/app/EscalationDesk.h"
#include "src/app/Inbox.h"
#include "tests/bench/Bench.h"
#include "tests/support/TestClocks.h"
#include "tests/support/TestFolder.h"
#include "tests/support/TestKeyStore.h"

#include <httplib.h>

#include <future>
#include <thread>

namespace menshen::bench {
namespace {

constexpr int kVerdicts = 200;
constexpr int kOpen = 1000;
constexpr double kFirstSendGoal = 1, kTickGoal = 0.010; ///< s
constexpr const char *kSecret = "SECtest";

EscalationPolicy policyOf(const std::string &courier)
{
    EscalationPolicy policy;
    policy.levels = {{"office", {"办公室", "Office"}, {{"王主任", "13800138000", "office@example.org"}}, {courier}, 5min},
                     {"leader", {"带班领导", "On-duty leader"}, {{"李局长", "13900139000", ""}}, {courier}, 10min}};
    return policy;
}

/// Somebody's server on this machine, that notes when each message is there.
class Receiver {
public:
    Receiver()
    {
        m_server.Post("/alerts", [this](const httplib::Request &, httplib::Response &response) {
            m_arrived.post(Arrival{});
            response.set_content("{}", "application/json");
        });
        m_port = m_server.bind_to_any_port("127.0.0.1");
        m_thread = std::thread([this] { m_server.listen_after_bind(); }); // who connects before waits in the socket
    }
    ~Receiver()
    {
        m_server.stop();
        m_thread.join();
    }
    Receiver(const Receiver &) = delete;
    Receiver &operator=(const Receiver &) = delete;
    [[nodiscard]] std::string url() const { return "http://127.0.0.1:" + std::to_string(m_port) + "/alerts"; }
    void wait()
    {
        if (m_arrived.takeAll({}, 30s).empty())
            giveUp("no message came");
    }

private:
    struct Arrival {};
    httplib::Server m_server;
    Inbox<Arrival> m_arrived;
    std::thread m_thread;
    int m_port = 0;
};

std::unique_ptr<SqliteLedger> ledgerIn(const std::string &path, const Clock &clock)
{
    static test::TestKeyStore keys;
    LedgerSettings settings;
    settings.path = path;
    return must(SqliteLedger::open(settings, keys, clock), "opening a ledger");
}

double durableSeconds(Ledger &ledger, const Clock &clock)
{
    const Watch watch;
    std::promise<void> done;
    const WallTime now = clock.wall();
    ledger.append({now, hallDayOf(now, {}), "bench", StationEntry{}}, [&done](const Result<Receipt> &) { done.set_value(); });
    done.get_future().wait();
    return watch.seconds();
}

void measureFirstSend(const test::TestFolder &folder)
{
    test::RealClock clock;
    Receiver receiver;
    const auto ledger = ledgerIn((folder / "send.db").string(), clock);
    StationParts parts{clock, *ledger, {}, {}, {}, {}};
    CourierSettings hook{"hook", WebhookSettings{receiver.url()}, {}, {}};
    parts.couriers = {{"hook", [hook, &clock] {
                           return makeCourier(
                               hook, []() -> Result<Passphrase> { return Passphrase(kSecret); }, clock);
                       }}};
    StationOptions options;
    options.plan.feverAlerts = true;
    options.escalation = [](WallTime) { return policyOf("hook"); };
    Station station(
        std::move(parts), std::move(options), [](const SnapshotPtr &) {}, [](const Frame &) {});
    station.start();
    Sample first, durable;
    for (int i = 0; i < kVerdicts; ++i) {
        const Watch watch;
        station.post(PunchStaff{{"1001", "王芳", "窗口"}, PunchDirection::In, Celsius{38.4}});
        receiver.wait();
        first.add(watch.seconds());
        durable.add(durableSeconds(*ledger, clock));
    }
    station.stop();
    say(text("a verdict to the first message, %d in a row", kVerdicts),
        text("median %.0f ms, p99 %.0f ms; one durable entry %.0f ms", first.at(0.5) * 1e3, first.at(0.99) * 1e3, durable.at(0.5) * 1e3),
        text("p99 %.0f s", kFirstSendGoal), first.at(0.99) <= kFirstSendGoal);
}

/// A desk whose entries are durable and whose messages are taken at once, so that only its own work is measured.
class Engine {
public:
    explicit Engine(int alerts)
        : m_desk(
              m_clock, "bench", UtcOffset{}, {},
              [this](const Entry &, const std::string &, const std::function<void(const Result<Receipt> &)> &then) {
                  m_home.post([then, this] { then(Receipt{{++m_seq}, m_clock.wall()}); });
              },
              [this](const std::string &, const CourierMessage &, const std::shared_ptr<SendTicket> &,
                     const std::function<void(const Delivery &)> &done) {
                  m_home.post([done] {
                      Delivery delivery;
                      delivery.outcome = Delivery::Outcome::Accepted;
                      done(delivery);
                  });
              },
              [](const EscalationEntry &) {})
    {
        for (int i = 0; i < alerts; ++i) {
            const AlertRaisedEntry entry{{}, {{ReasonCode::Fever, CheckLevel::Hard, std::nullopt, ""}}, "王*", policyOf("hook")};
            m_desk.raised(entry, {{++m_seq}, m_clock.wall()});
        }
        settle();
    }
    void settle()
    {
        for (auto all = m_home.takeAll({}, 0us); !all.empty(); all = m_home.takeAll({}, 0us))
            for (const auto &each : all)
                each();
        m_desk.tick();
    }
    double tickSeconds()
    {
        const Watch watch;
        m_desk.tick();
        return watch.seconds();
    }
    void pass(Micros time) { m_clock.advance(time); }

private:
    test::ManualClock m_clock;
    Inbox<std::function<void()>> m_home;
    std::int64_t m_seq = 0;
    EscalationDesk m_desk;
};

void measureTicks(int alerts)
{
    Engine one(1), many(alerts);
    Sample idle, alone, burst;
    for (int i = 0; i < 1000; ++i) {
        one.pass(1ms);
        many.pass(1ms);
        alone.add(one.tickSeconds());
        idle.add(many.tickSeconds());
    }
    // Everybody's patience ends in the same moment, again and again; the notes of each grow meanwhile.
    for (int i = 0; i < 12; ++i) {
        many.pass(11min);
        burst.add(many.tickSeconds());
        many.settle();
        burst.add(many.tickSeconds());
    }
    say(text("a tick, %d alerts open, nothing due", alerts),
        text("median %.3f ms, p99 %.3f ms; of one alert %.4f ms", idle.at(0.5) * 1e3, idle.at(0.99) * 1e3, alone.at(0.5) * 1e3),
        text("%.0f ms", kTickGoal * 1e3), idle.at(0.99) <= kTickGoal);
    say(text("a tick, all %d due at once", alerts), text("median %.1f ms, worst %.1f ms", burst.at(0.5) * 1e3, burst.at(1) * 1e3),
        text("%.0f ms", kTickGoal * 1e3), burst.at(1) <= kTickGoal);
}

} // namespace
} // namespace menshen::bench

int main(int argc, char **argv)
{
    using namespace menshen;
    const test::TestFolder folder;
    bench::measureTicks(argc > 1 ? std::atoi(argv[1]) : bench::kOpen);
    bench::measureFirstSend(folder);
}

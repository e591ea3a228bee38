// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/SqliteLedger.h"
#include "menshen/app/Station.h"
#include "tests/support/Arrivals.h"
#include "tests/support/TestFolder.h"
#include "tests/support/TestKeyStore.h"

#include <gtest/gtest.h>

#include <atomic>
#include <condition_variable>
#include <cstdlib>
#include <mutex>

using namespace menshen;
using namespace menshen::test;

namespace {

/// Both times, as the model says.
class ModelClock final : public Clock {
public:
    [[nodiscard]] WallTime wall() const override { return WallTime{std::chrono::sys_days{kToday}} + Micros(m_micros.load()); }
    [[nodiscard]] MonoTime mono() const override { return MonoTime(Micros(m_micros.load())); }
    void set(MonoTime now) { m_micros = now.time_since_epoch().count(); }

private:
    std::atomic<Micros::rep> m_micros{100'000'000};
};

/// The real ledger, and what was given to it: with the subjects that no ledger keeps.
class WatchedLedger final : public Ledger {
public:
    explicit WatchedLedger(SqliteLedger &ledger) : m_ledger(ledger) {}
    void append(EntryDraft draft, Done done) override
    {
        see(draft);
        m_ledger.append(std::move(draft), std::move(done));
    }
    void appendAll(std::vector<EntryDraft> drafts, AllDone done) override
    {
        for (const EntryDraft &draft : drafts) {
            see(draft);
        }
        m_ledger.appendAll(std::move(drafts), std::move(done));
    }
    [[nodiscard]] std::vector<ScreeningEffect> take()
    {
        const std::scoped_lock lock(m_mutex);
        return std::exchange(m_seen, {});
    }

private:
    void see(const EntryDraft &draft)
    {
        const std::scoped_lock lock(m_mutex);
        if (const auto *visit = std::get_if<VisitEntry>(&draft.entry)) {
            m_seen.emplace_back(RecordVisit{*visit, visit->evidence.subject});
        } else if (const auto *punch = std::get_if<StaffPunchEntry>(&draft.entry)) {
            m_seen.emplace_back(RecordPunch{*punch, punch->evidence.subject});
        } else if (const auto *alert = std::get_if<AlertRaisedEntry>(&draft.entry)) {
            m_seen.emplace_back(RaiseFinding{alert->evidence ? alert->evidence->subject : SubjectId{}, {}});
        }
    }

    SqliteLedger &m_ledger;
    std::mutex m_mutex;
    std::vector<ScreeningEffect> m_seen;
};

/// The station's engine on its own thread with the real ledger, one event at a time.
class EngineDoor {
public:
    static constexpr bool kHasLedger = true;

    EngineDoor(SqliteLedger &ledger, ModelClock &clock) : m_clock(clock), m_ledger(ledger)
    {
        m_clock.set(MonoTime{100s});
        StationOptions options;
        options.plan = smallPlan();
        options.tick = 1h; // the model's time passes by its events
        m_station = std::make_unique<Station>(
            StationParts{m_clock, m_ledger, {}, {}, {}, {}}, std::move(options),
            [this](SnapshotPtr snapshot) {
                const std::scoped_lock lock(m_mutex);
                m_newest = std::move(snapshot);
                ++m_published;
                m_changed.notify_all();
            },
            [](const Frame &) {});
        m_station->start();
        send(ThermometerUp{true});
        send(CameraUp{true});
    }
    ~EngineDoor() { m_station->stop(); }
    EngineDoor(const EngineDoor &) = delete;
    EngineDoor &operator=(const EngineDoor &) = delete;

    void send(const ScreeningEvent &event)
    {
        if (const auto *tick = std::get_if<Tick>(&event)) {
            m_clock.set(tick->now);
            return;
        }
        m_station->post(event);
        settle();
    }
    [[nodiscard]] std::vector<ScreeningEffect> takeEffects() { return m_ledger.take(); }
    [[nodiscard]] const ScreeningState &state() const { return m_seen->door; }

private:
    /// Returns when the engine has taken everything, the ledger has answered, and its state is here.
    void settle()
    {
        for (;;) {
            std::atomic<bool> taken = false;
            // An answer without an entry: nobody has such an alert.
            m_station->post(
                ActOnAlert{{EntrySeq{-7}, AlertAction::Acknowledged, {}, {}}, "model", [&](const Result<Receipt> &) { taken = true; }});
            std::unique_lock lock(m_mutex);
            const bool came = m_changed.wait_for(lock, 20s, [&] { return taken && m_newest; });
            if (!came) {
                throw std::runtime_error("the engine does not answer");
            }
            m_seen = m_newest;
            const ScreeningState &door = m_seen->door;
            const auto waits = [](const PersonAtDoor &person) { return person.finding.told && person.finding.alert == EntrySeq{}; };
            const bool busy = door.phase == Phase::Recording || waits(door) ||
                              std::ranges::any_of(door.aside, [&](const KeptAside &kept) { return kept.recording || waits(kept); });
            if (!busy) {
                return;
            }
            const auto published = m_published;
            m_changed.wait_for(lock, 5ms, [&] { return m_published != published; });
        }
    }

    ModelClock &m_clock;
    WatchedLedger m_ledger;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    SnapshotPtr m_newest, m_seen;
    std::uint64_t m_published = 0;
    std::unique_ptr<Station> m_station;
};

long sequences()
{
    const char *asked = std::getenv("MENSHEN_ARRIVALS");
    return asked != nullptr ? std::atol(asked) : 15;
}

} // namespace

TEST(EngineArrivals, EveryEntryInTheLedgerHoldsWhatIsOfOnePerson)
{
    const TestFolder folder;
    ModelClock clock;
    TestKeyStore keys;
    LedgerSettings settings;
    settings.path = folder.path() / "ledger.db";
    auto ledger = SqliteLedger::open(settings, keys, clock);
    ASSERT_TRUE(ledger) << ledger.error().detail;
    Arrivals::Figures figures;
    for (long i = 0; i < sequences() && figures.violations.empty(); ++i) {
        EngineDoor door(**ledger, clock);
        Arrivals(static_cast<std::uint32_t>(4711 + i), figures).play(door);
    }
    std::printf("%ld sequences: %ld entries (%ld admitted, %ld punches, %ld findings), %ld swaps (%ld in the same uniform at the same "
                "place), of these not told apart by pictures %ld; entries of two persons %ld\n",
                figures.sequences, figures.entries, figures.admitted, figures.punches, figures.findings, figures.swaps, figures.swapsAlike,
                figures.unseen, figures.mixed);
    for (const std::string &violation : figures.violations) {
        ADD_FAILURE() << violation;
    }
    EXPECT_GT(figures.entries, figures.sequences / 2);
    (*ledger)->stop();
}

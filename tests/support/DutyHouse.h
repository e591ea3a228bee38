// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/sqlite/SqliteLedger.h"
#include "db/sqlite/SqliteLedgerReader.h"
#include "drivers/duty/DutyServer.h"
#include "drivers/secrets/TlsFiles.h"
#include "menshen/app/DutyOffice.h"
#include "tests/support/People.h"
#include "tests/support/SmallPins.h"
#include "tests/support/TestFolder.h"
#include "tests/support/TestKeyStore.h"

#include <condition_variable>
#include <future>
#include <mutex>

namespace menshen::test {

/// Real time that a test can make pass.
class HastyClock final : public Clock {
public:
    [[nodiscard]] WallTime wall() const override
    {
        return std::chrono::time_point_cast<Micros>(std::chrono::system_clock::now()) + Micros(m_ahead.load());
    }
    [[nodiscard]] MonoTime mono() const override
    {
        return MonoTime(std::chrono::duration_cast<Micros>(std::chrono::steady_clock::now().time_since_epoch()) + Micros(m_ahead.load()));
    }
    void pass(Micros time) { m_ahead += time.count(); }

private:
    std::atomic<Micros::rep> m_ahead{0};
};

/// A message box: the last courier of the line, whose messages a test opens as a person does.
class Letterbox {
public:
    void put(const CourierMessage &message)
    {
        const std::scoped_lock lock(m_mutex);
        m_messages.push_back(message);
        m_arrived.notify_all();
    }
    /// The newest message about `alert` after `known` ones.
    [[nodiscard]] CourierMessage wait(EntrySeq alert, std::size_t known = 0)
    {
        std::unique_lock lock(m_mutex);
        std::vector<CourierMessage> about;
        const bool came = m_arrived.wait_for(lock, std::chrono::seconds(60), [&] {
            about.clear();
            std::ranges::copy_if(m_messages, std::back_inserter(about),
                                 [&](const CourierMessage &each) { return each.alert == std::to_string(alert.value); });
            return about.size() > known;
        });
        if (!came) {
            throw std::runtime_error("no message came");
        }
        return about.back();
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_arrived;
    std::vector<CourierMessage> m_messages;
};

/// A real station on a real ledger, without devices, and its duty page on a free port of this machine.
class DutyHouse {
public:
    /// With so many alerts that were open when it started.
    explicit DutyHouse(int alerts = 1, ListenerLimits limits = {}) : m_limits(limits)
    {
        pins.give({"p1", "王建国", GroupRole::OfficeDirector}, "246813");
        pins.give({"p2", "李秀英", GroupRole::Deputy}, "975310");
        openLedger();
        for (int i = 0; i < alerts; ++i) {
            raise(i);
        }
        start();
    }
    ~DutyHouse() { stop(); }

    /// As after a power cut that left everything durable on the disk.
    void restart()
    {
        stop();
        openLedger();
        start();
    }

    [[nodiscard]] EntrySeq alert(std::size_t index = 0) const { return m_alerts[index]; }
    [[nodiscard]] std::uint16_t port() const { return m_port; }
    [[nodiscard]] std::string host() const { return "localhost:" + std::to_string(m_port); }
    [[nodiscard]] const std::string &address() const { return m_address; }
    /// The path of the link in the newest message about an alert.
    [[nodiscard]] std::string link(std::size_t index = 0) { return letters.wait(alert(index)).link.substr(address().size()); }
    [[nodiscard]] std::string token(const DutyLink &link) const { return m_tokens->tokenOf(link); }
    [[nodiscard]] std::string certificateFile() const { return (folder / "duty.pem").string(); }
    [[nodiscard]] DutyOffice &office() { return *m_office; }
    [[nodiscard]] Station &station() { return *m_station; }
    [[nodiscard]] std::string log() const
    {
        const std::scoped_lock lock(m_logMutex);
        return m_log;
    }

    /// What the ledger holds of an alert.
    [[nodiscard]] std::vector<StoryStep> story(std::size_t index = 0) const
    {
        auto reader = SqliteLedgerReader::open((folder / "ledger.db").string(), m_ledger->keys());
        auto found = reader ? (*reader)->openAlerts() : Result<std::vector<std::vector<StoryStep>>>(reader.error());
        if (!found) {
            throw std::runtime_error(found.error().detail);
        }
        for (const auto &each : *found) {
            if (each.front().seq == m_alerts[index]) {
                return each;
            }
        }
        return {};
    }
    [[nodiscard]] int seen(std::size_t index = 0) const
    {
        return static_cast<int>(std::ranges::count_if(story(index), [](const StoryStep &step) {
            const auto *told = std::get_if<EscalationEntry>(&step.entry);
            return told != nullptr && told->step == EscalationStep::Seen;
        }));
    }
    [[nodiscard]] std::vector<std::pair<AlertAction, std::string>> acts(std::size_t index = 0) const
    {
        std::vector<std::pair<AlertAction, std::string>> found;
        for (const StoryStep &step : story(index)) {
            if (const auto *act = std::get_if<AlertActionEntry>(&step.entry)) {
                found.emplace_back(act->action, step.actor);
            }
        }
        return found;
    }
    /// Returns when a snapshot says so.
    void until(const std::function<bool(const Snapshot &)> &holds)
    {
        std::unique_lock lock(m_viewMutex);
        if (!m_viewed.wait_for(lock, std::chrono::seconds(60), [&] { return m_view && holds(*m_view); })) {
            throw std::runtime_error("it did not come to that");
        }
    }

    TestFolder folder;
    HastyClock clock;
    SmallPins pins;
    Letterbox letters;

private:
    class Post final : public Courier {
    public:
        explicit Post(Letterbox &letters) : m_letters(letters) {}
        Delivery deliver(const CourierMessage &message, std::stop_token) override
        {
            m_letters.put(message);
            Delivery delivery;
            delivery.outcome = Delivery::Outcome::Accepted;
            return delivery;
        }

    private:
        Letterbox &m_letters;
    };

    void openLedger()
    {
        LedgerSettings settings;
        settings.path = (folder / "ledger.db").string();
        settings.ballastBytes = 0;
        auto opened = SqliteLedger::open(settings, m_keys, clock);
        if (!opened) {
            throw std::runtime_error(opened.error().detail);
        }
        m_ledger = std::move(*opened);
    }

    void raise(int index)
    {
        AlertRaisedEntry raised;
        raised.reasons = {{ReasonCode::Fever, CheckLevel::Hard, std::nullopt, ""}};
        raised.who = index == 0 ? "张*" : "<b>赵*</b> " + std::to_string(index);
        raised.policy.levels = {{"office", {"领导小组办公室", "Leading group's office"}, {{"王建国", "13800138000", ""}}, {"post"}, 10min},
                                {"leader", {"带班领导", "On-duty leader"}, {{"李秀英", "13900139000", ""}}, {"post"}, 10min}};
        std::promise<EntrySeq> durable;
        m_ledger->append({clock.wall(), hallDayOf(clock.wall(), UtcOffset{}), "station", raised},
                         [&](const Result<Receipt> &result) { durable.set_value(result ? result->seq : EntrySeq{}); });
        m_alerts.push_back(durable.get_future().get());
    }

    void start()
    {
        const auto identity = ownTlsIdentity(certificateFile(), "localhost", clock.wall());
        if (!identity) {
            throw std::runtime_error(identity.error().detail);
        }
        m_tokens = std::make_unique<LinkTokens>(m_ledger->keys()->root());
        m_office = std::make_unique<DutyOffice>(clock, UtcOffset{}, smallPlan(), pins,
                                                [this](StationCommand command) { m_station->post(std::move(command)); });
        DutyServerSettings settings;
        settings.bind = "127.0.0.1";
        settings.port = m_port; // the same again after a restart
        settings.stationName = "一楼西门";
        settings.limits = m_limits;
        const auto log = [this](const std::string &line) {
            const std::scoped_lock lock(m_logMutex);
            m_log += line + '\n';
        };
        auto server = DutyServer::start(settings, *identity, *m_office, *m_tokens, clock, {log, log});
        if (!server) {
            throw std::runtime_error(server.error().detail);
        }
        m_server = std::move(*server);
        m_address = m_server->address(); // links are made until the station has stopped, after the server
        m_port = static_cast<std::uint16_t>(std::stoi(m_address.substr(m_address.rfind(':') + 1)));
        startStation();
    }

    void startStation()
    {
        StationOptions options;
        options.plan = smallPlan();
        options.stationName = "一楼西门";
        options.openAlerts = [this] {
            auto reader = SqliteLedgerReader::open((folder / "ledger.db").string(), m_ledger->keys());
            return reader ? *(*reader)->openAlerts() : std::vector<std::vector<StoryStep>>{};
        }();
        options.alertLink = [this](EntrySeq alert, std::size_t line, int attempt) {
            return linkAddress(address(),
                               m_tokens->tokenOf({alert, static_cast<int>(line), attempt,
                                                  std::chrono::floor<std::chrono::seconds>(clock.wall()) + std::chrono::hours(24)}));
        };
        StationParts parts{clock, *m_ledger, {}, {}, {}, {}};
        parts.couriers.push_back({"post", [this] { return std::make_unique<Post>(letters); }});
        m_station = std::make_unique<Station>(
            std::move(parts), std::move(options),
            [this, office = m_office->snapshotSink()](const SnapshotPtr &snapshot) {
                office(snapshot);
                const std::scoped_lock lock(m_viewMutex);
                m_view = snapshot;
                m_viewed.notify_all();
            },
            [](const Frame &) {});
        m_station->start();
        until([this](const Snapshot &snapshot) { return snapshot.alerts.size() == m_alerts.size() || snapshot.head > EntrySeq{}; });
    }

    void stop()
    {
        m_server.reset();
        m_station.reset();
        m_office.reset();
        m_ledger.reset();
    }

    ListenerLimits m_limits;
    TestKeyStore m_keys;
    std::unique_ptr<SqliteLedger> m_ledger;
    std::vector<EntrySeq> m_alerts;
    std::unique_ptr<LinkTokens> m_tokens;
    std::unique_ptr<DutyOffice> m_office;
    std::unique_ptr<DutyServer> m_server;
    std::unique_ptr<Station> m_station;
    std::uint16_t m_port = 0;
    std::string m_address;
    mutable std::mutex m_logMutex;
    std::string m_log;
    std::mutex m_viewMutex;
    std::condition_variable m_viewed;
    SnapshotPtr m_view;
};

} // namespace menshen::test

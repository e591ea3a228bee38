// SPDX-License-Identifier: GPL-3.0-or-later
#include "menshen/app/ReportPost.h"

#include "menshen/app/ReportWords.h"
#include "menshen/app/Words.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <set>
#include <thread>
#include <tuple>
#include <utility>
#include <vector>

namespace menshen {

namespace {

constexpr Micros kFirstPause = 1min;
constexpr Micros kLongestPause = 30min;
constexpr const char *kActor = "station";

using std::chrono::sys_days;

constexpr std::string_view nameOf(ReportNews news)
{
    constexpr std::string_view kNames[] = {"signed", "reminder", "overdue"};
    return kNames[static_cast<std::size_t>(news)];
}

/// The same when it is sent again; an overdue report's next message is another one.
std::string attemptName(const ReportNewsDue &due, std::size_t toldBefore)
{
    std::string name = "report-" + isoDay(due.day) + "-" + std::string(nameOf(due.news));
    return name + "-" + std::to_string(due.news == ReportNews::Signed ? static_cast<std::size_t>(due.version) : toldBefore + 1);
}

} // namespace

/// Everything below lives on one thread.
class ReportPost::Impl {
public:
    Impl(const Clock &clock, ReportPostParts parts, ReportPostSettings settings)
        : m_clock(clock), m_parts(std::move(parts)), m_settings(std::move(settings))
    {
    }

    void start()
    {
        m_thread = std::jthread([this](const std::stop_token &stop) {
            while (!stop.stop_requested()) {
                look(stop);
                rest(stop);
            }
        });
    }

    void stop()
    {
        m_thread.request_stop();
        if (m_thread.joinable()) {
            m_thread.join();
        }
    }

    void look(const std::stop_token &stop)
    {
        const WallTime now = m_clock.wall();
        const EscalationPolicy policy = m_parts.policy(now);
        if (policy.levels.empty() || (m_notBefore && m_clock.mono() < *m_notBefore)) {
            return; // nobody to tell: the screens say what is owed
        }
        bool allWell = true;
        const auto open = m_parts.openReports();
        auto found = open ? owed(**open, now) : Result<Owed>(open.error());
        if (!found) {
            allWell = false; // a ledger that cannot be read is said elsewhere
        } else {
            for (const ReportNewsDue &due : found->due) {
                if (std::cmp_greater_equal(due.level, policy.levels.size())) {
                    continue;
                }
                allWell = !stop.stop_requested() && tell(due, *found, policy, stop) && allWell;
            }
        }
        m_pause = allWell ? kFirstPause : std::min(2 * m_pause, kLongestPause);
        m_notBefore = allWell ? std::nullopt : std::optional(m_clock.mono() + m_pause / 2);
    }

private:
    struct Owed {
        std::vector<ReportNewsDue> due;
        std::vector<SignedReport> reports;
        std::vector<ReportTold> told;
        ReportDuty duty;
    };

    void rest(const std::stop_token &stop) const
    {
        std::mutex mutex;
        std::condition_variable_any wake;
        std::unique_lock lock(mutex);
        wake.wait_for(lock, stop, m_settings.lookEvery, [] { return false; });
    }

    Result<Owed> owed(ReportReader &reader, WallTime now)
    {
        Owed owed;
        ReportOffice office(reader, m_settings.report);
        auto duty = office.duty(now);
        if (!duty) {
            return duty.error().code == ErrorCode::NotFound ? Result<Owed>(Owed{}) : duty.error(); // nothing was recorded yet
        }
        const HallDay today = hallDayOf(now, m_settings.report.offset);
        const HallDay from{sys_days{today} - std::chrono::days{kReportLookBack}};
        auto reports = reader.reports(from, today);
        if (!reports) {
            return reports.error();
        }
        auto told = reader.told(from);
        if (!told) {
            return told.error();
        }
        told->insert(told->end(), m_unrecorded.begin(), m_unrecorded.end());
        std::ranges::stable_sort(*told, {}, &ReportTold::at);
        std::vector<ReportSignature> signatures;
        for (const SignedReport &report : *reports) {
            signatures.push_back({report.entry.report.day, report.entry.version, report.receipt.at});
        }
        owed.due = reportNewsDue(*duty, signatures, *told, now);
        owed.reports = std::move(*reports);
        owed.told = std::move(*told);
        owed.duty = std::move(*duty);
        return owed;
    }

    [[nodiscard]] std::optional<ReportMessage> words(const ReportNewsDue &due, const Owed &owed) const
    {
        if (due.news != ReportNews::Signed) {
            ReportDuty only;
            if (due.news == ReportNews::Overdue) {
                only.missing = owed.duty.missing;
            } else {
                only.nag = due.day;
            }
            return reportReminder(only, m_settings.report);
        }
        const auto report = std::ranges::find_if(
            owed.reports, [&](const SignedReport &each) { return each.entry.report.day == due.day && each.entry.version == due.version; });
        return report == owed.reports.end() ? std::nullopt : std::optional(reportMessage(*report, m_settings.report.offset));
    }

    /// True when the level was reached, or there is nothing to say.
    bool tell(const ReportNewsDue &due, const Owed &owed, const EscalationPolicy &policy, const std::stop_token &stop)
    {
        const auto text = words(due, owed);
        if (!text) {
            return true;
        }
        const auto before = static_cast<std::size_t>(std::ranges::count_if(owed.told, [&](const ReportTold &each) {
            return each.entry.news == due.news && each.entry.day == due.day && each.entry.level == due.level && each.entry.delivered;
        }));
        const EscalationLevel &level = policy.levels[static_cast<std::size_t>(due.level)];
        CourierMessage message;
        message.attempt = attemptName(due, before) + "-" + std::to_string(due.level);
        message.alert = "report-" + isoDay(due.day);
        message.level = due.level + 1;
        message.subject = {"【" + m_settings.stationName + "】" + text->subject.zh, "[" + m_settings.stationName + "] " + text->subject.en};
        message.text = text->body;
        message.to = level.people;
        message.everyone = message.to.empty();
        return deliver(due, level, std::move(message), stop);
    }

    bool deliver(const ReportNewsDue &due, const EscalationLevel &level, CourierMessage message, const std::stop_token &stop)
    {
        for (const std::string &courier : level.couriers) {
            if (stop.stop_requested()) {
                return false;
            }
            message.at = m_clock.wall();
            const Delivery delivery = m_parts.send(courier, message, stop);
            const bool delivered = delivery.outcome == Delivery::Outcome::Accepted;
            if (!delivered && stop.stop_requested()) {
                return false; // the station stops: nothing is known of this message
            }
            record({due.news, due.day, due.version, due.level, courier, delivered,
                    delivery.provider.empty() ? delivery.error.detail : delivery.provider});
            if (delivered) {
                return true;
            }
        }
        return false;
    }

    /// A failure is an entry once, not once a minute.
    void record(ReportToldEntry entry)
    {
        const auto key = std::tuple(entry.news, entry.day, entry.version, entry.level, entry.courier);
        if (entry.delivered) {
            m_failed.erase(key);
        } else if (!m_failed.insert(key).second) {
            return;
        }
        const ReportToldEntry told = entry;
        if (!m_parts.append(std::move(entry), kActor) && told.delivered) {
            m_unrecorded.push_back({told, m_clock.wall()}); // a ledger that takes nothing must not make it be told every minute
        }
    }

    const Clock &m_clock;
    const ReportPostParts m_parts;
    const ReportPostSettings m_settings;
    std::set<std::tuple<ReportNews, HallDay, int, int, std::string>> m_failed;
    std::vector<ReportTold> m_unrecorded; ///< delivered; told once more after a restart
    Micros m_pause = kFirstPause;
    std::optional<MonoTime> m_notBefore;
    std::jthread m_thread; ///< last: ends before what it uses
};

ReportPost::ReportPost(const Clock &clock, ReportPostParts parts, ReportPostSettings settings)
    : m_impl(std::make_unique<Impl>(clock, std::move(parts), std::move(settings)))
{
}

ReportPost::~ReportPost() { stop(); }

void ReportPost::start() { m_impl->start(); }

void ReportPost::stop() { m_impl->stop(); }

void ReportPost::look() { m_impl->look({}); }

} // namespace menshen

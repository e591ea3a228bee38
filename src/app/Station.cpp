// SPDX-License-Identifier: GPL-3.0-or-later
#include "menshen/app/Station.h"

#include "menshen/app/AlertStory.h"
#include "menshen/core/Overloaded.h"
#include "src/app/CaptureDesk.h"
#include "src/app/CourierDesk.h"
#include "src/app/EscalationDesk.h"
#include "src/app/Inbox.h"
#include "src/app/PunchDesk.h"
#include "src/app/Workers.h"

#include <algorithm>
#include <map>
#include <set>
#include <thread>

namespace menshen {

namespace {

constexpr Micros kClockJump = 2s;
constexpr Micros kLedgerProbe = 3s;
constexpr Micros kStopPatience = 5s;
constexpr Micros kLongestSilence = 1h;

constexpr std::string_view deviceName(DeviceKind kind)
{
    constexpr std::array<std::string_view, 6> kNames{"thermometer", "camera", "detector", "gate", "ledger", "siren"};
    return kNames[static_cast<std::size_t>(kind)];
}

struct LedgerOutcome {
    std::uint64_t token = 0;
    Result<Receipt> result;
};

struct StopRequest {};

struct PictureOffered {
    Frame frame;
    FacesSeen seen;
};

/// What a capture's or a courier's worker has done; for the desk that asked for it.
using DeskOutcome = std::function<void()>;

using Message = std::variant<StationCommand, DeviceStatus, LedgerOutcome, StopRequest, PictureOffered, DeskOutcome>;

} // namespace

/// The engine. Everything below `run` lives on its thread alone; `post` and the sinks are the only crossings.
class Station::Impl {
public:
    Impl(StationParts parts, StationOptions options, SnapshotSink snapshots, FrameSink frames)
        : m_options(std::move(options)), m_clock(parts.clock), m_ledger(parts.ledger), m_publish(std::move(snapshots)),
          m_capture(
              parts, m_options.keepCaptures,
              [this](Entry entry, std::string actor, Then then) { append(std::move(entry), std::move(actor), std::move(then)); },
              [inbox = m_inbox](DeskOutcome outcome) { inbox->post(std::move(outcome)); }),
          m_couriers(m_clock, std::move(parts.couriers), [inbox = m_inbox](DeskOutcome outcome) { inbox->post(std::move(outcome)); }),
          m_escalation(
              m_clock, m_options.stationName, m_options.offset, m_options.alertLink,
              [this](Entry entry, std::string actor, Then then) { append(std::move(entry), std::move(actor), std::move(then)); },
              [this](const std::string &courier, CourierMessage message, std::shared_ptr<SendTicket> ticket, CourierDesk::Done done) {
                  m_couriers.send(courier, std::move(message), std::move(ticket), std::move(done));
              },
              [this](const EscalationEntry &entry) { m_view.alerts = withTold(std::move(m_view.alerts), entry); }),
          m_workers(std::move(parts), {[this](ScreeningEvent event) { m_inbox->post(StationCommand{std::move(event)}); },
                                       [this](DeviceStatus status) { m_inbox->post(std::move(status)); }, std::move(frames),
                                       [this](const Frame &frame, const FacesSeen &seen) {
                                           if (m_capture.offers()) {
                                               m_inbox->post(PictureOffered{frame, seen});
                                           }
                                       }}),
          m_staff(m_options.plan)
    {
        m_view.door = initialState(m_options.plan, m_options.calibration);
        m_view.door.inside = m_options.today.inside();
        m_view.today = m_options.today;
        m_view.head = m_options.head;
        m_view.headHash = m_options.headHash;
        m_view.ledgerTroubles = m_options.ledgerTroubles;
        for (const std::vector<StoryStep> &story : m_options.openAlerts) {
            restore(story);
        }
        m_escalation.restore(m_options.openAlerts);
        for (std::size_t i = 0; i < m_view.devices.size(); ++i) {
            m_view.devices[i].kind = static_cast<DeviceKind>(i);
        }
        device(DeviceKind::Ledger).health = DeviceHealth::Up;
    }

    void start()
    {
        m_lastMono = m_clock.mono();
        m_lastWall = m_clock.wall();
        m_today = hallDayOf(m_lastWall, m_options.offset);
        m_engine = std::jthread([this](const std::stop_token &stop) { run(stop); });
        post(RecordStation{StationAction::Started, "plan " + m_options.plan.id, "station"});
        m_workers.start();
    }

    void stop()
    {
        if (!m_engine.joinable()) {
            return;
        }
        m_workers.stop();
        m_inbox->post(StopRequest{});
        m_engine.join();
    }

    void post(StationCommand command) { m_inbox->post(std::move(command)); }

private:
    using Then = std::function<void(const Result<Receipt> &)>;

    void run(const std::stop_token &stop)
    {
        std::optional<MonoTime> stopping;
        while (!stop.stop_requested()) {
            for (Message &message : m_inbox->takeAll(stop, m_options.tick)) {
                tick();
                if (std::holds_alternative<StopRequest>(message)) {
                    stopping = m_clock.mono();
                    m_escalation.stop();
                    m_capture.end(CaptureEnd::StationStopped, "station");
                    record(StationAction::Stopped, {}, "station");
                } else {
                    handle(std::move(message));
                }
            }
            tick();
            publish();
            if (stopping && ((m_pending.empty() && m_capture.isIdle()) || m_clock.mono() - *stopping > kStopPatience)) {
                return;
            }
        }
    }

    void publish()
    {
        m_view.droppedFrames = m_workers.droppedFrames();
        m_view.capture = m_capture.view();
        m_view.camera = m_workers.cameraReport();
        m_view.escalations = m_escalation.view();
        m_view.couriers = m_couriers.view();
        m_workers.sound(m_escalation.isSounding());
        m_publish(std::make_shared<const Snapshot>(m_view));
    }

    void handle(Message message)
    {
        std::visit(Overloaded{[&](StationCommand &command) { std::visit([&](auto &c) { on(c); }, command); },
                              [&](const DeviceStatus &status) { onDevice(status); }, [&](LedgerOutcome &outcome) { onOutcome(outcome); },
                              [&](const PictureOffered &offered) { m_capture.see(offered.frame, offered.seen); },
                              [](const DeskOutcome &outcome) { outcome(); }, [](const StopRequest &) {}},
                   message);
    }

    // ---- the door -------------------------------------------------------------------------------

    void on(const ScreeningEvent &event)
    {
        if (const auto *seen = std::get_if<FacesSeen>(&event)) {
            m_capture.see(*seen);
        }
        auto [state, effects] = step(std::move(m_view.door), event, m_options.plan);
        m_view.door = std::move(state);
        for (ScreeningEffect &effect : effects) {
            std::visit([&](auto &e) { carryOut(e); }, effect);
        }
        advanceStaff();
    }

    void carryOut(RecordVisit &effect)
    {
        const Outcome outcome = effect.entry.outcome;
        append(std::move(effect.entry), outcome == Outcome::Left ? "station" : "guard", [this, outcome](const Result<Receipt> &result) {
            if (!result) {
                on(ScreeningEvent{VisitNotDurable{result.error()}});
                return;
            }
            int &count = outcome == Outcome::Admitted  ? m_view.today.admitted
                         : outcome == Outcome::Refused ? m_view.today.refused
                                                       : m_view.today.left;
            ++count;
            on(ScreeningEvent{VisitDurable{*result}});
        });
    }

    void carryOut(const OpenGate &) { m_workers.openGate(); }

    void carryOut(const RaiseAlert &effect) { raise(AlertRaisedEntry{effect.cause, effect.reasons, effect.who, {}}); }

    // ---- staff ----------------------------------------------------------------------------------

    void on(const PunchStaff &command)
    {
        m_staff.ask(command, m_clock.mono());
        advanceStaff();
    }

    void on(const CancelPunch &)
    {
        m_staff.cancel();
        m_view.staff = m_staff.result();
    }

    void advanceStaff()
    {
        auto entry = m_staff.advance(m_view.door.evidence, m_clock.mono());
        m_view.staff = m_staff.result();
        if (!entry) {
            return;
        }
        const StaffPunchEntry punch = *entry;
        append(std::move(*entry), "staff:" + punch.number, [this, punch](const Result<Receipt> &result) {
            m_staff.recorded(result);
            m_view.staff = m_staff.result();
            if (!result) {
                return;
            }
            ++(punch.direction == PunchDirection::In ? m_view.today.staffIn : m_view.today.staffOut);
            if (punch.direction == PunchDirection::In && punch.verdict == Verdict::Pass) {
                m_workers.openGate();
            }
            if (isAlerting(punch.reasons, m_options.plan)) {
                raise(AlertRaisedEntry{
                    result->seq, punch.reasons, maskedName(punch.name, Audience::Public) + " " + maskedStaffNumber(punch.number), {}});
            }
            on(ScreeningEvent{StaffServed{}});
        });
    }

    // ---- alerts, exits, the station itself ------------------------------------------------------

    void raise(AlertRaisedEntry entry, const std::string &actor = "station", Then done = {})
    {
        entry.policy = m_options.escalation(m_clock.wall());
        entry.steps = m_options.plan.alertSteps;
        append(entry, actor, [this, entry, actor, done = std::move(done)](const Result<Receipt> &result) {
            if (result) {
                std::erase_if(m_unraised, [&](const auto &each) { return isSameCase(each.first, entry); });
                m_view.alerts = withRaised(std::move(m_view.alerts), entry, *result, m_options.plan);
                m_escalation.raised(entry, *result);
            } else {
                raiseLater(entry, actor);
            }
            if (done) {
                done(result);
            }
        });
    }

    static bool isSameCase(const AlertRaisedEntry &a, const AlertRaisedEntry &b)
    {
        return a.cause == b.cause && a.origin == b.origin && a.sign == b.sign && a.who == b.who && a.note == b.note;
    }

    /// Who reported a case that was not recorded may report it again: it is one all the same.
    void raiseLater(const AlertRaisedEntry &entry, const std::string &actor)
    {
        if (std::ranges::none_of(m_unraised, [&](const auto &each) { return isSameCase(each.first, entry); })) {
            m_unraised.emplace_back(entry, actor);
        }
    }

    void on(const ReportCase &command)
    {
        const bool atTheDoor = command.name.empty() && command.origin == AlertOrigin::Guard;
        AlertRaisedEntry entry;
        entry.who = maskedName(atTheDoor ? m_view.door.draft.name : command.name, Audience::Public);
        entry.origin = command.origin;
        entry.sign = command.sign;
        entry.note = command.note;
        raise(std::move(entry), command.actor, command.done);
    }

    void on(const SilenceAlert &command)
    {
        const auto told = std::ranges::find(m_view.alerts, command.alert, &Alert::id);
        if (told == m_view.alerts.end() || told->handedOver || command.reason.empty() || command.lasts <= Micros{0}) {
            m_view.lastCommandProblem = "nothing to silence, or no reason for it";
            return;
        }
        m_view.lastCommandProblem.clear();
        EscalationEntry entry;
        entry.alert = command.alert;
        entry.step = EscalationStep::Silenced;
        entry.detail = command.reason;
        entry.next = m_clock.wall() + std::min(command.lasts, kLongestSilence);
        append(entry, command.actor, [this, entry](const Result<Receipt> &result) {
            if (result) {
                m_escalation.noted(entry, *result);
            }
        });
    }

    /// An alert that was open when the station stopped is open still.
    void restore(const std::vector<StoryStep> &story)
    {
        if (auto alert = alertOf(story, m_options.plan); alert && !alert->ended) {
            m_view.alerts.push_back(std::move(*alert));
        }
    }

    void on(const ActOnAlert &command)
    {
        AlertActionEntry action = command.action;
        if (action.action == AlertAction::HandedOver && !action.when) {
            action.when = m_clock.wall();
        }
        const auto key = std::tuple(action.alert, action.action, action.step);
        std::string problem = m_acting.contains(key) ? "on its way to the disk" : alertActionProblem(m_view.alerts, action, m_options.plan);
        if (!problem.empty() && command.done) {
            command.done(Error{ErrorCode::BadInput, std::move(problem)});
            return;
        }
        m_view.lastCommandProblem = problem;
        if (!problem.empty()) {
            return;
        }
        m_acting.insert(key);
        append(action, command.actor, [this, key, action, actor = command.actor, done = command.done](const Result<Receipt> &result) {
            m_acting.erase(key);
            if (result) {
                m_view.alerts = withAction(std::move(m_view.alerts), action, *result, actor);
                m_escalation.acted(action, *result);
            }
            if (done) {
                done(result);
            }
        });
    }

    void on(const OpenAlertLink &command) { m_escalation.opened(command); }

    void on(const CountExit &)
    {
        if (m_view.door.inside == 0) {
            m_view.lastCommandProblem = "nobody is counted inside";
            return;
        }
        m_view.lastCommandProblem.clear();
        append(ExitEntry{}, "guard", [this](const Result<Receipt> &result) {
            if (result) {
                ++m_view.today.exits;
                on(ScreeningEvent{InsideCounted{std::max(0, m_view.door.inside - 1)}});
            }
        });
    }

    void on(const RecordStation &command) { record(command.action, command.detail, command.actor); }

    void on(const AdjustCamera &command) { m_workers.adjustCamera(command.view); }

    void on(const AppendEntry &command) { append(command.entry, command.actor, command.done); }

    void on(SendMessage &command)
    {
        m_couriers.send(command.courier, std::move(command.message), std::move(command.ticket), std::move(command.done));
    }

    void on(const LedgerNews &news) { m_view.ledgerTroubles = withNews(std::move(m_view.ledgerTroubles), news); }

    // ---- the diagnostics capture ----------------------------------------------------------------

    void on(const StartCapture &command) { m_capture.ask(command); }

    void on(const StopCapture &command) { m_capture.end(CaptureEnd::Stopped, command.actor); }

    void on(const DestroyCaptures &) { m_capture.destroyAll(); }

    void record(StationAction action, std::string detail, std::string actor)
    {
        append(StationEntry{action, std::move(detail)}, std::move(actor), [](const Result<Receipt> &) {});
    }

    // ---- devices --------------------------------------------------------------------------------

    DeviceStatus &device(DeviceKind kind) { return m_view.devices[static_cast<std::size_t>(kind)]; }

    void onDevice(const DeviceStatus &status)
    {
        const DeviceHealth before = device(status.kind).health;
        device(status.kind) = status;
        if (status.health == DeviceHealth::Down && before != DeviceHealth::Down) {
            record(StationAction::DeviceLost, std::string(deviceName(status.kind)), "station");
        } else if (status.health == DeviceHealth::Up && before == DeviceHealth::Down) {
            record(StationAction::DeviceBack, std::string(deviceName(status.kind)), "station");
        }
        if (status.kind == DeviceKind::Thermometer) {
            on(ScreeningEvent{ThermometerUp{status.health == DeviceHealth::Up}});
        } else if (status.kind == DeviceKind::Camera || status.kind == DeviceKind::Detector) {
            // Only both together are an eye.
            on(ScreeningEvent{CameraUp{device(DeviceKind::Camera).health == DeviceHealth::Up &&
                                       device(DeviceKind::Detector).health == DeviceHealth::Up}});
        }
    }

    // ---- ledger ---------------------------------------------------------------------------------

    void append(Entry entry, std::string actor, Then then)
    {
        const std::uint64_t token = ++m_lastToken;
        m_pending.emplace(token, std::move(then));
        const WallTime at = m_clock.wall();
        m_ledger.append({at, hallDayOf(at, m_options.offset), std::move(actor), std::move(entry)},
                        [inbox = m_inbox, token](Result<Receipt> result) {
                            inbox->post(LedgerOutcome{token, std::move(result)});
                        });
    }

    void onOutcome(LedgerOutcome &outcome)
    {
        const auto pending = m_pending.extract(outcome.token);
        if (outcome.result) {
            if (outcome.result->seq > m_view.head) {
                m_view.head = outcome.result->seq;
                m_view.headHash = outcome.result->hash;
            }
            if (device(DeviceKind::Ledger).health == DeviceHealth::Down) {
                device(DeviceKind::Ledger) = {DeviceKind::Ledger, DeviceHealth::Up, {}, m_clock.mono()};
                on(ScreeningEvent{LedgerUp{true}});
                m_capture.ledgerUp(true);
            }
        } else {
            ledgerFailed(outcome.result.error());
        }
        if (pending) {
            pending.mapped()(outcome.result); // before what waits: it may be the same case, reported again
        }
        if (outcome.result) {
            for (auto &[entry, actor] : std::exchange(m_unraised, {})) {
                raise(std::move(entry), actor); // later than it should be, but nothing is omitted (S10)
            }
        }
    }

    void ledgerFailed(const Error &error)
    {
        if (device(DeviceKind::Ledger).health != DeviceHealth::Down) {
            device(DeviceKind::Ledger) = {DeviceKind::Ledger, DeviceHealth::Down, error, m_clock.mono()};
        }
        m_nextProbe = m_clock.mono() + kLedgerProbe;
        on(ScreeningEvent{LedgerUp{false}});
        m_capture.ledgerUp(false);
    }

    // ---- time -----------------------------------------------------------------------------------

    void tick()
    {
        const MonoTime mono = m_clock.mono();
        const WallTime wall = m_clock.wall();
        const Micros jump = (wall - m_lastWall) - (mono - m_lastMono);
        m_lastMono = mono;
        m_lastWall = wall;
        if (std::chrono::abs(jump) > kClockJump) {
            record(StationAction::ClockJumped, std::to_string(std::chrono::duration_cast<std::chrono::seconds>(jump).count()) + " s",
                   "station");
        }
        const HallDay day = hallDayOf(wall, m_options.offset);
        if (day != m_today) {
            m_today = day;
            m_view.today = {};
        }
        if (m_nextProbe && mono >= *m_nextProbe) {
            // Nothing is admitted while the ledger is down; an entry of our own finds out whether it works again.
            m_nextProbe.reset();
            if (device(DeviceKind::Ledger).health == DeviceHealth::Down) {
                record(StationAction::LedgerRecovered, "entries are taken again", "station");
            }
        }
        m_capture.tick(mono, wall);
        m_escalation.tick();
        on(ScreeningEvent{Tick{mono, wall, day}});
    }

    StationOptions m_options;
    Clock &m_clock;
    Ledger &m_ledger;
    SnapshotSink m_publish;
    /// Shared with receipts under way: one that comes after the station is gone must still find it.
    std::shared_ptr<Inbox<Message>> m_inbox = std::make_shared<Inbox<Message>>();
    CaptureDesk m_capture;
    CourierDesk m_couriers;
    EscalationDesk m_escalation;
    Workers m_workers;
    PunchDesk m_staff;

    Snapshot m_view;
    std::map<std::uint64_t, Then> m_pending;
    std::vector<std::pair<AlertRaisedEntry, std::string>> m_unraised;  ///< with their actors; the ledger did not take them
    std::set<std::tuple<EntrySeq, AlertAction, std::string>> m_acting; ///< on their way to the disk: nothing is done twice
    std::uint64_t m_lastToken = 0;
    MonoTime m_lastMono;
    WallTime m_lastWall;
    HallDay m_today{};
    std::optional<MonoTime> m_nextProbe;
    std::jthread m_engine;
};

Station::Station(StationParts parts, StationOptions options, SnapshotSink snapshots, FrameSink frames)
    : m_impl(std::make_unique<Impl>(std::move(parts), std::move(options), std::move(snapshots), std::move(frames)))
{
}

Station::~Station() { stop(); }

void Station::start() { m_impl->start(); }

void Station::stop() { m_impl->stop(); }

void Station::post(StationCommand command) { m_impl->post(std::move(command)); }

} // namespace menshen

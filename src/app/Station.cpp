// SPDX-License-Identifier: GPL-3.0-or-later
#include "menshen/app/Station.h"

#include "menshen/app/AlertStory.h"
#include "menshen/core/Overloaded.h"
#include "src/app/CaptureDesk.h"
#include "src/app/CourierDesk.h"
#include "src/app/EscalationDesk.h"
#include "src/app/Inbox.h"
#include "src/app/InsideDesk.h"
#include "src/app/TurnedAwayDesk.h"
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
constexpr Micros kLedgerPatience = 5s; ///< an entry that has no answer for so long: the ledger is as good as down

constexpr std::string_view deviceName(DeviceKind kind)
{
    constexpr std::array<std::string_view, 6> kNames{"thermometer", "camera", "detector", "gate", "ledger", "siren"};
    return kNames[static_cast<std::size_t>(kind)];
}

struct LedgerOutcome {
    std::uint64_t token = 0;
    Result<std::vector<Receipt>> result;
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
          m_turnedAway(
              m_clock, m_options.plan, m_options.stationName, m_options.offset, m_options.escalation,
              [this](Entry entry, std::string actor, Then then) { append(std::move(entry), std::move(actor), std::move(then)); },
              [this](const std::string &courier, CourierMessage message, std::shared_ptr<SendTicket> ticket, CourierDesk::Done done) {
                  m_couriers.send(courier, std::move(message), std::move(ticket), std::move(done));
              }),
          m_insideDesk([this](Entry entry, std::string actor, Then then) { append(std::move(entry), std::move(actor), std::move(then)); },
                       [this](int inside) { on(ScreeningEvent{InsideCounted{inside}}); }),
          m_workers(std::move(parts), {[this](ScreeningEvent event) { m_inbox->post(StationCommand{std::move(event)}); },
                                       [this](DeviceStatus status) { m_inbox->post(std::move(status)); }, std::move(frames),
                                       [this](const Frame &frame, const FacesSeen &seen) {
                                           if (m_capture.offers()) {
                                               m_inbox->post(PictureOffered{frame, seen});
                                           }
                                       }}),
          m_clockedIn(m_options.clockedInToday)
    {
        m_view.door = initialState(m_options.plan, m_options.calibration);
        m_view.door.inside = m_options.inside.inside;
        m_insideDesk.restore(m_options.inside);
        m_view.today = m_options.today;
        m_view.head = m_options.head;
        m_view.headHash = m_options.headHash;
        m_view.ledgerTroubles = m_options.ledgerTroubles;
        for (const std::vector<StoryStep> &story : m_options.openAlerts) {
            restore(story);
        }
        m_escalation.restore(m_options.openAlerts);
        m_turnedAway.restore(m_options.turnedAway);
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
        post(RecordStation{StationAction::Started, "plan " + m_options.plan.id, "station"}); // the first entry of all
        m_engine = std::jthread([this](const std::stop_token &stop) { run(stop); });
        m_workers.start();
        for (const StoryStep &step : m_options.untold) {
            post(RaiseUntold{step});
        }
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
                    m_turnedAway.stop();
                    m_capture.end(CaptureEnd::StationStopped, "station");
                    record(StationAction::Stopped, {}, "station");
                } else {
                    handle(std::move(message));
                }
            }
            tick();
            if (!stopping) {
                m_insideDesk.tick(m_lastMono, m_today, m_view.door.inside);
            }
            publish();
            if (stopping && ((m_pending.empty() && m_capture.isIdle()) || m_clock.mono() - *stopping > kStopPatience)) {
                return;
            }
        }
    }

    void publish()
    {
        m_view.droppedFrames = m_workers.droppedFrames();
        m_view.leftOver = m_insideDesk.leftOver();
        m_view.capture = m_capture.view();
        m_view.camera = m_workers.cameraReport();
        m_view.escalations = m_escalation.view();
        m_view.couriers = m_couriers.view();
        m_workers.sound(m_escalation.isSounding());
        auto snapshot = std::make_shared<Snapshot>(m_view);
        snapshot->door = withoutLooks(std::move(snapshot->door));
        m_publish(std::move(snapshot));
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
        showPunch();
    }

    void carryOut(RecordVisit &effect)
    {
        const VisitEntry visit = effect.entry;
        const std::string actor = visit.outcome == Outcome::Left ? "station" : "guard";
        appendWith(std::move(effect.found), std::move(effect.entry), actor,
                   [this, visit, subject = effect.subject](const Result<Receipt> &result, EntrySeq alert) {
                       if (result) {
                           int &count = visit.outcome == Outcome::Admitted  ? m_view.today.admitted
                                        : visit.outcome == Outcome::Refused ? m_view.today.refused
                                                                            : m_view.today.left;
                           ++count;
                           m_turnedAway.refused(visit, *result);
                       }
                       recorded(result, subject, alert);
                   });
    }

    void carryOut(RecordPunch &effect)
    {
        const StaffPunchEntry punch = effect.entry;
        appendWith(std::move(effect.found), std::move(effect.entry), "staff:" + punch.number,
                   [this, punch, subject = effect.subject](const Result<Receipt> &result, EntrySeq alert) {
                       if (result) {
                           const bool on = punch.outcome == Outcome::Admitted;
                           const bool in = punch.direction == PunchDirection::In;
                           ++(!on ? m_view.today.staffRefused : in ? m_view.today.staffIn : m_view.today.staffOut);
                           m_turnedAway.refused(punch, *result);
                           if (on && in) {
                               m_clockedIn.insert(punch.number);
                           }
                       } else {
                           m_view.staff.error = result.error();
                       }
                       recorded(result, subject, alert);
                   });
    }

    void recorded(const Result<Receipt> &result, SubjectId subject, EntrySeq alert)
    {
        on(result ? ScreeningEvent{VisitDurable{*result, subject, alert}} : ScreeningEvent{VisitNotDurable{result.error(), subject}});
    }

    void carryOut(const OpenGate &) { m_workers.openGate(); }

    /// A finding that the ledger does not take is the door's to raise again: it knows whether it stands still.
    void carryOut(RaiseFinding &effect)
    {
        const AlertRaisedEntry alert = alertFor(std::move(effect.found));
        append(alert, "station", [this, alert, subject = effect.subject](const Result<Receipt> &result) {
            if (result) {
                isRaised(alert, *result);
            }
            on(ScreeningEvent{FindingDurable{result ? result->seq : EntrySeq{}, subject}});
        });
    }

    // ---- staff ----------------------------------------------------------------------------------

    void on(const PunchStaff &command)
    {
        if (m_view.door.phase == Phase::Recording) {
            return; // on its way to the disk: the answer to it comes first
        }
        m_view.staff = {};
        m_view.staff.request = ++m_lastPunch;
        m_view.staff.member = command.member;
        m_view.staff.direction = command.direction;
        m_view.staff.waiting = true;
        on(ScreeningEvent{PunchAsked{command.member, command.direction, !m_clockedIn.contains(command.member.number), m_lastPunch}});
        if (command.contact) {
            on(ScreeningEvent{ContactTemperatureTyped{*command.contact}});
        }
    }

    void on(const CancelPunch &) { on(ScreeningEvent{PunchCancelled{}}); }

    /// What became of the punch that was asked for last, as the door has it.
    void showPunch()
    {
        StaffResult &punch = m_view.staff;
        const ScreeningState &door = m_view.door;
        if (punch.request == 0 || punch.receipt) {
            return;
        }
        if (door.punched && door.punchedRequest == punch.request && door.receipt) {
            punch.entry = door.punched;
            punch.receipt = door.receipt;
            punch.error.reset();
            punch.waiting = false;
            return;
        }
        const bool under = door.staff && door.staff->request == punch.request;
        punch.entry = under && door.phase == Phase::Recording ? door.punching : std::nullopt;
        if (punch.waiting && !under) {
            punch.waiting = false;
            punch.error = Error{ErrorCode::Cancelled, "nobody was clocked in or out"};
        }
        if (under) {
            punch.waiting = true;
            if (door.phase == Phase::Recording) {
                punch.error.reset();
            }
        }
    }

    // ---- alerts, exits, the station itself ------------------------------------------------------

    /// With whom to tell and what to do, as both are now.
    void complete(AlertRaisedEntry &entry) const
    {
        entry.policy = m_options.escalation(m_clock.wall());
        entry.steps = m_options.plan.alertSteps;
    }

    AlertRaisedEntry alertFor(FoundOf found) const
    {
        AlertRaisedEntry entry;
        entry.reasons = std::move(found.reasons);
        entry.who = std::move(found.who);
        entry.evidence = std::move(found.evidence);
        complete(entry);
        return entry;
    }

    void isRaised(const AlertRaisedEntry &entry, const Receipt &receipt)
    {
        m_view.alerts = withRaised(std::move(m_view.alerts), entry, receipt, m_options.plan);
        m_escalation.raised(entry, receipt);
    }

    /// An entry, and in the same transaction before it the alert that it names: one is never durable without the other.
    void appendWith(std::optional<FoundOf> found, Entry entry, const std::string &actor,
                    std::function<void(const Result<Receipt> &, EntrySeq alert)> then)
    {
        if (!found) {
            append(std::move(entry), actor, [then = std::move(then)](const Result<Receipt> &result) { then(result, {}); });
            return;
        }
        const AlertRaisedEntry alert = alertFor(*std::move(found));
        appendBoth(alert, "station", std::move(entry), actor,
                   [this, alert, then = std::move(then)](const Result<std::vector<Receipt>> &both) {
                       if (!both) {
                           then(both.error(), {});
                           return;
                       }
                       isRaised(alert, both->front());
                       then(both->back(), both->front().seq);
                   });
    }

    void raise(AlertRaisedEntry entry, const std::string &actor = "station", Then done = {})
    {
        complete(entry);
        append(entry, actor, [this, entry, actor, done = std::move(done)](const Result<Receipt> &result) {
            if (result) {
                std::erase_if(m_unraised, [&](const auto &each) { return isSameCase(each.first, entry); });
                isRaised(entry, *result);
            } else {
                raiseLater(entry, actor);
            }
            if (done) {
                done(result);
            }
        });
    }

    /// Somebody who should have been told of before the station stopped; his entry is durable, its alert is not.
    void on(const RaiseUntold &command)
    {
        AlertRaisedEntry entry;
        entry.cause = command.step.seq;
        if (const auto *visit = std::get_if<VisitEntry>(&command.step.entry)) {
            entry.reasons = visit->reasons;
            entry.evidence = visit->evidence;
            entry.who = maskedName(visit->identity.name, Audience::Public);
        } else if (const auto *punch = std::get_if<StaffPunchEntry>(&command.step.entry)) {
            entry.reasons = punch->reasons;
            entry.evidence = punch->evidence;
            entry.who = maskedName(punch->name, Audience::Public) + " " + maskedStaffNumber(punch->number);
        }
        raise(std::move(entry));
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
        AlertRaisedEntry entry;
        entry.who = maskedName(command.name, Audience::Public);
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
                if (std::ranges::find(m_view.alerts, action.alert, &Alert::id) == m_view.alerts.end()) {
                    on(ScreeningEvent{IncidentOver{action.alert}});
                }
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

    void on(const ReviewInside &command) { m_insideDesk.reviewed(command); }

    void on(const RecordStation &command) { record(command.action, command.detail, command.actor); }

    void on(const AdjustCamera &command) { m_workers.adjustCamera(command.view); }

    void on(const AppendEntry &command)
    {
        const auto *visit = std::get_if<VisitEntry>(&command.entry);
        const bool afterwards = visit && visit->afterwards;
        append(command.entry, command.actor, [this, afterwards, done = command.done](const Result<Receipt> &result) {
            m_view.today.afterwards += afterwards && result;
            done(result);
        });
    }

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

    using AllThen = std::function<void(const Result<std::vector<Receipt>> &)>;

    void append(Entry entry, std::string actor, Then then)
    {
        const std::uint64_t token = await(opensTheDoor(entry), [then = std::move(then)](const Result<std::vector<Receipt>> &result) {
            then(result ? Result<Receipt>(result->back()) : Result<Receipt>(result.error()));
        });
        m_ledger.append(draftOf(std::move(entry), std::move(actor)), [inbox = m_inbox, token](Result<Receipt> result) {
            inbox->post(LedgerOutcome{token, result ? Result<std::vector<Receipt>>(std::vector{*std::move(result)})
                                                    : Result<std::vector<Receipt>>(result.error())});
        });
    }

    void appendBoth(Entry first, std::string firstActor, Entry second, std::string secondActor, AllThen then)
    {
        const std::uint64_t token = await(opensTheDoor(second), std::move(then));
        std::vector<EntryDraft> drafts;
        drafts.push_back(draftOf(std::move(first), std::move(firstActor)));
        drafts.push_back(draftOf(std::move(second), std::move(secondActor)));
        m_ledger.appendAll(std::move(drafts), [inbox = m_inbox, token](Result<std::vector<Receipt>> result) {
            inbox->post(LedgerOutcome{token, std::move(result)});
        });
    }

    EntryDraft draftOf(Entry entry, std::string actor) const
    {
        const WallTime at = m_clock.wall();
        return {at, hallDayOf(at, m_options.offset), std::move(actor), std::move(entry)};
    }

    std::uint64_t await(bool opens, AllThen then)
    {
        m_pending.emplace(++m_lastToken, Pending{std::move(then), opens, m_clock.mono()});
        return m_lastToken;
    }

    /// Entries that a ledger without room for admissions does not take.
    static bool opensTheDoor(const Entry &entry)
    {
        const auto *visit = std::get_if<VisitEntry>(&entry);
        const auto *punch = std::get_if<StaffPunchEntry>(&entry);
        const auto *station = std::get_if<StationEntry>(&entry);
        return (visit && visit->outcome == Outcome::Admitted) ||
               (punch && punch->direction == PunchDirection::In && punch->outcome == Outcome::Admitted) ||
               (station && station->action == StationAction::LedgerRecovered);
    }

    void onOutcome(LedgerOutcome &outcome)
    {
        const auto pending = m_pending.extract(outcome.token);
        if (outcome.result) {
            const Receipt &last = outcome.result->back();
            if (last.seq > m_view.head) {
                m_view.head = last.seq;
                m_view.headHash = last.hash;
            }
            // On a full disk refusals and alarms are taken still; that says nothing about admissions.
            const DeviceStatus &ledger = device(DeviceKind::Ledger);
            const bool full = ledger.error.code == ErrorCode::DiskFull;
            if (ledger.health == DeviceHealth::Down && (!full || (pending && pending.mapped().opens))) {
                device(DeviceKind::Ledger) = {DeviceKind::Ledger, DeviceHealth::Up, {}, m_clock.mono()};
                on(ScreeningEvent{LedgerUp{true}});
                m_capture.ledgerUp(true);
            }
        } else {
            ledgerFailed(outcome.result.error());
        }
        if (pending) {
            pending.mapped().then(outcome.result); // before what waits: it may be the same case, reported again
        }
        if (outcome.result) {
            for (auto &[entry, actor] : std::exchange(m_unraised, {})) {
                raise(std::move(entry), actor); // later than it should be, but nothing is omitted (S10)
            }
        }
    }

    void watchLedger(MonoTime now)
    {
        if (device(DeviceKind::Ledger).health == DeviceHealth::Up && !m_pending.empty() &&
            now - m_pending.begin()->second.since > kLedgerPatience) {
            ledgerFailed({ErrorCode::Storage, "the ledger has not answered for " + std::to_string(kLedgerPatience / 1s) + " s"});
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
            m_clockedIn.clear();
        }
        watchLedger(mono);
        if (m_nextProbe && mono >= *m_nextProbe) {
            // Nothing is admitted while the ledger is down; an entry of our own finds out whether it works again.
            m_nextProbe.reset();
            if (device(DeviceKind::Ledger).health == DeviceHealth::Down) {
                record(StationAction::LedgerRecovered, "entries are taken again", "station");
            }
        }
        m_capture.tick(mono, wall);
        m_escalation.tick();
        m_turnedAway.tick();
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
    TurnedAwayDesk m_turnedAway;
    InsideDesk m_insideDesk;
    Workers m_workers;

    Snapshot m_view;
    struct Pending {
        AllThen then;
        bool opens = false; ///< somebody comes in by it
        MonoTime since;
    };
    std::map<std::uint64_t, Pending> m_pending;
    std::set<std::string> m_clockedIn; ///< staff numbers, today
    std::uint64_t m_lastPunch = 0;
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

// SPDX-License-Identifier: GPL-3.0-or-later
#include "menshen/app/DutyOffice.h"

#include "src/app/DutyWords.h"

#include <algorithm>
#include <future>

namespace menshen {

namespace {

constexpr auto kLedgerPatience = std::chrono::seconds(5);
constexpr auto kPinPatience = std::chrono::seconds(5);
constexpr int kMostTurns = 4; ///< wanted at once, for a PIN to be checked; more than a leading group ever is
constexpr Micros kHoldersFresh = 5s;

DutyOutcome outcomeOf(const Result<Receipt> &result)
{
    if (result) {
        return DutyOutcome::Done;
    }
    switch (result.error().code) {
    case ErrorCode::NotFound:
        return DutyOutcome::NotOpen;
    case ErrorCode::Denied: // a link that was used
    case ErrorCode::BadInput:
        return DutyOutcome::AlreadyDone;
    default:
        return DutyOutcome::NotRecorded;
    }
}

const EscalationView *viewOf(const Snapshot &snapshot, EntrySeq alert)
{
    const auto view = std::ranges::find(*snapshot.escalations, alert, &EscalationView::alert);
    return view == snapshot.escalations->end() ? nullptr : &*view;
}

/// Whether `action` makes sense as things stand; the engine looks again.
std::optional<DutyOutcome> objectionTo(const AlertActionEntry &action, const Snapshot &snapshot, const Plan &plan)
{
    const auto alert = std::ranges::find(snapshot.alerts, action.alert, &Alert::id);
    if (alert == snapshot.alerts.end()) {
        return DutyOutcome::NotOpen;
    }
    const bool ends = action.action == AlertAction::HandedOver;
    if (ends && !alert->acknowledgedAt) {
        return DutyOutcome::NotAcknowledged;
    }
    if (ends && action.reason.empty()) {
        return DutyOutcome::ReasonMissing;
    }
    if (!alertActionProblem(snapshot.alerts, action, plan).empty()) {
        return DutyOutcome::AlreadyDone;
    }
    return {};
}

} // namespace

DutyOffice::DutyOffice(const Clock &clock, UtcOffset offset, Plan plan, PersonPins &pins, std::function<void(StationCommand)> post)
    : m_clock(clock), m_offset(offset), m_plan(std::move(plan)), m_pins(pins), m_post(std::move(post)),
      m_snapshot(std::make_shared<const Snapshot>())
{
}

SnapshotSink DutyOffice::snapshotSink()
{
    return [this](SnapshotPtr snapshot) {
        const std::scoped_lock lock(m_mutex);
        m_snapshot.swap(snapshot); // the old one goes after the lock
    };
}

SnapshotPtr DutyOffice::snapshot() const
{
    const std::scoped_lock lock(m_mutex);
    return m_snapshot;
}

std::vector<PinHolder> DutyOffice::holders() const
{
    const MonoTime now = m_clock.mono();
    {
        const std::scoped_lock lock(m_mutex);
        if (m_holdersRead && now - *m_holdersRead < kHoldersFresh) {
            return m_holders;
        }
    }
    auto read = m_pins.holders(); // may look at a disk
    const std::scoped_lock lock(m_mutex);
    if (read) {
        m_holders = std::move(*read);
    }
    m_holdersRead = now;
    return m_holders;
}

DutyOutcome DutyOffice::recorded(const std::function<StationCommand(Done)> &command)
{
    const auto answer = std::make_shared<std::promise<Result<Receipt>>>();
    auto outcome = answer->get_future();
    m_post(command([answer](const Result<Receipt> &result) { answer->set_value(result); }));
    return outcome.wait_for(kLedgerPatience) == std::future_status::ready ? outcomeOf(outcome.get()) : DutyOutcome::Unknown;
}

DutyOutcome DutyOffice::open(const DutyLink &link)
{
    return recorded([&](Done done) { return OpenAlertLink{link.alert, link.line, link.attempt, std::move(done)}; });
}

std::optional<DutyAlert> DutyOffice::alert(EntrySeq id, Audience audience) const
{
    const SnapshotPtr now = snapshot();
    const auto found = std::ranges::find(now->alerts, id, &Alert::id);
    if (found == now->alerts.end()) {
        return {};
    }
    const std::vector<PinHolder> people = holders();
    return DutyWords{m_clock.wall(), m_offset, audience, people}.alert(*found, viewOf(*now, id));
}

DutyBoard DutyOffice::board(Audience audience) const
{
    const SnapshotPtr now = snapshot();
    const std::vector<PinHolder> people = holders();
    const DutyWords words{m_clock.wall(), m_offset, audience, people};
    DutyBoard board;
    for (const Alert &alert : now->alerts) {
        board.alerts.push_back(words.alert(alert, viewOf(*now, alert.id)));
    }
    board.today = figuresOf(*now);
    return board;
}

std::vector<DutyPerson> DutyOffice::people(Audience audience) const
{
    const std::vector<PinHolder> all = holders();
    const DutyWords words{m_clock.wall(), m_offset, audience, all};
    std::vector<DutyPerson> shown;
    std::ranges::transform(all, std::back_inserter(shown), [&](const PinHolder &holder) { return words.person(holder); });
    return shown;
}

/// Somebody's turn to have a PIN checked; none when too many want one, or the others take too long.
class DutyOffice::Turn {
public:
    explicit Turn(DutyOffice &office) : m_office(office)
    {
        std::unique_lock lock(office.m_turns);
        if (office.m_wanted >= kMostTurns) {
            return;
        }
        ++office.m_wanted;
        m_taken = office.m_turnEnded.wait_for(lock, kPinPatience, [&] { return !office.m_checking; });
        if (m_taken) {
            office.m_checking = true;
        } else {
            --office.m_wanted;
        }
    }
    ~Turn()
    {
        if (!m_taken) {
            return;
        }
        const std::scoped_lock lock(m_office.m_turns);
        --m_office.m_wanted;
        m_office.m_checking = false;
        m_office.m_turnEnded.notify_one();
    }
    Turn(const Turn &) = delete;
    Turn &operator=(const Turn &) = delete;
    explicit operator bool() const noexcept { return m_taken; }

private:
    DutyOffice &m_office;
    bool m_taken = false;
};

Result<PinHolder> DutyOffice::signIn(std::string_view person, std::string_view pin)
{
    const Turn turn(*this);
    if (!turn) {
        return Error{ErrorCode::DeviceBusy, "too many PINs to check at once"};
    }
    auto holder = m_pins.verify(person, pin);
    if (holder) {
        const std::scoped_lock lock(m_mutex);
        m_holdersRead.reset(); // his PIN may be newer than what was read of it
    }
    return holder;
}

bool DutyOffice::holds(const PinHolder &holder) const
{
    return std::ranges::any_of(holders(), [&](const PinHolder &each) { return each.id == holder.id && each.pin == holder.pin; });
}

DutyOutcome DutyOffice::act(const AlertActionEntry &action, std::string_view person, std::string_view pin)
{
    if (const auto objection = objectionTo(action, *snapshot(), m_plan)) {
        return *objection; // a PIN is not asked of anybody for nothing
    }
    const auto holder = signIn(person, pin);
    if (!holder) {
        return holder.error().code == ErrorCode::DeviceBusy ? DutyOutcome::Busy : DutyOutcome::WrongPin;
    }
    return recorded([&](Done done) { return ActOnAlert{action, "leader:" + holder->id, std::move(done)}; });
}

} // namespace menshen

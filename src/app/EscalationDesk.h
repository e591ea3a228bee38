// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/app/Station.h"
#include "menshen/core/EscalationEnd.h"

#include <functional>
#include <map>
#include <set>
#include <utility>

namespace menshen {

/// Carries out what core decides about telling the leading group: entries first, then messages; and looks after lines that
/// hang. Lives on the engine's thread.
class EscalationDesk {
public:
    /// `then` is heard later, on the engine's thread; never before this returns.
    using Append = std::function<void(Entry, std::string actor, std::function<void(const Result<Receipt> &)>)>;
    /// Hands a message to a courier; what became of it is heard on the engine's thread.
    using Send =
        std::function<void(const std::string &courier, CourierMessage, std::shared_ptr<SendTicket>, std::function<void(const Delivery &)>)>;
    /// A step has become durable.
    using Told = std::function<void(const EscalationEntry &)>;

    EscalationDesk(const Clock &clock, std::string stationName, UtcOffset offset, AlertLink link, Append append, Send send, Told told);

    /// What the ledger held at the start: whatever is not known to have been sent is due at once. Of an alert that has ended, or was
    /// handed over, today or yesterday those who do not know it yet are told so; of an older one nobody is any more.
    void restore(const std::vector<std::vector<StoryStep>> &openAlerts);
    void raised(const AlertRaisedEntry &entry, const Receipt &receipt);
    void acted(const AlertActionEntry &entry, const Receipt &receipt);
    /// A step that a person asked for (a silence) has become durable.
    void noted(const EscalationEntry &entry, const Receipt &receipt);
    /// A link opens once, also after a restart: what is Seen in the ledger was opened.
    void opened(const OpenAlertLink &command);
    void tick();
    /// Nothing new is begun any more: the station stops; it goes on after the next start.
    void stop() noexcept { m_stopping = true; }

    /// An alert that nobody has answered, and no silence: the siren's business.
    [[nodiscard]] bool isSounding() const;

    [[nodiscard]] const std::shared_ptr<const std::vector<EscalationView>> &view() const noexcept { return m_view; }

private:
    /// A message that a courier has.
    struct Sending {
        int attempt = 0;
        std::string courier;
        std::shared_ptr<SendTicket> ticket;
        MonoTime since;
    };
    struct Open {
        Escalation state;
        AlertRaisedEntry raised;
        WallTime since;
        std::vector<EscalationNote> notes;
        bool ended = false;                       ///< the incident is: nothing of it is shown any more
        std::set<std::pair<int, int>> seen{};     ///< line and attempt whose link was opened, or is being
        std::map<std::size_t, Sending> sending{}; ///< by line
        std::map<AlertAction, WallTime> overAt{}; ///< when it was handed over, and when it ended
    };
    using OpenAlerts = std::map<EntrySeq, Open>;

    [[nodiscard]] Moment now() const { return {m_clock.wall(), m_clock.mono()}; }
    void advance(Open &open);
    void carryOut(Open &open, const CommitStep &step);
    void carryOut(Open &open, const SendStep &step);
    void carryOut(Open &open, const CommitEnding &step);
    void carryOut(Open &open, const SendEnding &step);
    void commitEnding(EntrySeq alert, std::size_t who, const EscalationEntry &entry);
    void commit(EntrySeq alert, std::size_t line, const EscalationEntry &entry);
    void sent(EntrySeq alert, std::size_t line, int attempt, const SendOutcome &outcome);
    /// Messages that their couriers have not begun: of the ladder only, or of all lines.
    void withdraw(Open &open, bool allLines);
    void passOver(Open &open);
    void eraseWhenDone(OpenAlerts::iterator alert);
    static void noteEnding(Open &open, const AlertActionEntry &entry, WallTime at);
    [[nodiscard]] bool isTooLongAgo(WallTime over) const;
    void note(Open &open, const EscalationEntry &entry, WallTime at);
    void audit();
    [[nodiscard]] CourierMessage messageOf(const Open &open, const SendStep &step) const;
    [[nodiscard]] CourierMessage messageOf(const Open &open, const SendEnding &step) const;
    void show();

    const Clock &m_clock;
    const std::string m_stationName;
    const UtcOffset m_offset;
    AlertLink m_link;
    Append m_append;
    Send m_send;
    Told m_told;
    OpenAlerts m_open;
    MonoTime m_nextAudit;
    bool m_changed = true;
    bool m_stopping = false;
    std::shared_ptr<const std::vector<EscalationView>> m_view = std::make_shared<const std::vector<EscalationView>>();
};

} // namespace menshen

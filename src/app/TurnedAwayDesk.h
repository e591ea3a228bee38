// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/app/SendTicket.h"
#include "menshen/core/OneMessage.h"
#include "menshen/core/Plan.h"
#include "menshen/ports/Clock.h"
#include "menshen/ports/Courier.h"
#include "menshen/ports/Ledger.h"

#include <functional>
#include <map>
#include <memory>

namespace menshen {

/// Tells the first level of the leading group of whoever was turned away for the mask alone, by the plan's switch: one message a
/// person, no ladder (Y2). The entry comes first; an attempt whose outcome nobody heard before a restart is not made again, so
/// nobody is told twice of one visit. Lives on the engine's thread.
class TurnedAwayDesk {
public:
    /// `then` is heard later, on the engine's thread; never before this returns.
    using Append = std::function<void(Entry, std::string actor, std::function<void(const Result<Receipt> &)>)>;
    /// Hands a message to a courier; what became of it is heard on the engine's thread.
    using Send =
        std::function<void(const std::string &courier, CourierMessage, std::shared_ptr<SendTicket>, std::function<void(const Delivery &)>)>;
    using Policy = std::function<EscalationPolicy(WallTime)>;

    TurnedAwayDesk(const Clock &clock, const Plan &plan, std::string stationName, UtcOffset offset, Policy policy, Append append,
                   Send send);

    /// Today's, as the ledger holds them: who was not told yet is told, what failed is tried again.
    void restore(const std::vector<std::vector<StoryStep>> &turnedAway);
    /// A visit or punch has become durable; told of when it is somebody turned away for the mask.
    void refused(const VisitEntry &visit, const Receipt &receipt);
    void refused(const StaffPunchEntry &punch, const Receipt &receipt);
    void tick();
    /// Nothing new is begun any more: the station stops.
    void stop() noexcept { m_stopping = true; }

private:
    struct Telling {
        WallTime at;
        bool staff = false;
        EscalationPolicy policy; ///< its first level is told
        OneMessage message{};
    };

    /// Nothing when nobody is there to be told.
    Telling *begin(EntrySeq visit, WallTime at, bool staff);
    void advance(EntrySeq visit, Telling &telling);
    void plan(EntrySeq visit, Telling &telling);
    void send(EntrySeq visit, Telling &telling);
    void commit(const TurnedAwayToldEntry &entry);

    const Clock &m_clock;
    const Plan &m_plan;
    const std::string m_stationName;
    const UtcOffset m_offset;
    Policy m_policy;
    Append m_append;
    Send m_send;
    std::map<EntrySeq, Telling> m_telling;
    bool m_stopping = false;
};

} // namespace menshen

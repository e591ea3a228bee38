// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/app/ReportOffice.h"
#include "menshen/core/EscalationPolicy.h"
#include "menshen/core/ReportNews.h"
#include "menshen/ports/Clock.h"
#include "menshen/ports/Courier.h"

#include <functional>
#include <memory>
#include <stop_token>

namespace menshen {

/// What the post is given; all but `openReports` may be called on any thread.
struct ReportPostParts {
    std::function<Result<std::unique_ptr<ReportReader>>()> openReports; ///< on the post's thread
    std::function<EscalationPolicy(WallTime)> policy;                   ///< of now
    /// Hands a message to a courier and waits for what becomes of it; ends soon when asked to stop.
    std::function<Delivery(const std::string &courier, CourierMessage, const std::stop_token &)> send;
    /// Waits until the entry is durable.
    ReportOffice::Append append;
};

struct ReportPostSettings {
    ReportSettings report;
    std::string stationName;
    Micros lookEvery = 1min;
};

/// Sends signed reports to the leading group, reminds of those due, and does not rest while one is overdue (S10). The ladder's first
/// level is told, with its couriers in their order; of an overdue report the second one too. What was told is in the ledger, so a
/// restart repeats nothing that was delivered and forgets nothing that was not. A thread of its own, which the ledger's
/// queries and slow servers may hold up without holding up the door.
class ReportPost {
public:
    ReportPost(const Clock &clock, ReportPostParts parts, ReportPostSettings settings);
    ~ReportPost(); ///< stops; bounded by the courier under way
    ReportPost(const ReportPost &) = delete;
    ReportPost &operator=(const ReportPost &) = delete;

    void start();
    void stop();

    /// One look, on the caller's thread: sends what is due. For start()'s thread, and for tests. Failures come back after a while.
    void look();

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace menshen

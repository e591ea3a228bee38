// SPDX-License-Identifier: GPL-3.0-or-later
#include "menshen/core/ReportNews.h"

#include <algorithm>

namespace menshen {

namespace {

constexpr Micros kFirstPause = std::chrono::hours{1};
constexpr Micros kLongestPause = std::chrono::hours{24};
constexpr int kOverdueLevels = 2; ///< who is to sign, and who is above them

bool isDelivered(const ReportTold &told, const ReportNewsDue &due)
{
    return told.entry.delivered && told.entry.news == due.news && told.entry.day == due.day && told.entry.version == due.version &&
           told.entry.level == due.level;
}

bool wasTold(const std::vector<ReportTold> &told, const ReportNewsDue &due)
{
    return std::ranges::any_of(told, [&](const ReportTold &each) { return isDelivered(each, due); });
}

bool isDueAgain(const std::vector<ReportTold> &told, const ReportNewsDue &due, WallTime now)
{
    Micros pause = kFirstPause / 2;
    std::optional<WallTime> last;
    for (const ReportTold &each : told) {
        if (isDelivered(each, due)) {
            pause = std::min(2 * pause, kLongestPause);
            last = each.at;
        }
    }
    // A clock that was set back since must not make it silent for long.
    return !last || now >= *last + pause || now < *last - pause;
}

} // namespace

std::vector<ReportNewsDue> reportNewsDue(const ReportDuty &duty, const std::vector<ReportSignature> &signatures,
                                         const std::vector<ReportTold> &told, WallTime now)
{
    std::vector<ReportNewsDue> found;
    for (const ReportSignature &signature : signatures) {
        const ReportNewsDue due{ReportNews::Signed, signature.day, signature.version, 0};
        if (now - signature.at < kReportNewsFresh && !wasTold(told, due)) {
            found.push_back(due);
        }
    }
    for (int level = 0; level < kOverdueLevels && !duty.missing.empty(); ++level) {
        const ReportNewsDue due{ReportNews::Overdue, duty.missing.back(), 0, level};
        if (isDueAgain(told, due, now)) {
            found.push_back(due);
        }
    }
    if (duty.nag) {
        const ReportNewsDue due{ReportNews::Reminder, *duty.nag, 0, 0};
        if (!wasTold(told, due)) {
            found.push_back(due);
        }
    }
    return found;
}

} // namespace menshen

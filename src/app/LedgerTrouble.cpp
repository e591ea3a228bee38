// SPDX-License-Identifier: GPL-3.0-or-later
#include "menshen/app/LedgerTrouble.h"

#include <algorithm>

namespace menshen {

LedgerNews newsOf(const ChainVerdict &verdict, WallTime at)
{
    if (!verdict.sound()) {
        return {.over = {LedgerTroubleKind::VerificationFailed},
                .trouble = LedgerTrouble{.kind = LedgerTroubleKind::ChainFault,
                                         .since = at,
                                         .fault = verdict.fault,
                                         .entry = verdict.at,
                                         .error = {ErrorCode::Damaged, verdict.detail}}};
    }
    if (!verdict.complete) {
        return {};
    }
    return {.over = {LedgerTroubleKind::ChainFault, LedgerTroubleKind::VerificationFailed}, .trouble = {}};
}

std::vector<LedgerTrouble> troublesOf(const LedgerState &state)
{
    return state.verified ? withNews({}, newsOf(state.verified->verdict, state.verified->at)) : std::vector<LedgerTrouble>();
}

std::vector<LedgerTrouble> withNews(std::vector<LedgerTrouble> troubles, const LedgerNews &news)
{
    std::erase_if(troubles, [&](const LedgerTrouble &trouble) { return std::ranges::count(news.over, trouble.kind) > 0; });
    if (!news.trouble) {
        return troubles;
    }
    const auto known = std::ranges::find(troubles, news.trouble->kind, &LedgerTrouble::kind);
    if (known != troubles.end()) {
        const WallTime since = known->since;
        *known = *news.trouble;
        known->since = since;
    } else {
        troubles.insert(std::ranges::upper_bound(troubles, news.trouble->kind, {}, &LedgerTrouble::kind), *news.trouble);
    }
    return troubles;
}

} // namespace menshen

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Units.h"

#include <deque>
#include <vector>

namespace menshen {

/// At most `count` messages in any `span`.
struct RateWindow {
    std::size_t count = 1;
    Micros span{};
};

/// Keeps a channel within its provider's limits. The provider counts a message when it arrives, somewhere between our start
/// and our end of the exchange; so spans run from the end of one to the start of the other, and no network that is slow now
/// and quick then makes more of them fall into one. It knows nothing of what was sent before the program started.
class RateLimit {
public:
    explicit RateLimit(std::vector<RateWindow> windows);

    /// How long until one more may begin; zero: it may now.
    [[nodiscard]] Micros wait(MonoTime now) const;
    /// An exchange ended.
    void note(MonoTime end);
    /// The provider itself asked for a pause.
    void holdUntil(MonoTime until);

private:
    std::vector<RateWindow> m_windows;
    std::size_t m_longest = 0;   ///< of the windows' counts
    std::deque<MonoTime> m_ends; ///< the newest last, as many as the largest window counts
    MonoTime m_heldUntil{MonoTime::min()};
};

} // namespace menshen

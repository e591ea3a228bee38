// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Units.h"

#include <map>
#include <mutex>
#include <string>

namespace menshen {

/// How often one address may try a PIN: five wrong ones in a row are forgiven, then each further one costs a wait that doubles,
/// from half a minute to a quarter of an hour. Half an hour without a try forgets. (People have a limit of their own, see
/// PersonPins: this one keeps a stranger from locking them out.) Bounded, thread-safe.
class TryLimit {
public:
    static constexpr int kFree = 5;
    static constexpr Micros kFirstWait = 30s;
    static constexpr Micros kLongestWait = 15min;
    static constexpr Micros kForgotten = 30min;
    static constexpr std::size_t kMost = 1024;

    /// Takes a try before it is made, so that many at once do not get more: 0 when it may be made, else how long to wait.
    [[nodiscard]] Micros take(const std::string &who, MonoTime now);
    /// The try was right: all is forgotten.
    void forgive(const std::string &who);
    /// The try was not judged: it does not count.
    void giveBack(const std::string &who);

private:
    struct Tries {
        int count = 0;
        MonoTime last;
        MonoTime next;     ///< not before
        MonoTime nextThen; ///< before the newest try
    };
    std::mutex m_mutex;
    std::map<std::string, Tries> m_tries;
};

} // namespace menshen

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Units.h"
#include "menshen/ports/PersonPins.h"
#include "menshen/ports/StationKey.h"

#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace menshen {

/// What a browser was let in for.
struct Session {
    std::optional<PinHolder> person; ///< signed in by PIN: sees everything
    std::set<EntrySeq> alerts;       ///< opened by links: sees these only
    MonoTime until;                  ///< fixed when it begins; looking does not make it longer

    [[nodiscard]] bool maySee(EntrySeq alert) const { return person || alerts.contains(alert); }
};

/// Who is let in, by a random name in a cookie. In memory only: a restart signs everybody out. Bounded: the oldest goes first.
/// Names are always ours: one that a browser brings along is never taken over. Thread-safe.
class Sessions {
public:
    static constexpr std::size_t kMost = 256;
    static constexpr std::size_t kMostAlerts = 32; ///< of one browser
    static constexpr Micros kLasts = 30min;

    Sessions();

    /// A link was opened in the browser whose session was `before` (empty: none): a new name, which sees what that one saw, too.
    [[nodiscard]] std::string opened(EntrySeq alert, std::string_view before, MonoTime now);
    [[nodiscard]] std::string signedIn(PinHolder person, std::string_view before, MonoTime now);
    [[nodiscard]] std::optional<Session> find(std::string_view name, MonoTime now);
    void end(std::string_view name);

    /// A name of nobody: before signing in, so that a form has something to be bound to.
    [[nodiscard]] static std::string stranger();
    /// What a form of the browser with this cookie carries.
    [[nodiscard]] std::string formToken(std::string_view cookie) const;
    [[nodiscard]] bool isFormToken(std::string_view token, std::string_view cookie) const;

private:
    [[nodiscard]] std::string begin(Session session, std::string_view before, MonoTime now);

    const SecretKey m_key; ///< new at each start
    std::mutex m_mutex;
    std::map<std::string, Session> m_open; ///< by a hash of the name: how long a look-up takes tells nothing of it
};

} // namespace menshen

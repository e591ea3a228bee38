// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drivers/duty/LinkTokens.h"
#include "drivers/duty/TlsListener.h"
#include "menshen/ports/Clock.h"
#include "menshen/ports/DutyDesk.h"
#include "menshen/ports/TlsIdentity.h"

#include <functional>
#include <memory>
#include <string>

namespace menshen {

struct DutyServerSettings {
    std::string bind = "0.0.0.0";
    std::uint16_t port = 8443;      ///< 0 takes a free one
    std::string host = "localhost"; ///< as phones call this station: a name or an address; the only one that is answered
    std::uint16_t publicPort = 0;   ///< as phones call it; 0: the one that is listened on
    std::string stationName;
    ListenerLimits limits;
};

/// For the log: never a name, a PIN or a token.
struct DutyLog {
    std::function<void(const std::string &)> info;
    std::function<void(const std::string &)> warn;
};

/// The duty page (reference: escalation): HTTPS, server-rendered, in Chinese and English. Its threads are its own; what they ask
/// of the station goes through DutyDesk.
class DutyServer {
public:
    /// Listening when it returns. `desk`, `tokens` and `clock` must outlive the server. DeviceUnavailable, BadConfig.
    [[nodiscard]] static Result<std::unique_ptr<DutyServer>> start(const DutyServerSettings &settings, const TlsIdentity &identity,
                                                                   DutyDesk &desk, const LinkTokens &tokens, const Clock &clock,
                                                                   DutyLog log);
    /// Ends at once what is under way, but for a person's act that is on its way to the disk: that one is waited for.
    ~DutyServer();
    DutyServer(const DutyServer &) = delete;
    DutyServer &operator=(const DutyServer &) = delete;

    /// "https://192.168.1.10:8443"
    [[nodiscard]] const std::string &address() const noexcept;

private:
    class Site;
    explicit DutyServer(std::unique_ptr<Site> site);
    std::unique_ptr<Site> m_site;
};

/// Where a message's link leads; empty for a token that is.
[[nodiscard]] std::string linkAddress(const std::string &address, const std::string &token);

} // namespace menshen

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drivers/duty/DutyServer.h"
#include "menshen/app/DutyOffice.h"
#include "menshen/app/StationConfig.h"

#include <memory>

namespace menshen {

/// The duty page's parts, joined: office, tokens, certificate, server. The door does not depend on it: what goes wrong here is
/// said in the log, and the station runs without the page.
class DutyPage {
public:
    /// `pins` and `clock` must outlive the page; `stationKey` seals the links.
    DutyPage(StationConfig::DutyPart settings, std::string stationName, UtcOffset offset, const Plan &plan, const SecretKey &stationKey,
             PersonPins &pins, const Clock &clock, std::function<void(StationCommand)> post);

    /// For the station, before it starts.
    [[nodiscard]] SnapshotSink snapshotSink() { return m_office.snapshotSink(); }
    [[nodiscard]] AlertLink alertLink() const;

    /// After the station has started. DeviceUnavailable, or what is wrong with the certificate.
    [[nodiscard]] Result<void> start();
    /// Before the station stops. Idempotent.
    void stop() { m_server.reset(); }

private:
    [[nodiscard]] Result<TlsIdentity> identity() const;

    const StationConfig::DutyPart m_settings;
    const std::string m_stationName;
    const Clock &m_clock;
    const LinkTokens m_tokens;
    DutyOffice m_office;
    std::unique_ptr<DutyServer> m_server;
};

} // namespace menshen

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drivers/duty/DutyServer.h"
#include "menshen/app/DutyOffice.h"
#include "menshen/app/StationConfig.h"

#include <atomic>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

namespace menshen {

/// The duty page's parts, joined: office, tokens, certificate, server. The door does not depend on it: what goes wrong here is
/// said in the log, and the station runs without the page until it stands.
class DutyPage {
public:
    /// `pins` and `clock` must outlive the page; `stationKey` seals the links.
    DutyPage(StationConfig::DutyPart settings, std::string stationName, UtcOffset offset, const Plan &plan, const SecretKey &stationKey,
             PersonPins &pins, const Clock &clock, std::function<void(StationCommand)> post);

    /// For the station, before it starts.
    [[nodiscard]] SnapshotSink snapshotSink() { return m_office.snapshotSink(); }
    /// Gives no link before the page has stood once: it would lead nowhere.
    [[nodiscard]] AlertLink alertLink() const;

    /// Once the station takes commands. Stands when it returns, unless something is wrong: at boot the network's address may
    /// come later than the station. Then it is tried anew, every `pause`, until the page stands.
    void start(std::chrono::milliseconds pause = std::chrono::seconds(10));
    /// Before the station stops. Idempotent.
    void stop();

    /// Of the certificate that is shown, to be compared with what a telephone says; empty before the page stands.
    [[nodiscard]] std::string fingerprint() const;

private:
    [[nodiscard]] Result<TlsIdentity> identity() const;
    [[nodiscard]] Result<void> open();
    void keepTrying(const std::stop_token &stop, std::chrono::milliseconds pause, std::string said);

    const StationConfig::DutyPart m_settings;
    const std::string m_stationName;
    const Clock &m_clock;
    const LinkTokens m_tokens;
    DutyOffice m_office;
    std::atomic<bool> m_stood{false};
    mutable std::mutex m_mutex; ///< of the two that follow
    std::unique_ptr<DutyServer> m_server;
    std::string m_fingerprint;
    std::jthread m_trying; ///< last: ends before what it makes
};

} // namespace menshen

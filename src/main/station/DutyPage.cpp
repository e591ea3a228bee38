// SPDX-License-Identifier: GPL-3.0-or-later
#include "src/main/station/DutyPage.h"

#include "drivers/secrets/TlsFiles.h"

#include <spdlog/spdlog.h>

namespace menshen {

namespace {

constexpr std::chrono::seconds kLinkLasts = std::chrono::hours(24);

std::string addressOf(const StationConfig::DutyPart &settings)
{
    const std::string host = settings.host.find(':') == std::string::npos ? settings.host : '[' + settings.host + ']';
    return "https://" + host + (settings.publicPort == 443 ? std::string() : ':' + std::to_string(settings.publicPort));
}

} // namespace

DutyPage::DutyPage(StationConfig::DutyPart settings, std::string stationName, UtcOffset offset, const Plan &plan,
                   const SecretKey &stationKey, PersonPins &pins, const Clock &clock, std::function<void(StationCommand)> post)
    : m_settings(std::move(settings)), m_stationName(std::move(stationName)), m_clock(clock), m_tokens(stationKey),
      m_office(clock, offset, plan, pins, std::move(post))
{
}

AlertLink DutyPage::alertLink() const
{
    return [this, address = addressOf(m_settings)](EntrySeq alert, std::size_t line, int attempt) {
        const auto until = std::chrono::floor<std::chrono::seconds>(m_clock.wall()) + kLinkLasts;
        return linkAddress(address, m_tokens.tokenOf({alert, static_cast<int>(line), attempt, until}));
    };
}

Result<TlsIdentity> DutyPage::identity() const
{
    return m_settings.certificate.empty() ? ownTlsIdentity(m_settings.ownFile, m_settings.host, m_clock.wall())
                                          : readTlsIdentity(m_settings.certificate, m_settings.key);
}

Result<void> DutyPage::start()
{
    const auto shown = identity();
    if (!shown)
        return shown.error();
    DutyServerSettings settings;
    settings.bind = m_settings.bind;
    settings.port = m_settings.port;
    settings.host = m_settings.host;
    settings.publicPort = m_settings.publicPort;
    settings.stationName = m_stationName;
    auto server = DutyServer::start(settings, *shown, m_office, m_tokens, m_clock,
                                    {[](const std::string &what) { spdlog::info("duty page: {}", what); },
                                     [](const std::string &what) { spdlog::warn("duty page: {}", what); }});
    if (!server)
        return server.error();
    m_server = std::move(*server);
    spdlog::info("duty page: {} on {} port {}, certificate SHA-256 {}", m_server->address(), settings.bind, settings.port,
                 shown->fingerprint);
    return {};
}

} // namespace menshen

// SPDX-License-Identifier: GPL-3.0-or-later
#include "src/main/station/DutyPage.h"

#include "drivers/secrets/TlsFiles.h"
#include "src/main/common/DutyAddress.h"

#include <spdlog/spdlog.h>

#include <condition_variable>

namespace menshen {

namespace {

constexpr std::chrono::seconds kLinkLasts = std::chrono::hours(24);

void say(const std::string &problem)
{
    spdlog::error("duty page: not there, and messages go without a link; tried again until it is: {}", problem);
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
    return [this, address = dutyAddress(m_settings)](EntrySeq alert, std::size_t line, int attempt) {
        if (!m_stood) {
            return std::string();
        }
        const auto until = std::chrono::floor<std::chrono::seconds>(m_clock.wall()) + kLinkLasts;
        return linkAddress(address, m_tokens.tokenOf({alert, static_cast<int>(line), attempt, until}));
    };
}

Result<TlsIdentity> DutyPage::identity() const
{
    return m_settings.certificate.empty() ? ownTlsIdentity(m_settings.ownFile, m_settings.host, m_clock.wall())
                                          : readTlsIdentity(m_settings.certificate, m_settings.key);
}

void DutyPage::start(std::chrono::milliseconds pause)
{
    if (const auto opened = open(); !opened) {
        say(opened.error().detail);
        m_trying =
            std::jthread([this, pause, said = opened.error().detail](const std::stop_token &stop) { keepTrying(stop, pause, said); });
    }
}

void DutyPage::stop()
{
    if (m_trying.joinable()) {
        m_trying.request_stop();
        m_trying.join();
    }
    std::unique_lock lock(m_mutex);
    const auto server = std::move(m_server);
    lock.unlock(); // it waits for its visitors
}

std::string DutyPage::fingerprint() const
{
    const std::scoped_lock lock(m_mutex);
    return m_fingerprint;
}

void DutyPage::keepTrying(const std::stop_token &stop, std::chrono::milliseconds pause, std::string said)
{
    std::mutex mutex;
    std::condition_variable_any stopped;
    std::unique_lock lock(mutex);
    while (!stopped.wait_for(lock, stop, pause, [&] { return stop.stop_requested(); })) {
        const auto opened = open();
        if (opened) {
            return;
        }
        if (opened.error().detail != said) { // not the same every ten seconds for a night
            said = opened.error().detail;
            say(said);
        }
    }
}

Result<void> DutyPage::open()
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
    spdlog::info("duty page: {} on {} port {}, certificate SHA-256 {}", (*server)->address(), settings.bind, settings.port,
                 shown->fingerprint);
    const std::scoped_lock lock(m_mutex);
    m_server = std::move(*server);
    m_fingerprint = shown->fingerprint;
    m_stood = true;
    return {};
}

} // namespace menshen

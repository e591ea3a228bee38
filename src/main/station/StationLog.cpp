// SPDX-License-Identifier: GPL-3.0-or-later
#include "src/main/station/StationLog.h"

#include "menshen/app/Words.h"

#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <utility>

namespace menshen {

namespace {

constexpr std::size_t kLogFileSize = 5U * 1024 * 1024;
constexpr std::size_t kLogFiles = 5;
constexpr std::array<const char *, 5> kDevices{"thermometer", "camera", "detector", "gate", "ledger"};
constexpr std::array<const char *, 4> kTasks{"state", "purge", "backup", "verification"}; // by LedgerTask

} // namespace

void openLog(const std::string &file)
{
    if (file.empty()) {
        spdlog::set_default_logger(spdlog::stderr_logger_mt("menshen"));
    } else {
        spdlog::set_default_logger(spdlog::rotating_logger_mt("menshen", file, kLogFileSize, kLogFiles));
    }
    spdlog::set_pattern("%Y-%m-%dT%H:%M:%S.%e %^%l%$ %v");
    spdlog::flush_on(spdlog::level::info);
}

LedgerNightSinks nightLog()
{
    LedgerNightSinks sinks;
    sinks.purged = [](const Destroyed &destroyed) {
        if (!destroyed.entry.days.empty()) {
            spdlog::info("purge: personal data of {} days before {} destroyed, entry {}", destroyed.entry.days.size(),
                         isoDay(destroyed.entry.before), destroyed.receipt.value_or(Receipt{}).seq.value);
        }
    };
    sinks.purgeHeld = [](const std::string &why) { spdlog::warn("purge: held: {}", why); };
    sinks.backedUp = [](const BackupEntry &made) {
        spdlog::info("backup: {} up to entry {}, {} bytes, {} older removed", made.file, made.upTo.value, made.bytes, made.removed);
    };
    sinks.verified = [](const ChainVerdict &verdict) {
        if (verdict.sound()) {
            spdlog::info("chain: sound up to entry {}", verdict.checked.value);
        } else {
            spdlog::critical("chain: FAULT at entry {}: {}", verdict.at.value, verdict.detail);
        }
    };
    sinks.failed = [](LedgerTask task, const Error &error) {
        spdlog::error("{}: {}", kTasks[static_cast<std::size_t>(task)], error.detail);
    };
    return sinks;
}

void StationLog::noteCapture(const CaptureView &capture)
{
    if (std::exchange(m_capture, capture.phase) == capture.phase) {
        return;
    }
    if (capture.phase == CapturePhase::On) {
        spdlog::warn("diagnostics capture: on, pictures with blurred faces are stored");
    } else if (capture.phase == CapturePhase::Off) {
        spdlog::warn("diagnostics capture: off, {} pictures{}{}", capture.pictures, capture.problem ? ": " : "",
                     capture.problem.value_or(Error{}).detail);
    }
}

void StationLog::note(const Snapshot &snapshot)
{
    for (std::size_t i = 0; i < snapshot.devices.size(); ++i) {
        const DeviceStatus &status = snapshot.devices[i];
        if (m_health[i] == status.health) {
            continue;
        }
        m_health[i] = status.health;
        if (status.health == DeviceHealth::Down) {
            spdlog::warn("{}: down: {}", kDevices[i], status.error.detail);
        } else if (status.health == DeviceHealth::Up) {
            spdlog::info("{}: up", kDevices[i]);
        }
    }
    noteCapture(snapshot.capture);
    const ScreeningState &door = snapshot.door;
    if (door.receipt && door.decided && door.receipt->seq != m_lastDecision) {
        m_lastDecision = door.receipt->seq;
        spdlog::info("entry {}: {}, {} ({})", m_lastDecision.value, word(door.decided->outcome, Language::English),
                     word(door.decided->verdict, Language::English), words(door.decided->reasons, Language::English));
    }
    if (snapshot.alerts.size() != m_alerts) {
        m_alerts = snapshot.alerts.size();
        spdlog::warn("open alerts: {}", m_alerts);
    }
}

} // namespace menshen

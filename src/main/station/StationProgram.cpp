// SPDX-License-Identifier: GPL-3.0-or-later
#include "src/main/station/StationProgram.h"

#include "db/sqlite/SqliteLedgerReader.h"
#include "drivers/camera/OpenCvCamera.h"
#include "drivers/modbus/ModbusRelayGate.h"
#include "drivers/modbus/ModbusThermometer.h"
#include "drivers/tables/CsvTable.h"
#include "drivers/tables/XlsxTable.h"
#include "drivers/vision/OnnxMaskDetector.h"

#include <filesystem>

namespace menshen {

namespace {

template <typename Port, typename Adapter>
Result<std::unique_ptr<Port>> as(Result<std::unique_ptr<Adapter>> made)
{
    if (!made) {
        return made.error();
    }
    return std::unique_ptr<Port>(std::move(*made));
}

Result<std::unique_ptr<TableWriter>> openTable(const std::string &path)
{
    return path.ends_with(".xlsx") ? as<TableWriter>(XlsxTable::create(path)) : as<TableWriter>(CsvTable::create(path));
}

/// A ledger's folder is the station's own: made at first start, for nobody else's eyes.
Result<void> makeFolderFor(const std::string &file)
{
    const std::filesystem::path folder = std::filesystem::path(file).parent_path();
    std::error_code failure;
    if (folder.empty() || std::filesystem::exists(folder, failure)) {
        return {};
    }
    std::filesystem::create_directories(folder, failure);
    if (failure) {
        return Error{ErrorCode::Storage, folder.string() + ": " + failure.message()};
    }
    std::filesystem::permissions(folder, std::filesystem::perms::owner_all, failure);
    return {};
}

} // namespace

Result<std::unique_ptr<StationProgram>> StationProgram::open(StationConfig config, bool windowed, FramePace::Steady::time_point began)
{
    for (const std::string &file : {config.ledgerFile, config.pinFile, config.stateFile, config.exportFolder + "/export"}) {
        if (auto made = makeFolderFor(file); !made) {
            return made.error();
        }
    }
    auto ledger = SqliteLedger::open(config.ledgerFile);
    if (!ledger) {
        return ledger.error();
    }
    auto reader = SqliteLedgerReader::open(config.ledgerFile);
    if (!reader) {
        return reader.error();
    }
    const auto today = (*reader)->counts(hallDayOf(SystemClock{}.wall(), config.offset));
    if (!today) {
        return today.error();
    }
    return std::unique_ptr<StationProgram>(new StationProgram(std::move(config), std::move(*ledger), *today, windowed, began));
}

StationProgram::StationProgram(StationConfig config, std::unique_ptr<SqliteLedger> ledger, DayCounts today, bool windowed,
                               FramePace::Steady::time_point began)
    : m_config(std::move(config)), m_pins(m_config.pinFile, m_clock), m_ledger(std::move(ledger)), m_today(today), m_pace(began)
{
    m_ui = std::make_unique<UiShell>(
        UiParts{.post =
                    [this](StationCommand command) {
                        if (m_station) {
                            m_station->post(std::move(command));
                        }
                    },
                .pins = m_pins,
                .openReader = [file = m_config.ledgerFile] { return as<LedgerReader>(SqliteLedgerReader::open(file)); },
                .openTable = openTable,
                .config = m_config,
                .windowed = windowed});
}

StationProgram::~StationProgram() { stop(); }

StationParts StationProgram::parts()
{
    StationParts parts{m_clock, *m_ledger, {}, {}, {}, {}};
    if (m_config.thermometer) {
        parts.thermometer = [this, part = *m_config.thermometer] {
            return std::make_unique<ModbusThermometer>(part.profile, part.line, m_clock);
        };
    }
    if (m_config.camera) {
        parts.camera = [this, settings = *m_config.camera] { return std::make_unique<OpenCvCamera>(settings, m_clock); };
        parts.detector = [settings = m_config.detector] { return OnnxMaskDetector::open(settings); };
    }
    if (m_config.gate) {
        parts.gate = [part = *m_config.gate] {
            return std::make_unique<ModbusRelayGate>(part.profile, part.line, part.channel, part.pulse);
        };
    }
    return parts;
}

Result<void> StationProgram::start()
{
    if (!m_ui->load()) {
        return Error{ErrorCode::Internal, "the screens could not be loaded"};
    }
    m_pace.watch(*m_ui->window());
    StationOptions options;
    options.plan = m_config.plan;
    options.calibration = m_config.calibration;
    options.offset = m_config.offset;
    options.today = m_today;
    options.head = m_ledger->head();
    m_observers.push_back([this](const SnapshotPtr &snapshot) { m_log.note(*snapshot); });
    m_observers.push_back(m_ui->snapshotSink());
    m_station = std::make_unique<Station>(
        parts(), std::move(options),
        [this](const SnapshotPtr &snapshot) {
            for (const SnapshotSink &observer : m_observers) {
                observer(snapshot);
            }
        },
        [this, show = m_ui->frameSink()](const Frame &frame) {
            m_pace.cameraDelivers();
            show(frame);
        });
    m_station->start();
    return {};
}

void StationProgram::stop()
{
    if (m_station) {
        m_station->stop();
        m_pace.report();
    }
    m_ui.reset();
    m_station.reset();
    m_ledger->stop();
}

} // namespace menshen

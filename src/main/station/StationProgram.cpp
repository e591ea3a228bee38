// SPDX-License-Identifier: GPL-3.0-or-later
#include "src/main/station/StationProgram.h"

#include "db/sqlite/InsideState.h"
#include "db/sqlite/LedgerState.h"
#include "db/sqlite/RegisterChanges.h"
#include "db/sqlite/SqliteLedgerReader.h"
#include "db/sqlite/SqliteReportReader.h"
#include "drivers/camera/OpenCvCamera.h"
#include "drivers/documents/FormsPaper.h"
#include "drivers/documents/QrCode.h"
#include "drivers/modbus/ModbusRelayGate.h"
#include "drivers/modbus/ModbusRelaySiren.h"
#include "drivers/modbus/ModbusThermometer.h"
#include "drivers/pictures/CaptureFolder.h"
#include "drivers/secrets/KeyStores.h"
#include "drivers/tables/CsvTable.h"
#include "drivers/tables/SheetFile.h"
#include "drivers/tables/XlsxTable.h"
#include "drivers/vision/OpenDetector.h"
#include "menshen/app/AlertStory.h"
#include "menshen/app/NightReport.h"
#include "menshen/app/StationAnswers.h"
#include "menshen/app/TurnedAway.h"
#include "src/main/common/CourierOf.h"
#include "src/main/common/ReportFile.h"

#include <spdlog/spdlog.h>

#include <filesystem>

namespace menshen {

namespace {

/// For captures: what the door's detector does not take for a face is blurred all the same.
constexpr double kHardlyAFace = 0.1;

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
    auto opened = openLedger(config);
    if (!opened) {
        return opened.error();
    }
    std::unique_ptr<StationProgram> program(new StationProgram(std::move(config), std::move(*opened), windowed, began));
    const auto lastChange = [file = program->m_config.ledgerFile](RegisterKind kind) { return lastRegisterChange(file, kind); };
    if (auto registers = program->m_registers.open(lastChange); !registers) {
        return registers.error();
    }
    return program;
}

/// Who should have been told of and was not, and who has clocked in today.
std::optional<Error> StationProgram::readUntold(Opened &opened, LedgerReader &reader, const StationConfig &config)
{
    const HallDay today = hallDayOf(opened.clock->wall(), config.offset);
    auto untold = reader.untold(HallDay{std::chrono::sys_days{today} - std::chrono::days{1}}, config.plan);
    if (!untold) {
        return untold.error();
    }
    opened.untold = *std::move(untold);
    auto away = turnedAwayOn(reader, today, config.plan);
    if (!away) {
        return away.error();
    }
    opened.turnedAway = *std::move(away);
    constexpr int kPage = 1000;
    for (EntrySeq after;;) {
        const auto punches = reader.staffPunches(today, today, after, kPage);
        if (!punches) {
            return punches.error();
        }
        for (const StaffPunchRow &row : *punches) {
            after = row.seq;
            if (row.direction == PunchDirection::In && row.outcome == Outcome::Admitted) {
                opened.clockedIn.insert(row.number);
            }
        }
        if (punches->size() < kPage) {
            return std::nullopt;
        }
    }
}

Result<StationProgram::Opened> StationProgram::openLedger(const StationConfig &config)
{
    Opened opened;
    opened.clock = std::make_unique<SystemClock>();
    // Before the ledger is opened, which signs a head by the clock as it is now.
    if (const auto before = ledgerState(config.ledgerFile); before && before->head) {
        opened.lastHead = before->head->at;
    }
    LedgerSettings settings;
    settings.path = config.ledgerFile;
    settings.offset = config.offset;
    auto ledger = SqliteLedger::open(settings, *makeKeyStore(config.ledgerKey), *opened.clock);
    if (!ledger) {
        return ledger.error();
    }
    opened.ledger = std::move(*ledger);
    const auto state = opened.ledger->state();
    if (!state) {
        return state.error();
    }
    opened.state = *state;
    auto reader = SqliteLedgerReader::open(config.ledgerFile, opened.ledger->keys());
    if (!reader) {
        return reader.error();
    }
    const auto today = (*reader)->counts(hallDayOf(opened.clock->wall(), config.offset));
    if (!today) {
        return today.error();
    }
    opened.today = *today;
    const auto inside = insideState(config.ledgerFile);
    if (!inside) {
        return inside.error();
    }
    opened.inside = *inside;
    auto alerts = alertsToGoOnWith(**reader, hallDayOf(opened.clock->wall(), config.offset), config.offset);
    if (!alerts) {
        return alerts.error();
    }
    opened.openAlerts = std::move(*alerts);
    if (auto problem = readUntold(opened, **reader, config)) {
        return *problem;
    }
    return opened;
}

StationProgram::StationProgram(StationConfig config, Opened opened, bool windowed, FramePace::Steady::time_point began)
    : m_config(std::move(config)), m_opened(std::move(opened)), m_pins(m_config.pinFile, *m_opened.clock),
      m_registerFolder(m_config.registerFolder, m_opened.ledger->keys()), m_registers(m_registerFolder, *m_opened.clock, m_config.offset),
      m_personPins(
          m_config.personPinFolder, [this] { return m_registers.now()->group; }, *m_opened.clock,
          [](const std::string &problem) { spdlog::warn("duty page: somebody cannot sign in: {}", problem); }),
      m_pace(began), m_ui(std::make_unique<UiShell>(uiParts(windowed)))
{
}

UiParts StationProgram::uiParts(bool windowed)
{
    return {.post = [this](StationCommand command) { post(std::move(command)); },
            .pins = m_pins,
            .openReader = [file = m_config.ledgerFile,
                           keys = m_opened.ledger->keys()] { return as<LedgerReader>(SqliteLedgerReader::open(file, keys)); },
            .openTable = openTable,
            .upkeep = *m_opened.ledger,
            .qrOf = qrOf,
            .openReports = [file = m_config.ledgerFile,
                            keys = m_opened.ledger->keys()] { return as<ReportReader>(SqliteReportReader::open(file, keys)); },
            .writeReport = writeReportFile,
            .registers = m_registers,
            .personPins = m_personPins,
            .readSheet = readSheet,
            .writeForms = writeEmptyForms,
            .config = m_config,
            .windowed = windowed};
}

void StationProgram::post(StationCommand command)
{
    if (m_station) {
        m_station->post(std::move(command));
    }
}

StationProgram::~StationProgram() { stop(); }

StationParts StationProgram::parts()
{
    StationParts parts{*m_opened.clock, *m_opened.ledger, {}, {}, {}, {}};
    if (m_config.thermometer) {
        parts.thermometer = [this, part = *m_config.thermometer] {
            return std::make_unique<ModbusThermometer>(part.profile, part.line, *m_opened.clock);
        };
    }
    if (m_config.camera) {
        CameraSettings camera = *m_config.camera;
        camera.view = m_ui->cameraView();
        parts.camera = [this, settings = std::move(camera)] { return std::make_unique<OpenCvCamera>(settings, *m_opened.clock); };
        parts.detector = [settings = m_config.detector] { return openDetector(settings); };
        parts.captureDetector = [settings = m_config.detector]() mutable {
            settings.minScore = kHardlyAFace;
            return openDetector(settings);
        };
    }
    // Also without a camera: what an earlier one left is still to be destroyed.
    parts.captureStore = [folder = m_config.diagnostics.folder] { return std::make_unique<CaptureFolder>(folder); };
    if (m_config.gate) {
        parts.gate = [part = *m_config.gate] {
            return std::make_unique<ModbusRelayGate>(part.profile, part.line, part.channel, part.pulse);
        };
    }
    if (m_config.siren) {
        parts.siren = [part = *m_config.siren] { return std::make_unique<ModbusRelaySiren>(part.profile, part.line, part.channel); };
    }
    for (const CourierSettings &settings : m_config.couriers) {
        parts.couriers.push_back({settings.id, [this, settings] { return courierOf(settings, *m_opened.clock); }});
    }
    return parts;
}

Result<void> StationProgram::start()
{
    if (!m_ui->load()) {
        return Error{ErrorCode::Internal, "the screens could not be loaded"};
    }
    m_pace.watch(*m_ui->window());
    makeDutyPage();
    startStation();
    startNight();
    startPost();
    return {};
}

void StationProgram::startStation()
{
    StationOptions options;
    options.plan = m_config.plan;
    options.calibration = m_config.calibration;
    options.offset = m_config.offset;
    options.today = m_opened.today;
    options.inside = m_opened.inside;
    options.head = m_opened.state.seq;
    options.headHash = m_opened.state.hash;
    options.ledgerTroubles = troublesOf(m_opened.state);
    options.keepCaptures = std::chrono::days{m_config.diagnostics.keepDays};
    options.stationName = m_config.stationName;
    options.escalation = [this](WallTime at) { return m_registers.policyAt(m_config.escalation, at); };
    options.openAlerts = std::move(m_opened.openAlerts);
    options.untold = std::move(m_opened.untold);
    options.turnedAway = std::move(m_opened.turnedAway);
    options.clockedInToday = std::move(m_opened.clockedIn);
    if (m_duty) {
        options.alertLink = m_duty->alertLink();
        m_observers.push_back(m_duty->snapshotSink());
    }
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
    if (m_duty) {
        m_duty->start(); // before the engine: its first messages carry links
    }
    m_station->start();
}

void StationProgram::makeDutyPage()
{
    if (m_config.duty) {
        m_duty = std::make_unique<DutyPage>(*m_config.duty, m_config.stationName, m_config.offset, m_config.plan,
                                            m_opened.ledger->keys()->root(), m_personPins, *m_opened.clock,
                                            [this](StationCommand command) { m_station->post(std::move(command)); });
    }
}

void StationProgram::startNight()
{
    LedgerNightSettings settings;
    settings.upkeep = m_config.upkeep;
    settings.offset = m_config.offset;
    settings.plan = m_config.plan.id;
    settings.retentionDays = m_config.plan.retentionDays;
    settings.newestBefore = m_opened.lastHead;
    m_night = std::make_unique<LedgerNight>(
        *m_opened.ledger, *m_opened.clock, std::move(settings),
        nightReport(nightLog(), *m_opened.clock, [this](StationCommand command) { m_station->post(std::move(command)); }));
    m_night->start();
}

void StationProgram::startPost()
{
    const auto post = [this](StationCommand command) { m_station->post(std::move(command)); };
    ReportPostParts parts;
    parts.openReports = [file = m_config.ledgerFile, keys = m_opened.ledger->keys()] {
        return as<ReportReader>(SqliteReportReader::open(file, keys));
    };
    parts.policy = [this](WallTime at) { return m_registers.policyAt(m_config.escalation, at); };
    parts.send = [post](const std::string &courier, CourierMessage message, const std::stop_token &stop) {
        return sendAndWait(post, courier, std::move(message), stop);
    };
    parts.append = [post](Entry entry, const std::string &actor) { return appendAndWait(post, std::move(entry), actor); };
    m_post =
        std::make_unique<ReportPost>(*m_opened.clock, std::move(parts), ReportPostSettings{reportSettings(m_config), m_config.stationName});
    m_post->start();
}

void StationProgram::stop()
{
    m_post.reset();
    m_night.reset();
    if (m_duty) {
        m_duty->stop();
    }
    if (m_station) {
        m_station->stop();
        m_pace.report();
    }
    m_ui.reset();
    m_station.reset();
    m_opened.ledger->stop();
}

} // namespace menshen

// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/config/ConfigFiles.h"
#include "drivers/config/CourierKeys.h"
#include "drivers/config/CredentialName.h"
#include "drivers/config/DutyKeys.h"
#include "drivers/config/EscalationKeys.h"
#include "drivers/config/ProfileKeys.h"
#include "drivers/config/TomlReader.h"
#include "menshen/core/Feasibility.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <set>

namespace menshen {

namespace fs = std::filesystem;

namespace {

constexpr std::array<std::pair<std::string_view, Language>, 2> kLanguages{{{"zh", Language::Chinese}, {"en", Language::English}}};
constexpr std::array<std::pair<std::string_view, Theme>, 2> kThemes{{{"light", Theme::Light}, {"dark", Theme::Dark}}};
constexpr std::array<std::pair<std::string_view, KeySource::Kind>, 3> kKeyKinds{
    {{"file", KeySource::Kind::File}, {"credential", KeySource::Kind::Credential}, {"passphrase", KeySource::Kind::Passphrase}}};
constexpr std::array<std::pair<std::string_view, DetectorKind>, 3> kDetectorKinds{
    {{"menshen", DetectorKind::Menshen}, {"aizoo", DetectorKind::Aizoo}, {"yunet", DetectorKind::Yunet}}};
constexpr std::array<std::pair<std::string_view, int>, 2> kSigns{{{"+", 1}, {"-", -1}}};

double inMillis(Micros duration) { return std::chrono::duration<double, std::milli>(duration).count(); }

/// A number that the whole of `text` spells; absent otherwise.
std::optional<int> wholeOf(std::string_view text)
{
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || text.front() == '-')
        return {};
    return value;
}

/// "+08:00"
std::optional<UtcOffset> offsetFrom(std::string_view text)
{
    if (text.size() != 6 || text[3] != ':')
        return {};
    const auto sign = std::find_if(kSigns.begin(), kSigns.end(), [&](const auto &entry) { return text.starts_with(entry.first); });
    const auto hours = wholeOf(text.substr(1, 2));
    const auto minutes = wholeOf(text.substr(4, 2));
    if (sign == kSigns.end() || !hours || !minutes || *hours > 14 || *minutes > 59)
        return {};
    return UtcOffset{sign->second * (std::chrono::hours(*hours) + std::chrono::minutes(*minutes))};
}

/// The file that `key` names, loaded; its problems become problems of this file.
template <typename T>
void readNamed(Section &section, std::string_view key, T &target, Result<T> (*load)(const fs::path &))
{
    std::string file;
    section.path(key, file, PathTo::File, Need::Required);
    if (file.empty())
        return;
    auto loaded = load(file);
    if (loaded)
        target = std::move(*loaded);
    else
        section.refuse(key, loaded.error());
}

/// `tcp` or `serial`, exactly one of them, and the keys that override the profile's.
void readLine(Section &section, ModbusLine &line, int profileSlave, const SerialLine &profileSerial)
{
    std::string tcp;
    section.text("tcp", tcp);
    SerialLine serial = profileSerial;
    section.text("serial", serial.device);
    readSerialKeys(section, serial);

    if (section.has("tcp") == section.has("serial"))
        section.refuse("serial", "exactly one of tcp = \"host:port\" and serial = \"/dev/serial/by-id/…\"");
    if (!tcp.empty() && !(line.tcp = tcpLineFrom(tcp)))
        section.refuse("tcp", "\"host:port\" with a port from 1 to 65535");
    if (section.has("serial"))
        line.serial = serial;
    for (const auto key : {"baud", "parity", "data_bits", "stop_bits"}) {
        if (section.has(key) && !section.has("serial"))
            section.refuse(key, "leave it out: it goes with serial only");
    }
    int slave = profileSlave;
    readSlave(section, slave);
    if (section.has("slave"))
        line.slave = slave;
    Micros timeout{};
    section.duration("response_timeout_ms", timeout, kResponseTimeoutMs);
    if (timeout > Micros{})
        line.responseTimeout = timeout;
}

void readThermometer(Section section, StationConfig &config)
{
    if (!section.present())
        return;
    StationConfig::ThermometerPart part;
    readNamed(section, "profile", part.profile, loadThermometerProfile);
    readLine(section, part.line, part.profile.slave, part.profile.serial);
    section.duration("interval_ms", part.line.interval, {20, 10'000});
    section.duration("warm_up_s", config.plan.temperature.warmUp, {0, 7200});
    config.thermometer = part;
}

void readGate(Section section, StationConfig &config)
{
    if (!section.present())
        return;
    StationConfig::GatePart part;
    readNamed(section, "profile", part.profile, loadRelayProfile);
    readLine(section, part.line, part.profile.slave, part.profile.serial);
    section.integer("channel", part.channel, {0, part.profile.channels - 1});
    section.duration("pulse_ms", part.pulse, {50, 10'000});
    if (part.pulse % part.profile.pulseUnit != Micros{})
        section.refuse("pulse_ms", "a multiple of the board's unit, " + std::to_string(part.profile.pulseUnit / 1ms) + " ms");
    config.gate = part;
}

/// Whether both would speak on one serial line, where only one may.
bool shareSerial(const ModbusLine &one, const ModbusLine &other)
{
    return one.serial && other.serial && !one.serial->device.empty() && one.serial->device == other.serial->device;
}

bool shareTcp(const ModbusLine &one, const ModbusLine &other)
{
    return one.tcp && other.tcp && one.tcp->host == other.tcp->host && one.tcp->port == other.tcp->port;
}

void readSiren(Section section, StationConfig &config)
{
    if (!section.present())
        return;
    StationConfig::SirenPart part;
    readNamed(section, "profile", part.profile, loadRelayProfile);
    readLine(section, part.line, part.profile.slave, part.profile.serial);
    section.integer("channel", part.channel, {0, part.profile.channels - 1});
    const bool shared = (config.gate && shareSerial(part.line, config.gate->line)) ||
                        (config.thermometer && shareSerial(part.line, config.thermometer->line));
    if (shared)
        section.refuse("serial", "a line of its own: gate and thermometer speak on theirs at any time");
    if (config.gate && shareTcp(part.line, config.gate->line) && part.channel == config.gate->channel)
        section.refuse("channel", "another channel than the gate's: the siren would hold the gate open");
    config.siren = part;
}

void readView(Section &section, CameraView &view)
{
    std::optional<double> exposure;
    section.numberOr("auto", "exposure_ms", exposure, {inMillis(CameraView::kShortestExposure), inMillis(CameraView::kLongestExposure)});
    if (exposure)
        view.exposure = Micros(std::llround(*exposure * 1000));
    section.flag("mirror", view.mirror);
    section.integer("rotation", view.rotation, {0, 270});
    if (view.rotation % 90 != 0)
        section.refuse("rotation", "0, 90, 180 or 270 degrees clockwise");
    auto crop = section.section("crop");
    // One that is refused is left at the least, so that it is not refused again for its end.
    PictureZone zone{0, 0, crop.has("w") ? PictureZone::kSmallest : 1, crop.has("h") ? PictureZone::kSmallest : 1};
    crop.number("x", zone.x, {0.0, 1 - PictureZone::kSmallest});
    crop.number("y", zone.y, {0.0, 1 - PictureZone::kSmallest});
    crop.number("w", zone.w, {PictureZone::kSmallest, 1.0});
    crop.number("h", zone.h, {PictureZone::kSmallest, 1.0});
    constexpr double most = 1 + 1e-9; // sums of shares are seldom exact
    if (zone.x + zone.w > most)
        crop.refuse("w", "at most 1 - x: the zone ends within the picture");
    if (zone.y + zone.h > most)
        crop.refuse("h", "at most 1 - y: the zone ends within the picture");
    view.zone = zone;
}

void readCamera(Section section, StationConfig &config)
{
    if (!section.present())
        return;
    CameraSettings camera;
    std::string device, file, folder, url;
    section.text("device", device);
    section.path("file", file, PathTo::File);
    section.path("folder", folder, PathTo::Folder);
    section.text("url", url);
    if (!url.empty() && !url.starts_with("http://") && !url.starts_with("https://") && !url.starts_with("rtsp://"))
        section.refuse("url", "an address that begins with http://, https:// or rtsp://");

    const std::array<std::tuple<std::string_view, CameraKind, std::string>, 4> sources{{{"device", CameraKind::Device, device},
                                                                                        {"file", CameraKind::File, file},
                                                                                        {"folder", CameraKind::Folder, folder},
                                                                                        {"url", CameraKind::Url, url}}};
    std::string_view named;
    int count = 0;
    for (const auto &[key, kind, source] : sources) {
        if (!section.has(key))
            continue;
        ++count;
        named = key;
        camera.kind = kind;
        camera.source = source;
    }
    if (count != 1)
        section.refuse(count == 0 ? "device" : named, "exactly one of device, file, folder and url");
    section.integer("width", camera.width, {160, 4096});
    section.integer("height", camera.height, {120, 4096});
    section.number("frames_per_second", camera.framesPerSecond, {1.0, 120.0});
    readView(section, camera.view);
    config.camera = camera;
}

/// A model that nobody named is the one beside the settings; it must be there when a camera needs it.
void readShippedModel(Section &section, std::string_view key, std::string &model, const std::string &shipped, bool needed)
{
    std::error_code ignored;
    model = shipped;
    section.path(key, model, PathTo::File);
    if (needed && !section.has(key) && !fs::is_regular_file(model, ignored))
        section.refuse(key, "the path of a model: there is a camera, but no " + model);
}

/// Keys that belong to another kind.
void refuseModelsOf(Section &section, std::initializer_list<std::string_view> keys, const std::string &remedy)
{
    std::string ignored;
    for (const auto key : keys) {
        section.text(key, ignored);
        if (section.has(key))
            section.refuse(key, "leave it out: " + remedy);
    }
}

void readDetector(Section &root, StationConfig &config, const fs::path &folder)
{
    auto section = root.section("detector");
    auto &detector = config.detector;
    const auto shipped = [&](const char *name) { return (folder / "models" / name).lexically_normal().string(); };
    section.choice("kind", detector.kind, kDetectorKinds);
    if (detector.kind == DetectorKind::Aizoo) {
        section.path("caffemodel", detector.faceModel, PathTo::File, Need::Required);
        section.path("prototxt", detector.faceNetwork, PathTo::File, Need::Required);
        refuseModelsOf(section, {"face_model", "state_model"}, "kind = \"aizoo\" has caffemodel and prototxt");
    } else {
        if (detector.kind == DetectorKind::Yunet)
            section.path("face_model", detector.faceModel, PathTo::File, Need::Required);
        else
            readShippedModel(section, "face_model", detector.faceModel, shipped("face-detector.onnx"), config.camera.has_value());
        readShippedModel(section, "state_model", detector.stateModel, shipped("mask-state.onnx"), config.camera.has_value());
        refuseModelsOf(section, {"caffemodel", "prototxt"}, "it goes with kind = \"aizoo\" only");
    }
    section.number("min_score", detector.minScore, {0.05, 0.99});
    section.integer("threads", detector.threads, {1, 16});
}

void readCalibration(Section section, StationConfig &config)
{
    if (!section.present())
        return;
    // Not limited by the plan's limits here: a coefficient outside of them is "no result" at the door, and said there.
    auto &calibration = config.calibration;
    section.text("id", calibration.id.value, Need::Required);
    if (calibration.id.value == "default")
        section.refuse("id", "another id: \"default\" stands for a site that nobody has calibrated");
    section.number("slope", calibration.slope, {0.1, 10.0}, Need::Required);
    section.celsius("offset", calibration.offset, {-20.0, 20.0}, Need::Required);
    section.number("ambient_slope", calibration.ambientSlope, {-1.0, 1.0});
    section.celsius("ambient_reference", calibration.ambientReference, {-40.0, 60.0});
    section.celsius("uncertainty", calibration.uncertainty, {0.01, 2.0}, Need::Required);
    section.date("made", calibration.made, Need::Required);
    calibration.isDefault = false;
}

void readKeySource(Section &section, KeySource &source, const std::string &defaultFile)
{
    std::string file = defaultFile, credential = "menshen.key";
    section.choice("key", source.kind, kKeyKinds);
    section.path("key_file", file, PathTo::Anything);
    section.text("credential", credential);
    if (!isCredentialName(credential))
        section.refuse("credential", "letters, digits, '.', '-' and '_', the first one not a '.'");
    if (section.has("key_file") && source.kind != KeySource::Kind::File)
        section.refuse("key_file", "leave it out: it goes with key = \"file\" only");
    if (section.has("credential") && source.kind != KeySource::Kind::Credential)
        section.refuse("credential", "leave it out: it goes with key = \"credential\" only");
    if (source.kind != KeySource::Kind::Passphrase)
        source.name = source.kind == KeySource::Kind::File ? file : credential;
}

void readLedger(Section section, StationConfig &config, const fs::path &data)
{
    config.ledgerFile = (data / "ledger.db").lexically_normal().string();
    config.upkeep.backupFolder = (data / "backups").lexically_normal().string();
    section.path("file", config.ledgerFile, PathTo::Anything);
    readKeySource(section, config.ledgerKey, (data / "station.key").lexically_normal().string());
    section.path("backup_folder", config.upkeep.backupFolder, PathTo::Anything);
    bool nightlyBackup = true;
    section.flag("nightly_backup", nightlyBackup);
    if (!nightlyBackup)
        config.upkeep.backupFolder.clear();
    section.integer("keep_backups", config.upkeep.keepBackups, {1, 365});
    section.timeOfDay("nightly", config.upkeep.nightly);
}

void readReport(Section section, ReportParties &parties)
{
    parties.preparer = "领导小组办公室";
    parties.reviewer = "带班领导";
    section.text("unit", parties.unit);
    section.text("preparer", parties.preparer);
    section.text("reviewer", parties.reviewer);
    section.text("telephone", parties.telephone);
}

void readFiles(Section &root, StationConfig &config, const fs::path &folder)
{
    auto data = (folder / "../var").lexically_normal().string();
    root.section("station").path("data_folder", data, PathTo::Anything);
    const auto in = [&](const char *name) { return (fs::path(data) / name).lexically_normal().string(); };
    config.pinFile = in("pin");
    config.exportFolder = in("exports");
    config.registerFolder = in("registers");
    config.personPinFolder = in("pins");
    config.stateFile = in("state.ini");
    readLedger(root.section("ledger"), config, data);
    config.diagnostics.folder = in("diagnostics");
    auto diagnostics = root.section("diagnostics");
    diagnostics.path("folder", config.diagnostics.folder, PathTo::Anything);
    diagnostics.integer("keep_days", config.diagnostics.keepDays, {1, 30});
    readReport(root.section("report"), config.report);
    readDuty(root.section("duty"), config.duty, data);
    auto office = root.section("office");
    office.path("pin_file", config.pinFile, PathTo::Anything);
    office.path("export_folder", config.exportFolder, PathTo::Anything);
    config.importFolder = config.exportFolder;
    office.path("import_folder", config.importFolder, PathTo::Anything);
    root.section("log").path("file", config.logFile, PathTo::Anything);
}

void readStaff(const std::vector<Section> &sections, StationConfig &config)
{
    std::set<std::string> seen;
    for (auto section : sections) {
        auto &member = config.staff.emplace_back();
        section.text("number", member.number, Need::Required);
        section.text("name", member.name, Need::Required);
        section.text("department", member.department);
        if (!member.number.empty() && !seen.insert(member.number).second)
            section.refuse("number", "a number that nobody else has");
    }
}

/// Devices too slow for the plan would measure everybody for ever: a station must not start with them.
void checkPace(Section thermometer, Section camera, const StationConfig &config)
{
    if (config.thermometer)
        for (const Infeasible &problem : infeasible(config.plan, {config.thermometer->line.interval, {}}))
            thermometer.refuse("interval_ms", problem.remedy);
    if (config.camera)
        for (const Infeasible &problem : infeasible(config.plan, {{}, config.camera->framesPerSecond}))
            camera.refuse("frames_per_second", problem.remedy);
}

} // namespace

std::optional<TcpLine> tcpLineFrom(std::string_view text)
{
    TcpLine line;
    std::string_view host = text, port;
    bool ported = false;
    if (text.starts_with('[')) { // an IPv6 address has colons of its own
        const auto end = text.find(']');
        if (end == std::string_view::npos)
            return {};
        host = text.substr(1, end - 1);
        port = text.substr(end + 1);
        ported = !port.empty();
        if (ported && !port.starts_with(':'))
            return {};
        port = port.substr(ported ? 1 : 0);
    } else if (const auto colon = text.find(':'); colon != std::string_view::npos) {
        ported = true;
        host = text.substr(0, colon);
        port = text.substr(colon + 1);
    }
    if (host.empty() || host.find_first_of(" \t\n/") != std::string_view::npos)
        return {};
    line.host = host;
    if (!ported)
        return line;
    const auto number = port.empty() ? std::nullopt : wholeOf(port);
    if (!number || *number < 1 || *number > 65535)
        return {};
    line.port = static_cast<std::uint16_t>(*number);
    return line;
}

Result<StationConfig> parseStationConfig(std::string_view text, const fs::path &file)
{
    TomlReader reader(text, file);
    auto root = reader.root();
    const auto folder = file.parent_path();
    StationConfig config;

    auto station = root.section("station", Need::Required);
    station.text("name", config.stationName, Need::Required);
    std::string offset = "+08:00";
    station.text("utc_offset", offset);
    if (const auto value = offsetFrom(offset))
        config.offset = *value;
    else
        station.refuse("utc_offset", "the hall's distance from UTC, such as \"+08:00\"");
    station.choice("language", config.language, kLanguages);
    station.choice("theme", config.theme, kThemes);
    readNamed(station, "plan", config.plan, loadPlan);

    readThermometer(root.section("thermometer"), config); // after the plan: it may override the warm-up
    readCamera(root.section("camera"), config);
    checkPace(root.section("thermometer"), root.section("camera"), config);
    readDetector(root, config, folder);
    readGate(root.section("gate"), config);
    readSiren(root.section("siren"), config); // after the gate: it must not be the gate's channel
    readCouriers(root.sections("courier"), config.couriers);
    readEscalation(root.section("escalation"), config.couriers, config.escalation);
    readCalibration(root.section("calibration"), config);
    readFiles(root, config, folder);
    readStaff(root.sections("staff"), config);

    if (const auto done = reader.finish(); !done)
        return done.error();
    return config;
}

Result<StationConfig> loadStationConfig(const fs::path &file)
{
    const auto text = readSettingsText(file);
    return text ? parseStationConfig(*text, file) : text.error();
}

} // namespace menshen

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/Soak.h"

#include <httplib.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <condition_variable>
#include <csignal>
#include <cstdlib>
#include <iomanip>
#include <iterator>
#include <mutex>
#include <ostream>
#include <regex>
#include <sstream>
#include <unistd.h>

namespace menshen::test {

namespace fs = std::filesystem;

namespace {

constexpr Seconds kStart{60};
constexpr Seconds kNever{30};
constexpr std::chrono::milliseconds kLook{5};
/// Between the fault and the camera's next look at the wire, and between the light and our look at the log.
constexpr Seconds kMeasured{0.05};

/// Nobody wakes it: as long as a real wait takes.
void rest(std::chrono::milliseconds duration)
{
    std::mutex mutex;
    std::condition_variable never;
    std::unique_lock lock(mutex);
    never.wait_for(lock, duration, [] { return false; });
}

std::string seconds(std::optional<Seconds> value)
{
    if (!value) {
        return "never";
    }
    std::ostringstream text;
    text << std::fixed << std::setprecision(2) << value->count() << " s";
    return text.str();
}

std::optional<Seconds> worst(const std::vector<std::optional<Seconds>> &values)
{
    Seconds most{0};
    for (const auto &value : values) {
        if (!value) {
            return std::nullopt;
        }
        most = std::max(most, *value);
    }
    return most;
}

std::optional<Seconds> middle(std::vector<std::optional<Seconds>> values)
{
    std::ranges::sort(values, [](const auto &a, const auto &b) { return b && (!a || *a < *b) ? a.has_value() : a && !b; });
    return values.empty() ? std::nullopt : values[values.size() / 2];
}

} // namespace

Trend trendOf(const std::vector<std::pair<double, double>> &points)
{
    const auto n = static_cast<double>(points.size());
    if (points.size() < 2) {
        return {};
    }
    double x = 0, y = 0;
    for (const auto &[a, b] : points) {
        x += a / n;
        y += b / n;
    }
    double xx = 0, xy = 0, left = 0;
    for (const auto &[a, b] : points) {
        xx += (a - x) * (a - x);
        xy += (a - x) * (b - y);
    }
    const double slope = xx > 0 ? xy / xx : 0;
    for (const auto &[a, b] : points) {
        const double off = b - y - slope * (a - x);
        left += off * off;
    }
    return {slope, std::sqrt(left / n)};
}

Soak::Soak(SoakSettings settings) : m_settings(std::move(settings))
{
    fs::create_directories(m_settings.out);
    ::setenv("QT_QPA_PLATFORM", "offscreen", 1);
    ::setenv("QT_QUICK_BACKEND", "software", 1);
    startSimulator();
    startStation();
}

Soak::~Soak() = default;

void Soak::startSimulator()
{
    const std::string config = (m_settings.source / "config/").string();
    m_simulator = std::make_unique<Subprocess>(std::vector<std::string>{
        m_settings.simulator, "serve", "--day", config + "sim/morning.toml", "--profile", config + "thermometers/omega-os-miniusb.toml",
        "--modbus-port", std::to_string(m_modbus), "--http-port", std::to_string(m_http)});
    const auto ports = nlohmann::json::parse(m_simulator->line());
    m_modbus = ports["modbus"].get<int>(); // the same ones when it comes back
    m_http = ports["http"].get<int>();
}

void Soak::startStation()
{
    const std::string config = (m_settings.source / "config/").string();
    const fs::path file = m_settings.out / "station.toml", log = m_settings.out / "station.log";
    std::ofstream(file) << "[station]\nname = \"soak\"\nplan = \"" << config << "plans/default.toml\"\ndata_folder = \".\"\n"
                        << "[thermometer]\nprofile = \"" << config << "thermometers/omega-os-miniusb.toml\"\ntcp = \"127.0.0.1:" << m_modbus
                        << "\"\nwarm_up_s = 0\n"
                        << "[camera]\nurl = \"http://127.0.0.1:" << m_http << "/camera.mjpg\"\n"
                        << "[detector]\nface_model = \"" << config << "models/face-detector.onnx\"\nstate_model = \"" << config
                        << "models/mask-state.onnx\"\n"
                        << "[log]\nfile = \"station.log\"\n";
    fs::remove(log);
    m_station = std::make_unique<Subprocess>(std::vector<std::string>{m_settings.station, "--config", file.string(), "--windowed"});
    m_began = m_nextSample = Steady::now();
    const bool up = until(
        [&] {
            if (!m_log.is_open() && fs::exists(log)) {
                m_log.open(log);
            }
            return said("camera: up", m_began) && said("thermometer: up", m_began) && said("detector: up", m_began);
        },
        kStart);
    if (!up) {
        throw std::runtime_error("the station did not come up: " + m_station->wait(std::chrono::milliseconds(1)).err);
    }
}

void Soak::post(const std::string &path, const std::string &body) const
{
    httplib::Client client("127.0.0.1", m_http);
    const auto answer = client.Post(path, body, "application/json");
    if (!answer || answer->status != 200) {
        throw std::runtime_error("the simulator refuses " + path);
    }
}

std::vector<Soak::Plug> Soak::plugs()
{
    const auto fault = [this](const std::string &key, const std::string &word) {
        return [this, key, word] { post("/fault", nlohmann::json{{key, word}}.dump()); };
    };
    std::vector<Plug> all;
    all.push_back({"simulator killed",
                   {"camera", "thermometer"},
                   [this] {
                       m_simulator->signal(SIGKILL);
                       (void)m_simulator->wait();
                   },
                   [this] { startSimulator(); }});
    for (const auto &[name, word] : std::array<std::pair<const char *, const char *>, 4>{
             {{"camera frozen", "frozen"}, {"camera black", "black"}, {"camera stalled", "stall"}, {"camera's line cut", "disconnect"}}}) {
        all.push_back({name, {"camera"}, fault("camera_fault", word), fault("camera_fault", "none")});
    }
    for (const auto &[name, word] : std::array<std::pair<const char *, const char *>, 3>{
             {{"thermometer silent", "silence"}, {"thermometer's line cut", "disconnect"}, {"thermometer's garbage", "garbage"}}}) {
        all.push_back({name, {"thermometer"}, fault("thermometer_fault", word), fault("thermometer_fault", "none")});
    }
    return all;
}

void Soak::run(std::ostream &progress)
{
    const auto all = plugs();
    const auto from = Steady::now();
    std::size_t pulled = 0;
    for (auto due = from; pulled < all.size() || Steady::now() - from < m_settings.lasts; ++pulled) {
        until([&] { return Steady::now() >= due; }, m_settings.every * 2);
        post("/present/v01"); // a person in front: the detector has work
        sampleNow(true);
        tryOut(all[pulled % all.size()]);
        for (auto fault = m_faults.end() - static_cast<std::ptrdiff_t>(all[pulled % all.size()].devices.size()); fault != m_faults.end();
             ++fault) {
            progress << std::fixed << std::setprecision(1) << std::setw(6) << (Steady::now() - from) / Seconds{60} * 1.0 << " min  "
                     << std::left << std::setw(24) << fault->name << std::setw(13) << fault->device << std::right << " light "
                     << std::setw(7) << seconds(fault->light) << "  back " << std::setw(7) << seconds(fault->recovery) << std::endl;
        }
        due = std::max(due + std::chrono::duration_cast<Steady::duration>(m_settings.every), Steady::now());
    }
    until([] { return false; }, std::min(m_settings.sample, Seconds{1}));
    sampleNow(true);
    m_station->signal(SIGTERM);
    const auto ended = m_station->wait();
    look();
    if (ended.code != 0) {
        m_ended.push_back("the station ended with code " + std::to_string(ended.code) + ": " + ended.err);
    }
    const auto verified =
        Subprocess({m_settings.ctl, "--config", (m_settings.out / "station.toml").string(), "ledger", "verify", "--quiet"}).wait();
    if (verified.code != 0) {
        m_ended.push_back("the ledger's chain is not sound: " + verified.out + verified.err);
    }
}

void Soak::tryOut(const Plug &plug)
{
    const auto out = Steady::now();
    plug.pull();
    std::map<std::string, SoakFault> faults;
    for (const std::string &device : plug.devices) {
        faults[device] = {plug.name, device, {}, {}};
    }
    until([&] { return std::ranges::all_of(plug.devices, [&](const auto &device) { return said(device + ": down", out).has_value(); }); },
          kNever);
    for (auto &[device, fault] : faults) {
        if (const auto down = said(device + ": down", out)) {
            fault.light = *down - out;
        }
    }
    until([&] { return Steady::now() - out >= m_settings.outFor; }, m_settings.outFor + Seconds{1});
    const auto back = Steady::now();
    plug.putBack();
    until([&] { return std::ranges::all_of(plug.devices, [&](const auto &device) { return said(device + ": up", back).has_value(); }); },
          kNever);
    for (auto &[device, fault] : faults) {
        if (const auto up = said(device + ": up", back)) {
            fault.recovery = *up - back;
        }
        m_faults.push_back(fault);
        if (device == "camera") {
            m_outages.emplace_back(out, Steady::now() + std::chrono::seconds(1)); // until its gap has been logged
        }
    }
}

bool Soak::until(const std::function<bool()> &condition, Seconds patience)
{
    const auto end = Steady::now() + patience;
    while (true) {
        look();
        if (condition()) {
            return true;
        }
        if (Steady::now() >= end) {
            return false;
        }
        rest(kLook);
    }
}

void Soak::look()
{
    std::string more((std::istreambuf_iterator<char>(m_log)), {});
    m_log.clear(); // the end of today's file is not the end
    m_unread += more;
    const auto now = Steady::now();
    for (auto end = m_unread.find('\n'); end != std::string::npos; end = m_unread.find('\n')) {
        m_events.push_back({now, m_unread.substr(0, end)});
        m_unread.erase(0, end + 1);
    }
    if (now >= m_nextSample) {
        m_nextSample = now + std::chrono::duration_cast<Steady::duration>(m_settings.sample);
        sampleNow(false);
    }
}

void Soak::sampleNow(bool atRest)
{
    const fs::path proc = "/proc/" + std::to_string(m_station->pid());
    SoakSample sample;
    sample.minute = (Steady::now() - m_began) / Seconds{60} * 1.0;
    std::ifstream status(proc / "status");
    for (std::string line; std::getline(status, line);) {
        std::istringstream words(line);
        std::string key;
        words >> key;
        if (key == "VmRSS:") {
            words >> sample.residentKb;
        } else if (key == "Threads:") {
            words >> sample.threads;
        }
    }
    std::error_code gone;
    for (fs::directory_iterator file(proc / "fd", gone), none; !gone && file != none; file.increment(gone)) {
        ++sample.files;
    }
    if (sample.residentKb > 0) {
        (atRest ? m_rests : m_samples).push_back(sample);
    }
}

std::optional<Soak::Steady::time_point> Soak::said(const std::string &words, Steady::time_point after) const
{
    for (auto event = m_events.rbegin(); event != m_events.rend() && event->seen >= after; ++event) {
        if (event->line.find(words) != std::string::npos) {
            return event->seen;
        }
    }
    return std::nullopt;
}

void Soak::report(std::ostream &out) const
{
    std::map<std::pair<std::string, std::string>, std::vector<SoakFault>> kinds;
    for (const SoakFault &fault : m_faults) {
        kinds[{fault.name, fault.device}].push_back(fault);
    }
    out << "\nplug pulled               light of      times   light: median   worst    back: median   worst\n";
    for (const auto &[kind, faults] : kinds) {
        std::vector<std::optional<Seconds>> lights, recoveries;
        for (const SoakFault &fault : faults) {
            lights.push_back(fault.light);
            recoveries.push_back(fault.recovery);
        }
        out << std::left << std::setw(26) << kind.first << std::setw(13) << kind.second << std::right << std::setw(6) << faults.size()
            << std::setw(16) << seconds(middle(lights)) << std::setw(9) << seconds(worst(lights)) << std::setw(15)
            << seconds(middle(recoveries)) << std::setw(9) << seconds(worst(recoveries)) << '\n';
    }
    std::vector<std::pair<double, double>> memory;
    std::vector<double> resident;
    for (const SoakSample &sample : m_samples) {
        if (sample.minute * 60 >= m_settings.warmUp.count()) {
            memory.emplace_back(sample.minute, sample.residentKb);
            resident.push_back(sample.residentKb);
        }
    }
    out << std::fixed << std::setprecision(1);
    if (!resident.empty()) {
        const Trend trend = trendOf(memory);
        out << "resident memory after " << m_settings.warmUp.count() / 60 << " min: least " << std::ranges::min(resident) / 1024
            << " MB, most " << std::ranges::max(resident) / 1024 << " MB, line fit " << std::showpos << trend.slope << std::noshowpos
            << " kB/min (points " << trend.deviation << " kB off it), " << resident.size() << " samples\n";
    }
    if (!m_rests.empty()) {
        out << "at rest, first and last: threads " << m_rests.front().threads << " and " << m_rests.back().threads << ", open files "
            << m_rests.front().files << " and " << m_rests.back().files << '\n';
    }
    for (const Event &event : m_events) {
        if (event.line.find("pictures shown:") != std::string::npos) {
            out << event.line.substr(event.line.find("pictures shown:")) << " (outages included)\n";
        }
    }
}

std::vector<std::string> Soak::broken() const
{
    std::vector<std::string> found = m_ended;
    for (const SoakFault &fault : m_faults) {
        if (!fault.light || *fault.light > m_settings.light + kMeasured) {
            found.push_back(fault.name + ": the light of the " + fault.device + " after " + seconds(fault.light));
        }
        if (!fault.recovery || *fault.recovery > m_settings.recovery) {
            found.push_back(fault.name + ": the " + fault.device + " came back after " + seconds(fault.recovery));
        }
    }
    static const std::regex gap("pictures: none for (\\d+) ms");
    for (const Event &event : m_events) {
        std::smatch match;
        if (std::regex_search(event.line, match, gap) &&
            std::ranges::none_of(m_outages,
                                 [&](const auto &outage) { return event.seen >= outage.first && event.seen <= outage.second; }) &&
            std::stod(match[1]) > 1000 * m_settings.light.count()) {
            found.push_back("no plug was out, and " + match.str());
        }
    }
    std::vector<std::pair<double, double>> memory;
    for (const SoakSample &sample : m_samples) {
        if (sample.minute * 60 >= m_settings.warmUp.count()) {
            memory.emplace_back(sample.minute, sample.residentKb);
        }
    }
    if (const Trend trend = trendOf(memory); trend.slope > m_settings.growth) {
        found.push_back("memory grows by " + std::to_string(std::lround(trend.slope)) + " kB/min");
    }
    if (m_rests.size() > 1) {
        const auto grew = [&](int first, int last, const char *what) {
            if (last > first + m_settings.more) {
                found.push_back(std::string(what) + " at rest: " + std::to_string(first) + ", in the end " + std::to_string(last));
            }
        };
        grew(m_rests.front().threads, m_rests.back().threads, "threads");
        grew(m_rests.front().files, m_rests.back().files, "open files");
    }
    return found;
}

} // namespace menshen::test

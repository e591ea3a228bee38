// SPDX-License-Identifier: GPL-3.0-or-later
// The whole station without a window: real ledger on disk, real Modbus to the simulated instruments, and (where the
// eye is part of what is measured) the real camera stream and the shipped detector.
#include "db/sqlite/SqliteLedger.h"
#include "drivers/camera/OpenCvCamera.h"
#include "drivers/config/ConfigFiles.h"
#include "drivers/modbus/ModbusRelayGate.h"
#include "drivers/modbus/ModbusThermometer.h"
#include "drivers/sim/SimServer.h"
#include "drivers/sim/SimSlave.h"
#include "drivers/vision/OnnxMaskDetector.h"
#include "menshen/app/Station.h"
#include "tests/bench/Spread.h"
#include "tests/support/People.h"
#include "tests/support/TestClocks.h"
#include "tests/support/TestKeyStore.h"

#include <sqlite3.h>

#include <condition_variable>
#include <filesystem>
#include <mutex>

using namespace menshen;
using namespace menshen::bench;
namespace fs = std::filesystem;

namespace {

const std::string kConfig = MENSHEN_SOURCE_DIR "/config/";
constexpr auto kDeadline = std::chrono::seconds(20);

/// A file of its own in the build folder: on the same disk as a ledger would be, not in memory.
std::string freshLedger()
{
    const fs::path folder = fs::path(MENSHEN_BINARY_DIR) / "bench-ledger";
    fs::remove_all(folder);
    fs::create_directories(folder);
    return (folder / "ledger.db").string();
}

/// A face at 60 frames a second, where the eye is not what is measured.
class SteadyCamera : public Camera {
public:
    explicit SteadyCamera(Clock &clock) : m_clock(clock) {}
    Result<Frame> grab() override
    {
        std::unique_lock lock(m_mutex);
        m_next += std::chrono::milliseconds(16);
        m_never.wait_until(lock, m_next, [] { return false; });
        return Frame{m_clock.mono(),
                     {640, 480},
                     1920,
                     std::shared_ptr<const std::uint8_t>(new std::uint8_t[1]{}, std::default_delete<std::uint8_t[]>())};
    }

    Result<void> adjust(const CameraView &) override { return {}; }
    CameraReport report() const override { return {}; }

private:
    Clock &m_clock;
    std::mutex m_mutex;
    std::condition_variable m_never;
    Stopwatch::time_point m_next = Stopwatch::now();
};

class SteadyDetector : public MaskDetector {
public:
    explicit SteadyDetector(SimWorld &world) : m_world(world) {}
    Result<std::vector<Face>> detect(const Frame &) override
    {
        return m_world.scene().figures.empty() ? std::vector<Face>{} : std::vector<Face>{test::faceOf(MaskState::Mask)};
    }

private:
    SimWorld &m_world;
};

enum class Eye { Steady, Real };

LedgerSettings settings(const std::string &file)
{
    LedgerSettings settings;
    settings.path = file;
    return settings;
}

/// Instruments, ledger and station, running.
class Hall {
public:
    explicit Hall(Eye eye, Micros faceGone)
        : m_profile(*loadThermometerProfile(kConfig + "thermometers/omega-os-miniusb.toml")),
          m_slave(std::move(*SimSlave::start({.profile = m_profile, .tcpPort = std::uint16_t{0}}, m_world))), m_player({}, m_world),
          m_server(std::move(*SimServer::start({}, m_world, m_player))), m_ledgerFile(freshLedger()),
          m_ledger(std::move(*SqliteLedger::open(settings(m_ledgerFile), m_keys, m_clock)))
    {
        StationParts parts{m_clock, *m_ledger, {}, {}, {}, {}};
        ModbusLine line;
        line.tcp = TcpLine{"127.0.0.1", m_slave->tcpPort()};
        parts.thermometer = [this, line] { return std::make_unique<ModbusThermometer>(m_profile, line, m_clock); };
        const RelayProfile relay = *loadRelayProfile(kConfig + "relays/waveshare-8ch.toml");
        parts.gate = [line, relay] { return std::make_unique<ModbusRelayGate>(relay, line, 0, 700ms); };
        if (eye == Eye::Real) {
            CameraSettings camera;
            camera.kind = CameraKind::Url;
            camera.source = "http://127.0.0.1:" + std::to_string(m_server->port()) + "/camera.mjpg";
            parts.camera = [this, camera] { return std::make_unique<OpenCvCamera>(camera, m_clock); };
            DetectorSettings models;
            models.faceModel = kConfig + "models/face-detector.onnx";
            models.stateModel = kConfig + "models/mask-state.onnx";
            parts.detector = [models] { return OnnxMaskDetector::open(models); };
        } else {
            parts.camera = [this] { return std::make_unique<SteadyCamera>(m_clock); };
            parts.detector = [this]() -> Result<std::unique_ptr<MaskDetector>> {
                return std::unique_ptr<MaskDetector>(std::make_unique<SteadyDetector>(m_world));
            };
        }
        StationOptions options;
        options.plan = test::smallPlan();
        options.plan.faceGone = faceGone;
        m_station = std::make_unique<Station>(
            std::move(parts), std::move(options),
            [this](SnapshotPtr snapshot) {
                {
                    const std::scoped_lock lock(m_mutex);
                    m_newest = std::move(snapshot);
                }
                m_changed.notify_all();
            },
            [this](const Frame &) {
                const std::scoped_lock lock(m_mutex);
                m_frames.push_back(Stopwatch::now());
            });
        m_station->start();
    }

    ~Hall()
    {
        m_station.reset();
        m_ledger->stop();
    }
    Hall(const Hall &) = delete;
    Hall &operator=(const Hall &) = delete;

    bool until(const std::function<bool(const Snapshot &)> &condition)
    {
        std::unique_lock lock(m_mutex);
        return m_changed.wait_for(lock, kDeadline, [&] { return m_newest && condition(*m_newest); });
    }

    void personComes()
    {
        SimScene scene;
        scene.figures = {MannequinLook{}};
        scene.forehead = Celsius{35.3};
        m_world.set(scene);
    }
    void personLeaves() { m_world.set({}); }
    /// Once the person is seen: a form belongs to somebody.
    void typeForm()
    {
        static_cast<void>(until([](const Snapshot &s) { return s.door.front && s.door.front == s.door.subject; }));
        m_station->post(IdentityEdited{test::zhang()});
        m_station->post(AnswerGiven{0, Answer::No});
    }
    void admit() { m_station->post(GuardAdmits{}); }

    SimWorld &world() { return m_world; }
    const std::string &ledgerFile() const { return m_ledgerFile; }
    std::vector<Stopwatch::time_point> takeFrames()
    {
        const std::scoped_lock lock(m_mutex);
        return std::exchange(m_frames, {});
    }

private:
    test::RealClock m_clock;
    SimWorld m_world;
    ThermometerProfile m_profile;
    std::unique_ptr<SimSlave> m_slave;
    DayPlayer m_player;
    std::unique_ptr<SimServer> m_server;
    std::string m_ledgerFile;
    test::TestKeyStore m_keys;
    std::unique_ptr<SqliteLedger> m_ledger;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    SnapshotPtr m_newest;
    std::vector<Stopwatch::time_point> m_frames;
    std::unique_ptr<Station> m_station;
};

std::vector<Face> crowd(int faces)
{
    std::vector<Face> seen;
    for (int i = 0; i < faces; ++i) {
        seen.push_back(test::faceOf(MaskState::Mask, 200 - 20 * i, 20 + 110 * i));
        seen.back().look = test::lookOf(static_cast<unsigned>(i));
    }
    return seen;
}

/// Goal: following faces costs at most 0.3 ms a picture. The baseline is what the door did before: counting them.
void BM_PictureCounted(benchmark::State &state)
{
    const FacesSeen seen{MonoTime{1s}, {640, 480}, crowd(static_cast<int>(state.range(0)))};
    for (auto round : state) {
        static_cast<void>(round);
        benchmark::DoNotOptimize(countedFaces(seen, MaskRules{}));
    }
}
BENCHMARK(BM_PictureCounted)->Arg(1)->Arg(5)->Unit(benchmark::kMicrosecond);

void BM_PictureFollowed(benchmark::State &state)
{
    SubjectTracker tracker;
    const auto faces = crowd(static_cast<int>(state.range(0)));
    MonoTime at{1s};
    for (auto round : state) {
        static_cast<void>(round);
        at += 66ms;
        benchmark::DoNotOptimize(tracker.see(faces, {640, 480}, at, MaskRules{}, SubjectRules{}));
    }
}
BENCHMARK(BM_PictureFollowed)->Arg(1)->Arg(5)->Unit(benchmark::kMicrosecond);

/// Goal: at most 0.2 ms a tick, a person in front and forms kept aside.
void BM_Tick(benchmark::State &state)
{
    test::DoorBench door;
    for (int i = 0; i < 4; ++i) {
        door.stand({test::faceOf(MaskState::Mask, 200, 60.0 + 110 * i)}, Celsius{35.4});
        door.send(IdentityEdited{test::zhang()});
    }
    for (auto round : state) {
        static_cast<void>(round);
        door.wait(1us);
    }
}
BENCHMARK(BM_Tick)->Unit(benchmark::kMicrosecond);

/// Goal: median ≤ 50 ms, p99 ≤ 200 ms. From the guard's tap to the pulse at the relay board's slave.
void BM_LastInputToGateCommand(benchmark::State &state)
{
    Hall hall(Eye::Steady, 60ms);
    Spread spread;
    for (auto round : state) {
        static_cast<void>(round);
        hall.personComes();
        hall.typeForm();
        if (!hall.until([](const Snapshot &s) { return s.door.assessment.mayAdmit; })) {
            state.SkipWithError("nobody could be admitted");
            break;
        }
        const int pulses = hall.world().gatePulses();
        const auto begin = Stopwatch::now();
        hall.admit();
        while (hall.world().gatePulses() == pulses && secondsSince(begin) < 5) {}
        const double seconds = secondsSince(begin);
        state.SetIterationTime(seconds);
        spread.add(seconds);
        hall.personLeaves();
        if (!hall.until([](const Snapshot &s) { return s.door.phase == Phase::Waiting; })) {
            state.SkipWithError("the door did not become free");
            break;
        }
    }
    spread.show(state);
}
BENCHMARK(BM_LastInputToGateCommand)->UseManualTime()->Iterations(150)->Unit(benchmark::kMillisecond);

/// Goal: ≤ 1 s from a person standing at rest to the verdict, at 10 Hz and 15 frames/s, by the shipped eye.
void BM_PersonAtRestToVerdict(benchmark::State &state)
{
    Hall hall(Eye::Real, 300ms);
    Spread spread;
    if (!hall.until([](const Snapshot &s) { return s.door.cameraUp && s.door.thermometerUp; })) {
        state.SkipWithError("no camera");
        return;
    }
    for (auto round : state) {
        static_cast<void>(round);
        const auto begin = Stopwatch::now();
        hall.personComes();
        hall.typeForm();
        if (!hall.until([](const Snapshot &s) { return s.door.assessment.verdict.has_value(); })) {
            state.SkipWithError("no verdict");
            break;
        }
        const double seconds = secondsSince(begin);
        state.SetIterationTime(seconds);
        spread.add(seconds);
        hall.admit();
        hall.personLeaves();
        if (!hall.until([](const Snapshot &s) { return s.door.phase == Phase::Waiting; })) {
            state.SkipWithError("the door did not become free");
            break;
        }
    }
    spread.show(state);
}
BENCHMARK(BM_PersonAtRestToVerdict)->UseManualTime()->Iterations(30)->Unit(benchmark::kMillisecond);

/// Keeps every other connection from writing, as a stalled disk would.
class LedgerStall {
public:
    explicit LedgerStall(const std::string &file)
    {
        sqlite3_open(file.c_str(), &m_db);
        sqlite3_exec(m_db, "PRAGMA busy_timeout=5000; PRAGMA wal_autocheckpoint=0; BEGIN IMMEDIATE", nullptr, nullptr, nullptr);
    }
    ~LedgerStall()
    {
        sqlite3_exec(m_db, "ROLLBACK", nullptr, nullptr, nullptr);
        sqlite3_close(m_db);
    }
    LedgerStall(const LedgerStall &) = delete;
    LedgerStall &operator=(const LedgerStall &) = delete;

private:
    sqlite3 *m_db = nullptr;
};

/// The pictures handed to the screen while the bus stalls for 2 s and the ledger for 1.5 s: the interval must stay a frame's.
void BM_PictureIntervalWhileLedgerAndBusStall(benchmark::State &state)
{
    Hall hall(Eye::Real, 300ms);
    Spread spread;
    if (!hall.until([](const Snapshot &s) { return s.door.cameraUp && s.door.thermometerUp; })) {
        state.SkipWithError("no camera");
        return;
    }
    for (auto round : state) {
        static_cast<void>(round);
        hall.personComes();
        hall.typeForm();
        if (!hall.until([](const Snapshot &s) { return s.door.assessment.mayAdmit; })) {
            state.SkipWithError("nobody could be admitted");
            break;
        }
        (void)hall.takeFrames();
        const auto begin = Stopwatch::now();
        SimScene silent = hall.world().scene();
        silent.thermometerFault = ThermometerFault::Silence;
        hall.world().set(silent);
        {
            // Below the writer's busy time-out: this is to be a slow disk, not a failed one.
            const LedgerStall stall(hall.ledgerFile());
            hall.admit();
            (void)hall.until([&](const Snapshot &) { return secondsSince(begin) > 1.5; });
        }
        (void)hall.until([&](const Snapshot &) { return secondsSince(begin) > 2.0; });
        hall.personLeaves();
        const bool recovered = hall.until([](const Snapshot &s) { return s.door.phase == Phase::Waiting && s.door.thermometerUp; });
        state.SetIterationTime(secondsSince(begin));
        const auto frames = hall.takeFrames();
        for (std::size_t i = 1; i < frames.size(); ++i) {
            spread.add(std::chrono::duration<double>(frames[i] - frames[i - 1]).count());
        }
        if (!recovered) {
            state.SkipWithError("did not recover");
            break;
        }
    }
    spread.show(state, "interval_");
}
BENCHMARK(BM_PictureIntervalWhileLedgerAndBusStall)->UseManualTime()->Iterations(3)->Unit(benchmark::kMillisecond);

} // namespace

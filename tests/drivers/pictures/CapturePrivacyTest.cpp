// SPDX-License-Identifier: GPL-3.0-or-later
// The promise about pictures, on the real station: its engine, camera, detector, store and ledger. Only the people are drawn.
#include "db/sqlite/SqliteLedger.h"
#include "drivers/camera/OpenCvCamera.h"
#include "drivers/pictures/CaptureFolder.h"
#include "drivers/pictures/FaceBlur.h"
#include "drivers/vision/OpenDetector.h"
#include "menshen/app/Station.h"
#include "tests/drivers/pictures/Detail.h"
#include "tests/support/People.h"
#include "tests/support/TestClocks.h"
#include "tests/support/TestFolder.h"
#include "tests/support/TestKeyStore.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>
#include <opencv2/imgcodecs.hpp>

#include <atomic>
#include <condition_variable>
#include <iterator>
#include <mutex>

namespace menshen::test {

namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;

/// The real ledger; what became durable is noted, and it can be full, or slow until release().
class WatchedLedger final : public Ledger {
public:
    explicit WatchedLedger(SqliteLedger &ledger) : m_ledger(ledger) {}

    void append(EntryDraft draft, Done done) override
    {
        if (full) {
            done(Error{ErrorCode::DiskFull, "no room"});
            return;
        }
        m_ledger.append(draft, [this, draft, done = std::move(done)](Result<Receipt> receipt) mutable {
            std::unique_lock lock(m_mutex);
            m_released.wait(lock, [this] { return !slow; });
            if (receipt) {
                m_durable.push_back(std::move(draft));
            }
            lock.unlock();
            done(std::move(receipt));
        });
    }
    /// A capture appends nothing together with anything else.
    void appendAll(std::vector<EntryDraft> drafts, AllDone done) override { m_ledger.appendAll(std::move(drafts), std::move(done)); }
    void release()
    {
        {
            const std::scoped_lock lock(m_mutex);
            slow = false;
        }
        m_released.notify_all();
    }
    template <typename T>
    [[nodiscard]] std::vector<T> all(std::string *actor = nullptr) const
    {
        const std::scoped_lock lock(m_mutex);
        std::vector<T> found;
        for (const EntryDraft &draft : m_durable) {
            if (const T *entry = std::get_if<T>(&draft.entry)) {
                found.push_back(*entry);
                if (actor) {
                    *actor = draft.actor;
                }
            }
        }
        return found;
    }

    std::atomic<bool> full = false;
    std::atomic<bool> slow = false;

private:
    SqliteLedger &m_ledger;
    mutable std::mutex m_mutex;
    std::condition_variable m_released;
    std::vector<EntryDraft> m_durable;
};

/// A file that holds a picture, or a part of one, in any of the forms that a program would write.
bool holdsPicture(const fs::path &file)
{
    std::ifstream in(file, std::ios::binary);
    const std::string bytes((std::istreambuf_iterator<char>(in)), {});
    const std::string jfif("JFIF\0", 5), png("\x89PNG\r\n\x1a\n"), webp("WEBPVP8");
    return bytes.find(jfif) != std::string::npos || bytes.find(png) != std::string::npos || bytes.find(webp) != std::string::npos ||
           !cv::imread(file.string()).empty();
}

class CapturePrivacy : public testing::Test {
protected:
    CapturePrivacy()
    {
        fs::create_directories(m_data / "");
        EXPECT_TRUE(cv::imwrite((m_scene / "somebody.png").string(), somebody()));
        LedgerSettings settings;
        settings.path = m_data / "ledger.db";
        settings.ballastBytes = 0;
        auto ledger = SqliteLedger::open(settings, m_keys, m_clock);
        EXPECT_TRUE(ledger) << ledger.error().detail;
        m_sqlite = *std::move(ledger);
        m_ledger = std::make_unique<WatchedLedger>(*m_sqlite);
    }
    ~CapturePrivacy() override
    {
        m_ledger->release();
        m_station.reset();
    }

    void start()
    {
        StationParts parts{m_clock, *m_ledger, {}, {}, {}, {}};
        CameraSettings camera;
        camera.kind = CameraKind::Folder;
        camera.source = m_scene.path().string();
        camera.view.mirror = false;
        parts.camera = [this, camera] { return std::make_unique<OpenCvCamera>(camera, m_clock); };
        parts.detector = [] { return openDetector(models()); };
        parts.captureDetector = [this]() -> Result<std::unique_ptr<MaskDetector>> {
            if (m_modelBroken) {
                return Error{ErrorCode::BadConfig, "not a model"};
            }
            auto settings = models();
            settings.minScore = 0.1;
            return openDetector(settings);
        };
        parts.captureStore = [this] { return std::make_unique<CaptureFolder>(m_diagnostics); };
        StationOptions options;
        options.plan = smallPlan();
        options.tick = 20ms;
        m_newest.reset();
        m_station = std::make_unique<Station>(
            std::move(parts), std::move(options),
            [this](SnapshotPtr snapshot) {
                {
                    const std::scoped_lock lock(m_mutex);
                    m_newest = std::move(snapshot);
                }
                m_changed.notify_all();
            },
            [this](const Frame &) { ++m_frames; });
        m_station->start();
    }

    static DetectorSettings models()
    {
        DetectorSettings settings;
        settings.faceModel = MENSHEN_SOURCE_DIR "/config/models/face-detector.onnx";
        settings.stateModel = MENSHEN_SOURCE_DIR "/config/models/mask-state.onnx";
        return settings;
    }

    SnapshotPtr until(const std::function<bool(const Snapshot &)> &condition)
    {
        std::unique_lock lock(m_mutex);
        const bool met = m_changed.wait_for(lock, std::chrono::seconds(30), [&] { return m_newest && condition(*m_newest); });
        return met ? m_newest : nullptr;
    }
    bool seesSomebody(int frames = 5)
    {
        const int before = m_frames;
        return until([&](const Snapshot &s) { return s.door.phase == Phase::Screening && m_frames >= before + frames; }) != nullptr;
    }
    bool turnOn(int pictures = 2)
    {
        m_station->post(StartCapture{15min, "masks are not seen"});
        return until([&](const Snapshot &s) { return s.capture.pictures >= pictures; }) != nullptr;
    }
    bool ended()
    {
        return until([&](const Snapshot &s) {
                   return s.capture.phase == CapturePhase::Off && s.capture.last && !m_ledger->all<CaptureEndedEntry>().empty() &&
                          !s.capture.kept.empty() && s.capture.kept.back().ended;
               }) != nullptr;
    }
    [[nodiscard]] std::vector<fs::path> picturesBelow(const fs::path &folder) const
    {
        std::vector<fs::path> found;
        if (fs::exists(folder)) {
            for (const auto &entry : fs::recursive_directory_iterator(folder)) {
                if (entry.is_regular_file() && holdsPicture(entry.path())) {
                    found.push_back(entry.path());
                }
            }
        }
        std::ranges::sort(found);
        return found;
    }

    const TestFolder m_scene, m_folder;
    const fs::path m_data = m_folder / "var", m_diagnostics = m_data / "diagnostics";
    RealClock m_clock;
    TestKeyStore m_keys;
    std::unique_ptr<SqliteLedger> m_sqlite;
    std::unique_ptr<WatchedLedger> m_ledger;
    std::atomic<bool> m_modelBroken = false;
    std::atomic<int> m_frames = 0;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    SnapshotPtr m_newest;
    std::unique_ptr<Station> m_station;
};

} // namespace

TEST_F(CapturePrivacy, WhileItIsOffNoFileHoldsAPicture)
{
    start();
    ASSERT_TRUE(seesSomebody(30));
    m_station->post(ScreeningEvent{IdentityEdited{zhang()}});
    m_station->post(ScreeningEvent{GuardRefuses{"no mask"}});
    ASSERT_TRUE(until([](const Snapshot &s) { return s.today.refused == 1; })) << "somebody was screened, seen and recorded";
    m_station->stop();
    EXPECT_EQ(picturesBelow(m_folder.path()), std::vector<fs::path>{});
    EXPECT_FALSE(fs::exists(m_diagnostics)) << "not even its folder";
    EXPECT_EQ(picturesBelow(m_scene.path()).size(), 1U) << "the scan finds one where there is one";
}

TEST_F(CapturePrivacy, FacesAreNotInTheStoredPicturesTheRestIs)
{
    start();
    ASSERT_TRUE(seesSomebody());
    ASSERT_TRUE(turnOn(3));
    m_station->post(StopCapture{"guard"});
    ASSERT_TRUE(ended());

    const auto entry = m_ledger->all<CaptureEndedEntry>().back();
    const auto stored = picturesBelow(m_data);
    ASSERT_EQ(static_cast<std::int64_t>(stored.size()), entry.pictures);
    const auto detector = openDetector(models());
    ASSERT_TRUE(detector);
    const cv::Mat original = somebody();
    std::ifstream notes(m_diagnostics / entry.id / "notes.jsonl");
    for (const fs::path &file : stored) {
        EXPECT_EQ(file.parent_path(), m_diagnostics / entry.id);
        const cv::Mat picture = cv::imread(file.string());
        ASSERT_EQ(picture.size(), original.size());
        std::string line;
        ASSERT_TRUE(std::getline(notes, line));
        cv::Mat rest(original.size(), CV_8U, cv::Scalar(255));
        int faces = 0;
        const auto note = nlohmann::json::parse(line);
        for (const auto &face : note["faces"]) {
            const PixelBox box{face["box"][0], face["box"][1], face["box"][2], face["box"][3]};
            const cv::Rect area = hiddenAround(box, original.size());
            rest(area) = 0;
            ++faces;
            const cv::Rect inner =
                cv::Rect(static_cast<int>(box.x), static_cast<int>(box.y), static_cast<int>(box.w), static_cast<int>(box.h)) & area;
            const cv::Mat before = detailOf(original)(inner).clone(), after = detailOf(picture)(inner).clone();
            EXPECT_LT(energyOf(after), 0.05 * energyOf(before) + 1) << "and JPEG's own noise";
            if (face["score"] >= MaskRules{}.minScore) {
                EXPECT_LT(std::abs(likeness(before, after)), 0.3);
            }
        }
        EXPECT_GE(faces, 1);
        EXPECT_LT(cv::norm(original, picture, cv::NORM_L1, rest) / (3.0 * cv::countNonZero(rest)), 4.0) << "grey levels of JPEG";
        EXPECT_GT(cv::countNonZero(rest), original.rows * original.cols / 3) << "there is a rest";
        const auto seen = (*detector)->detect(frameOf(picture, {}));
        ASSERT_TRUE(seen);
        EXPECT_TRUE(countedFaces({{}, {original.cols, original.rows}, *seen}, MaskRules{}).empty()) << "nobody is found in it";
    }
}

TEST_F(CapturePrivacy, TheLedgerKnowsBeforeTheFirstPictureIsStored)
{
    start();
    ASSERT_TRUE(seesSomebody());
    m_ledger->slow = true;
    m_station->post(StartCapture{15min, "masks are not seen"});
    ASSERT_TRUE(until([](const Snapshot &s) { return s.capture.phase == CapturePhase::Recording; }));
    ASSERT_TRUE(seesSomebody(45)) << "some seconds go by";
    EXPECT_FALSE(fs::exists(m_diagnostics));
    m_ledger->release();
    ASSERT_TRUE(until([](const Snapshot &s) { return s.capture.pictures >= 1; }));
    std::string actor;
    const auto started = m_ledger->all<CaptureStartedEntry>(&actor);
    ASSERT_EQ(started.size(), 1U);
    EXPECT_EQ(started.front().reason, "masks are not seen");
    EXPECT_EQ(started.front().minutes, 15);
    EXPECT_EQ(actor, "office");
}

TEST_F(CapturePrivacy, WithoutTheLedgerNothingIsCaptured)
{
    start();
    ASSERT_TRUE(seesSomebody());
    m_ledger->full = true;
    m_station->post(StartCapture{15min, "masks are not seen"});
    ASSERT_TRUE(until([](const Snapshot &s) { return s.capture.problem.has_value(); }));
    ASSERT_TRUE(until([&, frames = m_frames + 30](const Snapshot &) { return m_frames >= frames; }));
    EXPECT_EQ(picturesBelow(m_folder.path()), std::vector<fs::path>{});
}

TEST_F(CapturePrivacy, ALedgerThatFailsEndsItAndIsToldWhenItIsBack)
{
    start();
    ASSERT_TRUE(seesSomebody());
    ASSERT_TRUE(turnOn(1));
    m_ledger->full = true;
    m_station->post(RecordStation{StationAction::OfficeOpened, {}, "office"});
    ASSERT_TRUE(until([](const Snapshot &s) { return s.capture.last == CaptureEnd::LedgerDown && s.capture.phase == CapturePhase::Off; }));
    const auto stored = picturesBelow(m_data).size();
    ASSERT_TRUE(until([&, frames = m_frames + 30](const Snapshot &) { return m_frames >= frames; }));
    EXPECT_EQ(picturesBelow(m_data).size(), stored);
    EXPECT_TRUE(m_ledger->all<CaptureEndedEntry>().empty());
    m_ledger->full = false;
    ASSERT_TRUE(ended());
    EXPECT_EQ(m_ledger->all<CaptureEndedEntry>().front().end, CaptureEnd::Interrupted);
    EXPECT_EQ(m_ledger->all<CaptureEndedEntry>().front().pictures, static_cast<std::int64_t>(stored));
}

TEST_F(CapturePrivacy, WhatNoDetectorHasLookedAtIsNotStored)
{
    m_modelBroken = true;
    start();
    ASSERT_TRUE(seesSomebody());
    m_station->post(StartCapture{15min, "masks are not seen"});
    ASSERT_TRUE(until([](const Snapshot &s) { return s.capture.last == CaptureEnd::Failed; }));
    EXPECT_EQ(picturesBelow(m_data), std::vector<fs::path>{});
}

TEST_F(CapturePrivacy, EndsWithTheStationAndDoesNotGoOnByItself)
{
    start();
    ASSERT_TRUE(seesSomebody());
    ASSERT_TRUE(turnOn(1));
    m_station->stop();
    ASSERT_EQ(m_ledger->all<CaptureEndedEntry>().size(), 1U);
    EXPECT_EQ(m_ledger->all<CaptureEndedEntry>().front().end, CaptureEnd::StationStopped);
    m_station.reset();
    const auto stored = picturesBelow(m_data).size();
    start();
    ASSERT_TRUE(seesSomebody(45));
    EXPECT_EQ(until([](const Snapshot &s) { return s.capture.kept.size() == 1; })->capture.phase, CapturePhase::Off);
    EXPECT_EQ(picturesBelow(m_data).size(), stored);
    EXPECT_EQ(m_ledger->all<CaptureEndedEntry>().size(), 1U) << "its end is told once";
}

TEST_F(CapturePrivacy, AfterACrashItIsOffAndTheLedgerIsToldOfItsEnd)
{
    CaptureFolder crashed(m_diagnostics);
    const std::string id = captureId(m_clock.wall() - 1h);
    ASSERT_TRUE(crashed.begin(id));
    const Face face = faceOf(MaskState::Mask);
    ASSERT_TRUE(crashed.keep(id, frameOf(somebody(), {}), {m_clock.wall(), 1, {face}}, {face.box}));
    start();
    ASSERT_TRUE(until([](const Snapshot &s) { return !s.capture.kept.empty() && s.capture.kept.back().ended; }));
    ASSERT_EQ(m_ledger->all<CaptureEndedEntry>().size(), 1U);
    EXPECT_EQ(m_ledger->all<CaptureEndedEntry>().front().id, id);
    EXPECT_EQ(m_ledger->all<CaptureEndedEntry>().front().end, CaptureEnd::Interrupted);
    EXPECT_EQ(m_ledger->all<CaptureEndedEntry>().front().pictures, 1);
    EXPECT_EQ(picturesBelow(m_data).size(), 1U) << "it is not due yet";
}

TEST_F(CapturePrivacy, PicturesWhoseTimeIsUpAreDestroyedAtTheStartAndTheLedgerKnows)
{
    CaptureFolder earlier(m_diagnostics);
    const std::string due = captureId(m_clock.wall() - std::chrono::hours(7 * 24)), young = captureId(m_clock.wall() - 24h);
    const Face face = faceOf(MaskState::Mask);
    for (const std::string &id : {due, young}) {
        ASSERT_TRUE(earlier.begin(id));
        ASSERT_TRUE(earlier.keep(id, frameOf(somebody(), {}), {m_clock.wall(), 1, {face}}, {face.box}));
    }
    start();
    ASSERT_TRUE(until([&](const Snapshot &s) {
        return s.capture.kept.size() == 1 && s.capture.kept[0].ended && !m_ledger->all<CaptureDestroyedEntry>().empty() &&
               !fs::exists(m_diagnostics / due);
    }));
    std::string actor;
    const auto destroyed = m_ledger->all<CaptureDestroyedEntry>(&actor);
    ASSERT_EQ(destroyed.size(), 1U);
    EXPECT_EQ(destroyed.front().id, due);
    EXPECT_EQ(destroyed.front().pictures, 1);
    EXPECT_TRUE(destroyed.front().expired);
    EXPECT_EQ(actor, "station");
    EXPECT_EQ(picturesBelow(m_data).size(), 1U);
}

TEST_F(CapturePrivacy, AnOfficerDestroysThemAtOnce)
{
    start();
    ASSERT_TRUE(seesSomebody());
    ASSERT_TRUE(turnOn(1));
    m_station->post(DestroyCaptures{});
    ASSERT_TRUE(until([frames = m_frames + 5, this](const Snapshot &) { return m_frames >= frames; }));
    EXPECT_FALSE(picturesBelow(m_data).empty()) << "not the one that is on";
    m_station->post(StopCapture{"office"});
    ASSERT_TRUE(ended());
    m_station->post(DestroyCaptures{});
    ASSERT_TRUE(until([&](const Snapshot &s) { return s.capture.kept.empty() && !m_ledger->all<CaptureDestroyedEntry>().empty(); }));
    m_station.reset(); // what its threads still have to do is done
    EXPECT_EQ(picturesBelow(m_folder.path()), std::vector<fs::path>{});
    EXPECT_TRUE(fs::is_empty(m_diagnostics));
    std::string actor;
    EXPECT_EQ(m_ledger->all<CaptureDestroyedEntry>(&actor).front().pictures, m_ledger->all<CaptureEndedEntry>().front().pictures);
    EXPECT_EQ(actor, "office");
}

TEST_F(CapturePrivacy, TheChainAndTheTablesAreWholeWithItsEntries)
{
    start();
    ASSERT_TRUE(seesSomebody());
    ASSERT_TRUE(turnOn(1));
    m_station->post(StopCapture{"office"});
    ASSERT_TRUE(ended());
    m_station->post(DestroyCaptures{});
    ASSERT_TRUE(until([&](const Snapshot &) { return !m_ledger->all<CaptureDestroyedEntry>().empty(); }));
    m_station->stop();
    const auto verdict = m_sqlite->verify({}, {});
    ASSERT_TRUE(verdict) << verdict.error().detail;
    EXPECT_TRUE(verdict->sound()) << verdict->detail;
    EXPECT_TRUE(verdict->complete);
}

} // namespace menshen::test

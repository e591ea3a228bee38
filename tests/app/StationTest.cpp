// SPDX-License-Identifier: GPL-3.0-or-later
#include "menshen/app/Station.h"
#include "tests/support/People.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <mutex>

using namespace menshen;
using namespace menshen::test;

namespace {

constexpr auto kDeadline = std::chrono::seconds(20);

/// Real time, but the wall clock can be set by a test.
class TestClock : public Clock {
public:
    WallTime wall() const override { return WallTime{std::chrono::sys_days{kToday}} + mono().time_since_epoch() + m_jump.load(); }
    MonoTime mono() const override
    {
        return MonoTime{std::chrono::duration_cast<Micros>(std::chrono::steady_clock::now().time_since_epoch()) - m_start};
    }
    void jump(Micros by) { m_jump = by; }

private:
    Micros m_start = std::chrono::duration_cast<Micros>(std::chrono::steady_clock::now().time_since_epoch());
    std::atomic<Micros> m_jump{0us};
};

/// A ledger in memory whose disk can be full, or stalled until release().
class FaultyLedger : public Ledger {
public:
    void append(EntryDraft draft, Done done) override
    {
        appendAll({std::move(draft)}, [done = std::move(done)](Result<std::vector<Receipt>> all) {
            done(all ? Result<Receipt>(all->front()) : Result<Receipt>(all.error()));
        });
    }
    void appendAll(std::vector<EntryDraft> drafts, AllDone done) override
    {
        std::unique_lock lock(m_mutex);
        const bool admits = std::ranges::any_of(drafts, [](const EntryDraft &draft) {
            const auto *visit = std::get_if<VisitEntry>(&draft.entry);
            const auto *station = std::get_if<StationEntry>(&draft.entry);
            return (visit && visit->outcome == Outcome::Admitted) || (station && station->action == StationAction::LedgerRecovered);
        });
        if (full || (noAdmissions && admits)) {
            lock.unlock();
            done(Error{ErrorCode::DiskFull, "disk is full"});
            return;
        }
        std::vector<Receipt> receipts;
        for (EntryDraft &draft : drafts) {
            if (auto *visit = std::get_if<VisitEntry>(&draft.entry); visit && visit->finding == kEntryBefore) {
                visit->finding = EntrySeq{static_cast<std::int64_t>(m_entries.size())};
            }
            m_entries.push_back(draft);
            receipts.push_back({EntrySeq{static_cast<std::int64_t>(m_entries.size())}, draft.at, {}});
        }
        if (m_stalled) {
            m_held.push_back([done, receipts] { done(receipts); });
            return;
        }
        lock.unlock();
        done(receipts);
    }
    void stall()
    {
        const std::scoped_lock lock(m_mutex);
        m_stalled = true;
    }
    void release()
    {
        std::vector<std::function<void()>> held;
        {
            const std::scoped_lock lock(m_mutex);
            m_stalled = false;
            held.swap(m_held);
        }
        for (const auto &each : held) {
            each();
        }
    }
    template <typename T>
    std::vector<T> all() const
    {
        const std::scoped_lock lock(m_mutex);
        std::vector<T> found;
        for (const EntryDraft &draft : m_entries) {
            if (const T *entry = std::get_if<T>(&draft.entry)) {
                found.push_back(*entry);
            }
        }
        return found;
    }
    std::atomic<bool> full = false;
    std::atomic<bool> noAdmissions = false; ///< the reserve has been given up: refusals and alarms are taken still

private:
    mutable std::mutex m_mutex;
    std::vector<EntryDraft> m_entries;
    std::vector<std::function<void()>> m_held;
    bool m_stalled = false;
};

/// What stands in front of the devices, and what is wrong with them.
struct Scene {
    std::atomic<double> skin{35.4};
    std::atomic<int> mask{static_cast<int>(MaskState::Mask)}; ///< -1: nobody
    std::atomic<bool> thermometerBroken{false};
    std::atomic<bool> modelBroken{false};
    std::atomic<int> thermometerTries{0};
    std::atomic<int> gatePulses{0};
    std::atomic<bool> gateBroken{false};
    std::atomic<int> sirenOrders{0}; ///< how often it was told to sound or to be silent
    std::atomic<bool> sirenSounds{true};
    std::atomic<int> cameraError{0};    ///< an ErrorCode; 0: none, for it is no device's
    std::atomic<int> pictureTrouble{0}; ///< likewise
    std::atomic<int> detections{0};
    std::atomic<bool> looks{false}; ///< faces come with their colours
};

class SceneThermometer : public Thermometer {
public:
    SceneThermometer(Scene &scene, Clock &clock) : m_scene(scene), m_clock(clock) {}
    Result<ThermometerSample> read() override
    {
        ++m_scene.thermometerTries;
        if (m_scene.thermometerBroken) {
            return Error{ErrorCode::DeviceTimeout, "no answer"};
        }
        return ThermometerSample{m_clock.mono(), Celsius{m_scene.skin}, Celsius{23}, {}};
    }
    Micros interval() const override { return 20ms; }

private:
    Scene &m_scene;
    Clock &m_clock;
};

class SceneCamera : public Camera {
public:
    SceneCamera(Scene &scene, Clock &clock) : m_scene(scene), m_clock(clock), m_next(std::chrono::steady_clock::now()) {}
    Result<Frame> grab() override
    {
        // A real camera blocks until its next picture; waiting on a condition nobody signals is such a wait.
        std::unique_lock lock(m_mutex);
        m_next += std::chrono::milliseconds(30);
        m_never.wait_until(lock, m_next, [] { return false; });
        if (m_scene.cameraError) {
            return Error{static_cast<ErrorCode>(m_scene.cameraError.load()), "scene"};
        }
        return Frame{m_clock.mono(),
                     {640, 480},
                     640 * 3,
                     std::shared_ptr<const std::uint8_t>(new std::uint8_t[3]{}, std::default_delete<std::uint8_t[]>())};
    }
    Result<void> adjust(const CameraView &view) override
    {
        m_report.view = view;
        return {};
    }
    CameraReport report() const override
    {
        CameraReport report = m_report;
        if (m_scene.pictureTrouble) {
            report.trouble = Error{static_cast<ErrorCode>(m_scene.pictureTrouble.load()), "scene"};
        }
        return report;
    }

private:
    Scene &m_scene;
    CameraReport m_report;
    Clock &m_clock;
    std::mutex m_mutex;
    std::condition_variable m_never;
    std::chrono::steady_clock::time_point m_next;
};

class SceneDetector : public MaskDetector {
public:
    explicit SceneDetector(Scene &scene) : m_scene(scene) {}
    Result<std::vector<Face>> detect(const Frame &) override
    {
        ++m_scene.detections;
        const int mask = m_scene.mask;
        if (mask < 0) {
            return std::vector<Face>{};
        }
        Face face = faceOf(static_cast<MaskState>(mask));
        if (m_scene.looks) {
            face.look = lookOf(1);
        }
        return std::vector<Face>{face};
    }

private:
    Scene &m_scene;
};

class SceneGate : public Gate {
public:
    explicit SceneGate(Scene &scene) : m_scene(scene) {}
    Result<void> openOnce() override
    {
        if (m_scene.gateBroken) {
            return Error{ErrorCode::DeviceTimeout, "the board does not answer"};
        }
        ++m_scene.gatePulses;
        return {};
    }

private:
    Scene &m_scene;
};

class SceneSiren : public Siren {
public:
    explicit SceneSiren(Scene &scene) : m_scene(scene) {}
    Result<void> on() override { return order(true); }
    Result<void> off() override { return order(false); }

private:
    Result<void> order(bool sounds)
    {
        m_scene.sirenSounds = sounds;
        ++m_scene.sirenOrders;
        return {};
    }

    Scene &m_scene;
};

class StationTest : public ::testing::Test {
protected:
    void SetUp() override { launch(smallPlan()); }

    void launch(const Plan &plan, const std::vector<LedgerTrouble> &remembered = {})
    {
        StationParts parts{m_clock, m_ledger, {}, {}, {}, {}};
        parts.thermometer = [this] { return std::make_unique<SceneThermometer>(m_scene, m_clock); };
        parts.camera = [this] { return std::make_unique<SceneCamera>(m_scene, m_clock); };
        parts.detector = [this]() -> Result<std::unique_ptr<MaskDetector>> {
            if (m_scene.modelBroken) {
                return Error{ErrorCode::BadConfig, "not a model"};
            }
            return std::unique_ptr<MaskDetector>(std::make_unique<SceneDetector>(m_scene));
        };
        parts.gate = [this] { return std::make_unique<SceneGate>(m_scene); };
        parts.siren = [this] { return std::make_unique<SceneSiren>(m_scene); };
        StationOptions options;
        options.plan = plan;
        options.ledgerTroubles = remembered;
        options.tick = 20ms;
        options.untold = m_untold;
        options.escalation = [this](WallTime at) {
            EscalationPolicy policy;
            // By a courier that nobody has set up.
            policy.levels = {{"duty", {"值班", "Duty"}, {{"whoever is on duty", "13800138001", "", "p1"}}, {"pigeon"}, 5min}};
            m_asked = at;
            return policy;
        };
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

    /// The first snapshot that fulfils `condition`; null when none did before the deadline.
    SnapshotPtr until(const std::function<bool(const Snapshot &)> &condition)
    {
        std::unique_lock lock(m_mutex);
        const bool met = m_changed.wait_for(lock, kDeadline, [&] { return m_newest && condition(*m_newest); });
        return met ? m_newest : nullptr;
    }

    void send(const ScreeningEvent &event) { m_station->post(event); }

    bool admitOne()
    {
        // A form belongs to somebody who stands there.
        if (!until([](const Snapshot &s) { return s.door.phase == Phase::Screening && s.door.front && s.door.front == s.door.subject; })) {
            return false;
        }
        send(IdentityEdited{zhang()});
        send(AnswerGiven{0, Answer::No});
        if (!until([](const Snapshot &s) { return s.door.assessment.mayAdmit; })) {
            return false;
        }
        send(GuardAdmits{});
        return true;
    }

    bool clockIn()
    {
        m_station->post(PunchStaff{{"1001", "王芳", "窗口"}, PunchDirection::In, std::nullopt});
        if (!until([](const Snapshot &s) { return s.door.staff && s.door.front == s.door.subject && s.door.front; })) {
            return false;
        }
        send(AllAnswersNo{});
        return true;
    }

    void proveStaff()
    {
        send(StaffProved{until([](const Snapshot &) { return true; })->door.subject});
    }

    TestClock m_clock;
    FaultyLedger m_ledger;
    Scene m_scene;
    std::vector<StoryStep> m_untold;
    std::atomic<WallTime> m_asked{}; ///< when the station asked whom to tell
    std::mutex m_mutex;
    std::condition_variable m_changed;
    SnapshotPtr m_newest;
    std::atomic<int> m_frames{0};
    std::unique_ptr<Station> m_station;
};

std::vector<StationAction> actions(const FaultyLedger &ledger)
{
    std::vector<StationAction> result;
    for (const StationEntry &entry : ledger.all<StationEntry>()) {
        result.push_back(entry.action);
    }
    return result;
}

long countOf(const FaultyLedger &ledger, StationAction action)
{
    const auto all = actions(ledger);
    return std::count(all.begin(), all.end(), action);
}

} // namespace

TEST_F(StationTest, AdmitsAPersonAndOpensTheGateOnce)
{
    ASSERT_TRUE(admitOne());
    ASSERT_TRUE(
        until([&](const Snapshot &s) { return s.door.phase == Phase::Finished && s.today.admitted == 1 && m_scene.gatePulses > 0; }));
    m_station->stop();
    EXPECT_EQ(m_scene.gatePulses, 1);
    EXPECT_EQ(m_ledger.all<VisitEntry>().size(), 1U);
}

TEST_F(StationTest, TheGateStaysShutWhileTheReceiptIsMissingAndThePictureGoesOn)
{
    ASSERT_TRUE(until([](const Snapshot &s) { return s.door.phase == Phase::Screening; }));
    send(IdentityEdited{zhang()});
    send(AnswerGiven{0, Answer::No});
    ASSERT_TRUE(until([](const Snapshot &s) { return s.door.assessment.mayAdmit; }));
    m_ledger.stall();
    send(GuardAdmits{});
    ASSERT_TRUE(until([](const Snapshot &s) { return s.door.phase == Phase::Recording; }));
    const int before = m_frames;
    ASSERT_TRUE(until([&](const Snapshot &) { return m_frames > before + 10; })) << "snapshots and pictures go on";
    EXPECT_EQ(m_scene.gatePulses, 0);
    m_ledger.release();
    ASSERT_TRUE(until([&](const Snapshot &s) { return s.door.phase == Phase::Finished && m_scene.gatePulses == 1; }));
}

TEST_F(StationTest, AFullDiskStopsAdmissionAndRecoversByItself)
{
    ASSERT_TRUE(until([](const Snapshot &s) { return s.door.phase == Phase::Screening; }));
    m_ledger.full = true;
    ASSERT_TRUE(admitOne());
    const auto down = until([](const Snapshot &s) { return s.door.ledgerDown; });
    ASSERT_TRUE(down);
    EXPECT_EQ(down->devices[static_cast<std::size_t>(DeviceKind::Ledger)].error.code, ErrorCode::DiskFull);
    EXPECT_EQ(m_scene.gatePulses, 0);
    m_ledger.full = false;
    ASSERT_TRUE(until([](const Snapshot &s) { return !s.door.ledgerDown; }));
    EXPECT_EQ(countOf(m_ledger, StationAction::LedgerRecovered), 1);
    ASSERT_TRUE(admitOne());
    ASSERT_TRUE(until([&](const Snapshot &s) { return s.today.admitted == 1; }));
}

TEST_F(StationTest, WithoutRoomForAdmissionsRefusalsAndAlarmsAreRecordedStill)
{
    ASSERT_TRUE(until([](const Snapshot &s) { return s.door.phase == Phase::Screening; }));
    m_ledger.noAdmissions = true;
    ASSERT_TRUE(admitOne());
    ASSERT_TRUE(until([](const Snapshot &s) { return s.door.ledgerDown; }));
    send(GuardRefuses{"no room"});
    const auto refused = until([](const Snapshot &s) { return s.today.refused == 1; });
    ASSERT_TRUE(refused);
    EXPECT_TRUE(refused->door.ledgerDown) << "a refusal that was taken says nothing about admissions";
    m_station->post(ReportCase{AlertOrigin::Guard, CaseSign::FellIll, {}, {}, "guard", {}});
    ASSERT_TRUE(until([](const Snapshot &s) { return s.alerts.size() == 1; }));
    EXPECT_EQ(m_scene.gatePulses, 0);
    m_ledger.noAdmissions = false;
    EXPECT_TRUE(until([](const Snapshot &s) { return !s.door.ledgerDown; }));
}

TEST_F(StationTest, Q4_AFeverIsToldBeforeTheGuardDecidesAndItsVisitNamesTheAlert)
{
    m_scene.skin = 37.6;
    const auto raised = until([](const Snapshot &s) { return !s.alerts.empty(); });
    ASSERT_TRUE(raised);
    EXPECT_TRUE(m_ledger.all<VisitEntry>().empty());
    send(GuardRefuses{"fever"});
    ASSERT_TRUE(until([](const Snapshot &s) { return s.today.refused == 1; }));
    m_station->stop();
    ASSERT_EQ(m_ledger.all<AlertRaisedEntry>().size(), 1U);
    EXPECT_TRUE(m_ledger.all<AlertRaisedEntry>().front().evidence);
    EXPECT_EQ(m_ledger.all<VisitEntry>().front().finding, raised->alerts.front().id);
}

TEST_F(StationTest, ARecheckThatIsRefusedIsToldInTheSameTransaction)
{
    m_scene.skin = 36.1;
    ASSERT_TRUE(until([](const Snapshot &s) { return s.door.assessment.verdict == Verdict::Recheck; }));
    send(GuardRefuses{});
    ASSERT_TRUE(until([](const Snapshot &s) { return s.today.refused == 1 && s.alerts.size() == 1; }));
    m_station->stop();
    EXPECT_GT(m_ledger.all<VisitEntry>().front().finding, EntrySeq{});
}

TEST_F(StationTest, WhoeverShouldHaveBeenToldOfBeforeTheStopIsRaisedAtTheStart)
{
    m_station.reset();
    VisitEntry visit;
    visit.outcome = Outcome::Refused;
    visit.reasons = {{ReasonCode::Fever, CheckLevel::Hard, {}, {}}};
    visit.identity = zhang();
    m_untold = {{EntrySeq{7}, {}, "guard", visit, PersonalState::Whole, {}}};
    m_scene.mask = -1;
    launch(smallPlan());
    const auto raised = until([](const Snapshot &s) { return !s.alerts.empty(); });
    ASSERT_TRUE(raised);
    EXPECT_EQ(raised->alerts.front().cause, EntrySeq{7});
    EXPECT_EQ(raised->alerts.front().who, "张*");
}

TEST_F(StationTest, NoSnapshotHoldsColoursOfAnybody)
{
    m_scene.looks = true;
    const auto seen = until([](const Snapshot &s) { return s.door.evidence.infrared.has_value(); });
    ASSERT_TRUE(seen);
    ASSERT_FALSE(seen->door.seen.faces.empty());
    EXPECT_FALSE(seen->door.seen.faces.front().look);
}

TEST_F(StationTest, ALedgerThatDoesNotAnswerIsSaid)
{
    ASSERT_TRUE(until([](const Snapshot &s) { return s.head >= EntrySeq{1}; }));
    m_ledger.stall();
    m_station->post(RecordStation{StationAction::OfficeOpened, {}, "office"});
    const auto down = until([](const Snapshot &s) { return s.door.ledgerDown; });
    ASSERT_TRUE(down);
    m_ledger.release();
    EXPECT_TRUE(until([](const Snapshot &s) { return !s.door.ledgerDown; }));
}

TEST_F(StationTest, AnOutageOfTheThermometerIsRecordedOnceAndRecovers)
{
    ASSERT_TRUE(until([](const Snapshot &s) { return s.door.thermometerUp; }));
    const int triesBefore = m_scene.thermometerTries;
    m_scene.thermometerBroken = true;
    ASSERT_TRUE(until([](const Snapshot &s) { return !s.door.thermometerUp; }));
    ASSERT_TRUE(until([&](const Snapshot &) { return m_scene.thermometerTries >= triesBefore + 3; })) << "it is tried again";
    m_scene.thermometerBroken = false;
    ASSERT_TRUE(until([](const Snapshot &s) { return s.door.thermometerUp; }));
    m_station->stop();
    EXPECT_EQ(countOf(m_ledger, StationAction::DeviceLost), 1) << "one report an outage";
    EXPECT_EQ(countOf(m_ledger, StationAction::DeviceBack), 1);
}

const DeviceStatus &cameraOf(const Snapshot &snapshot) { return snapshot.devices[static_cast<std::size_t>(DeviceKind::Camera)]; }

TEST_F(StationTest, AnOutageOfTheCameraNamesItsNewestErrorAndIsRecordedOnce)
{
    const auto saysDown = [this](ErrorCode code) {
        return until([code](const Snapshot &s) { return cameraOf(s).health == DeviceHealth::Down && cameraOf(s).error.code == code; });
    };
    ASSERT_TRUE(until([](const Snapshot &s) { return s.door.cameraUp; }));
    m_scene.cameraError = static_cast<int>(ErrorCode::DeviceTimeout);
    const auto silent = saysDown(ErrorCode::DeviceTimeout);
    ASSERT_TRUE(silent);
    m_scene.cameraError = static_cast<int>(ErrorCode::DeviceBusy);
    const auto busy = saysDown(ErrorCode::DeviceBusy);
    ASSERT_TRUE(busy) << "what is wrong now, not what was wrong first";
    EXPECT_EQ(cameraOf(*busy).since, cameraOf(*silent).since) << "the outage began with the first error";
    m_scene.cameraError = 0;
    ASSERT_TRUE(until([](const Snapshot &s) { return s.door.cameraUp; }));
    m_station->stop();
    EXPECT_EQ(countOf(m_ledger, StationAction::DeviceLost), 1);
    EXPECT_EQ(countOf(m_ledger, StationAction::DeviceBack), 1);
}

TEST_F(StationTest, AnOverexposedPictureIsShownButNoFaceIsLookedForInIt)
{
    ASSERT_TRUE(until([](const Snapshot &s) { return s.door.phase == Phase::Screening; }));
    m_scene.pictureTrouble = static_cast<int>(ErrorCode::PictureOverexposed);
    const auto down = until([](const Snapshot &s) { return cameraOf(s).health == DeviceHealth::Down; });
    ASSERT_TRUE(down);
    EXPECT_EQ(cameraOf(*down).error.code, ErrorCode::PictureOverexposed);
    EXPECT_FALSE(down->door.cameraUp);
    const int shown = m_frames, looked = m_scene.detections;
    ASSERT_TRUE(until([&](const Snapshot &) { return m_frames > shown + 5; }))
        << "the picture goes on: somebody may set the exposure by it";
    EXPECT_LE(m_scene.detections, looked + 1) << "the one from before that was on its way";
    m_scene.pictureTrouble = 0;
    ASSERT_TRUE(until([](const Snapshot &s) { return s.door.cameraUp; }));
}

TEST_F(StationTest, ACameraIsAdjustedWhileItRuns)
{
    ASSERT_TRUE(until([](const Snapshot &s) { return s.door.cameraUp && s.camera.view.rotation == 0; }));
    CameraView view;
    view.rotation = 90;
    view.zone = {0.25, 0, 0.5, 1};
    m_station->post(AdjustCamera{view});
    EXPECT_TRUE(until([&](const Snapshot &s) { return s.camera.view == view; }));
}

TEST_F(StationTest, ABrokenModelLeavesTheMaskToTheGuard)
{
    m_station.reset();
    m_scene.modelBroken = true;
    launch(smallPlan());
    ASSERT_TRUE(
        until([](const Snapshot &s) { return s.devices[static_cast<std::size_t>(DeviceKind::Detector)].health == DeviceHealth::Down; }));
    send(IdentityEdited{zhang()});
    send(AnswerGiven{0, Answer::No});
    const auto seen = until([](const Snapshot &s) { return s.door.assessment.mayOverride; });
    ASSERT_TRUE(seen);
    EXPECT_EQ(seen->door.evidence.mask, MaskState::Unsure);
}

TEST_F(StationTest, AGateThatDoesNotAnswerIsSaidAndNotOpenedLater)
{
    m_scene.gateBroken = true;
    ASSERT_TRUE(admitOne());
    ASSERT_TRUE(
        until([](const Snapshot &s) { return s.devices[static_cast<std::size_t>(DeviceKind::Gate)].health == DeviceHealth::Down; }));
    EXPECT_EQ(m_scene.gatePulses, 0);
}

TEST_F(StationTest, AFeverRaisesAnAlertThatIsAcknowledgedAndHandedOver)
{
    m_scene.skin = 37.6;
    ASSERT_TRUE(until([](const Snapshot &s) { return s.door.assessment.verdict == Verdict::Refuse; }));
    send(GuardRefuses{"fever"});
    const auto raised = until([](const Snapshot &s) { return !s.alerts.empty(); });
    ASSERT_TRUE(raised);
    const EntrySeq alert = raised->alerts.front().id;
    m_station->post(ActOnAlert{{alert, AlertAction::HandedOver, {}, "CDC"}, "office"});
    ASSERT_TRUE(until([](const Snapshot &s) { return s.lastCommandProblem == "not acknowledged yet"; }));
    m_station->post(ActOnAlert{{alert, AlertAction::Acknowledged, {}, {}}, "office"});
    m_station->post(ActOnAlert{{alert, AlertAction::StepDone, "hold", {}}, "guard"});
    ASSERT_TRUE(
        until([](const Snapshot &s) { return !s.alerts.empty() && s.alerts.front().acknowledgedAt && s.alerts.front().steps[0].doneAt; }));
    m_station->post(ActOnAlert{{alert, AlertAction::HandedOver, {}, "CDC"}, "office"});
    ASSERT_TRUE(until([](const Snapshot &s) { return s.alerts.front().handedOver.has_value(); }));
    m_station->post(ActOnAlert{{alert, AlertAction::Closed, {}, {}}, "office"});
    ASSERT_TRUE(until([](const Snapshot &s) { return s.lastCommandProblem == "steps are left: isolate"; }));
    m_station->post(ActOnAlert{{alert, AlertAction::StepSkipped, "isolate", "taken away at once"}, "office"});
    ASSERT_TRUE(until([](const Snapshot &s) { return s.alerts.front().steps[1].skipped; }));
    m_station->post(ActOnAlert{{alert, AlertAction::Closed, {}, {}}, "office"});
    ASSERT_TRUE(until([](const Snapshot &s) { return s.alerts.empty(); }));
    const auto actions = m_ledger.all<AlertActionEntry>();
    ASSERT_EQ(actions.size(), 5U);
    EXPECT_TRUE(actions[2].when) << "an incident that goes on, not an alert of old";
}

TEST_F(StationTest, AnActionIsAnsweredAndNeverRecordedTwice)
{
    m_station->post(ReportCase{AlertOrigin::Guard, CaseSign::FellIll, {}, {}, "guard", {}});
    const auto raised = until([](const Snapshot &s) { return !s.alerts.empty(); });
    ASSERT_TRUE(raised);
    const EntrySeq alert = raised->alerts.front().id;
    m_ledger.stall();
    std::atomic<int> recorded = 0, refused = 0;
    for (int i = 0; i < 3; ++i) {
        m_station->post(ActOnAlert{
            {alert, AlertAction::StepDone, "hold", {}}, "guard", [&](const Result<Receipt> &result) { ++(result ? recorded : refused); }});
    }
    ASSERT_TRUE(until([&](const Snapshot &) { return refused == 2; }));
    m_ledger.release();
    ASSERT_TRUE(until([&](const Snapshot &) { return recorded == 1; }));
    EXPECT_EQ(m_ledger.all<AlertActionEntry>().size(), 1U);
    m_ledger.full = true;
    m_station->post(ActOnAlert{
        {alert, AlertAction::Acknowledged, {}, {}}, "office", [&](const Result<Receipt> &result) { refused += result ? 0 : 10; }});
    ASSERT_TRUE(until([&](const Snapshot &) { return refused == 12; }));
    m_ledger.full = false;
    m_station->post(ActOnAlert{{alert, AlertAction::Acknowledged, {}, {}}, "office"});
    EXPECT_TRUE(until([](const Snapshot &s) { return s.alerts.front().acknowledgedAt.has_value(); })) << "it may be tried again";
}

TEST_F(StationTest, AReportedCaseNamesOnlyWhoWasNamedAndOnlyByTheSurname)
{
    send(IdentityEdited{zhang()});
    m_station->post(ReportCase{AlertOrigin::Guard, CaseSign::Symptoms, "张三", {}, "guard", {}});
    m_station->post(ReportCase{AlertOrigin::Office, CaseSign::Contact, "欧阳修文", "window 3", "office", {}});
    m_station->post(ReportCase{AlertOrigin::Office, CaseSign::Other, {}, {}, "office", {}});
    const auto seen = until([](const Snapshot &s) { return s.alerts.size() == 3; });
    ASSERT_TRUE(seen);
    EXPECT_EQ(seen->alerts[0].who, "张*");
    EXPECT_EQ(seen->alerts[0].sign, CaseSign::Symptoms);
    EXPECT_EQ(seen->alerts[0].cause, EntrySeq{});
    EXPECT_EQ(seen->alerts[1].who, "欧*");
    EXPECT_EQ(seen->alerts[1].note, "window 3");
    EXPECT_EQ(seen->alerts[2].who, "") << "nobody is named by the form that happens to be open";
}

TEST_F(StationTest, ACaseThatTheLedgerDidNotTakeIsSaidAndRaisedAsSoonAsItCanBe)
{
    m_ledger.full = true;
    std::atomic<bool> refused = false;
    m_station->post(
        ReportCase{AlertOrigin::Guard, CaseSign::FellIll, {}, {}, "guard", [&](const Result<Receipt> &result) { refused = !result; }});
    ASSERT_TRUE(until([&](const Snapshot &s) { return refused && s.door.ledgerDown; }));
    refused = false;
    m_station->post(
        ReportCase{AlertOrigin::Guard, CaseSign::FellIll, {}, {}, "guard", [&](const Result<Receipt> &result) { refused = !result; }});
    ASSERT_TRUE(until([&](const Snapshot &) { return refused.load(); }));
    m_ledger.full = false;
    m_station->post(ReportCase{AlertOrigin::Guard, CaseSign::FellIll, {}, {}, "guard", [](const Result<Receipt> &) {}});
    ASSERT_TRUE(until([](const Snapshot &s) { return !s.alerts.empty() && !s.door.ledgerDown; }));
    m_station->post(RecordStation{StationAction::OfficeOpened, "", "office"}); // whatever is raised later would come before it
    ASSERT_TRUE(until([&](const Snapshot &) {
        return std::ranges::any_of(m_ledger.all<StationEntry>(),
                                   [](const StationEntry &entry) { return entry.action == StationAction::OfficeOpened; });
    }));
    EXPECT_EQ(m_ledger.all<AlertRaisedEntry>().size(), 1U) << "pressed three times, it is one";
}

TEST_F(StationTest, ASilenceIsRecordedWithItsEndAndOnlyForAnOpenAlert)
{
    m_station->post(SilenceAlert{EntrySeq{99}, 15min, "on the way", "guard"});
    ASSERT_TRUE(until([](const Snapshot &s) { return s.lastCommandProblem == "nothing to silence, or no reason for it"; }));
    m_station->post(ReportCase{AlertOrigin::Guard, CaseSign::Fever, {}, {}, "guard", {}});
    const auto raised = until([](const Snapshot &s) { return !s.alerts.empty(); });
    ASSERT_TRUE(raised);
    const EntrySeq alert = raised->alerts.front().id;
    m_station->post(SilenceAlert{alert, 24h, "on the way", "guard"});
    const auto silent = until([](const Snapshot &s) { return !s.escalations->empty() && s.escalations->front().silentUntil; });
    ASSERT_TRUE(silent);
    const auto entries = m_ledger.all<EscalationEntry>();
    const auto silence = std::ranges::find(entries, EscalationStep::Silenced, &EscalationEntry::step);
    ASSERT_NE(silence, entries.end());
    EXPECT_EQ(silence->detail, "on the way");
    EXPECT_LE(*silence->next, m_clock.wall() + 1h) << "never longer than an hour";
}

TEST_F(StationTest, TheSirenIsSilencedAtTheStartSoundsUntilSomebodyAnswersAndFallsSilentWithTheStation)
{
    ASSERT_TRUE(until([&](const Snapshot &) { return m_scene.sirenOrders > 0; }));
    EXPECT_FALSE(m_scene.sirenSounds) << "one that was sounding when the station died";
    m_scene.skin = 37.6;
    ASSERT_TRUE(until([](const Snapshot &s) { return s.door.assessment.verdict == Verdict::Refuse; }));
    send(GuardRefuses{"fever"});
    const auto raised = until([&](const Snapshot &s) { return !s.alerts.empty() && m_scene.sirenSounds; });
    ASSERT_TRUE(raised);
    EXPECT_EQ(raised->devices[static_cast<std::size_t>(DeviceKind::Siren)].health, DeviceHealth::Up);
    m_station->post(ActOnAlert{{raised->alerts.front().id, AlertAction::Acknowledged, {}, {}}, "office"});
    ASSERT_TRUE(until([&](const Snapshot &) { return !m_scene.sirenSounds; }));
    m_station->stop();
    EXPECT_FALSE(m_scene.sirenSounds);
}

TEST_F(StationTest, WhoIsToldIsAskedWhenAnAlertIsRaisedAndStandsInIt)
{
    ASSERT_TRUE(until([](const Snapshot &s) { return s.door.evidence.infrared.has_value(); }));
    EXPECT_EQ(m_asked.load(), WallTime{}) << "not before";
    m_scene.skin = 37.6;
    ASSERT_TRUE(until([](const Snapshot &s) { return s.door.assessment.verdict == Verdict::Refuse; }));
    send(GuardRefuses{"fever"});
    const auto raised = until([](const Snapshot &s) { return !s.alerts.empty(); });
    ASSERT_TRUE(raised);
    m_station->stop();
    EXPECT_NE(m_asked.load(), WallTime{});
    const auto alerts = m_ledger.all<AlertRaisedEntry>();
    ASSERT_EQ(alerts.size(), 1U);
    EXPECT_EQ(alerts[0].policy.levels.at(0).people.at(0).id, "p1");
}

TEST_F(StationTest, StaffClockInWithTemperatureAndTheGateOpens)
{
    ASSERT_TRUE(clockIn());
    ASSERT_TRUE(until([](const Snapshot &s) { return s.door.assessment.verdict == Verdict::Pass; }));
    EXPECT_EQ(m_scene.gatePulses, 0) << "the guard has not looked yet";
    proveStaff();
    const auto done = until([](const Snapshot &s) { return s.staff.receipt.has_value(); });
    ASSERT_TRUE(done);
    EXPECT_EQ(done->staff.entry->verdict, Verdict::Pass);
    EXPECT_EQ(done->today.staffIn, 1);
    EXPECT_EQ(done->door.phase, Phase::Finished) << "and is not screened as a visitor";
    ASSERT_TRUE(until([&](const Snapshot &) { return m_scene.gatePulses == 1; }));
}

TEST_F(StationTest, AStaffFeverAlertsAndTheGateStaysShutAndNobodyIsOnDuty)
{
    m_scene.skin = 37.6;
    ASSERT_TRUE(clockIn());
    ASSERT_TRUE(until([](const Snapshot &s) { return !s.alerts.empty(); }));
    send(GuardRefuses{"fever"});
    const auto refused = until([](const Snapshot &s) { return s.today.staffRefused == 1; });
    ASSERT_TRUE(refused);
    EXPECT_EQ(refused->today.staffIn, 0);
    EXPECT_EQ(refused->alerts.size(), 1U) << "one person, one incident";
    m_station->stop();
    EXPECT_EQ(m_scene.gatePulses, 0);
    ASSERT_EQ(m_ledger.all<StaffPunchEntry>().size(), 1U);
    EXPECT_EQ(m_ledger.all<StaffPunchEntry>().front().outcome, Outcome::Refused);
}

TEST_F(StationTest, ACancelledClockInLeavesNothing)
{
    m_scene.mask = static_cast<int>(MaskState::NoMask);
    ASSERT_TRUE(clockIn());
    ASSERT_TRUE(until([](const Snapshot &s) { return s.staff.waiting && s.door.assessment.verdict == Verdict::Refuse; }));
    m_station->post(CancelPunch{});
    ASSERT_TRUE(until([](const Snapshot &s) { return !s.staff.waiting && s.staff.error; }));
    m_station->stop();
    EXPECT_TRUE(m_ledger.all<StaffPunchEntry>().empty());
}

TEST_F(StationTest, AJumpOfTheWallClockIsAnEntryOfItsOwn)
{
    ASSERT_TRUE(until([](const Snapshot &s) { return s.head >= EntrySeq{1}; }));
    m_clock.jump(-std::chrono::hours(1));
    ASSERT_TRUE(until([&](const Snapshot &) { return countOf(m_ledger, StationAction::ClockJumped) == 1; }));
}

TEST_F(StationTest, ExitsAreCountedButNeverBelowNobody)
{
    m_station->post(CountExit{});
    ASSERT_TRUE(until([](const Snapshot &s) { return !s.lastCommandProblem.empty(); }));
    ASSERT_TRUE(admitOne());
    ASSERT_TRUE(until([](const Snapshot &s) { return s.door.inside == 1; }));
    m_station->post(CountExit{});
    ASSERT_TRUE(until([](const Snapshot &s) { return s.door.inside == 0 && s.today.exits == 1; }));
}

TEST_F(StationTest, StartAndStopAreEntries)
{
    m_station->stop();
    m_station->stop();
    EXPECT_EQ(actions(m_ledger).front(), StationAction::Started);
    EXPECT_EQ(actions(m_ledger).back(), StationAction::Stopped);
}

TEST_F(StationTest, AFaultOfTheLedgerIsShownFromTheStartUntilItIsOverAndStopsNobody)
{
    m_station.reset();
    LedgerTrouble fault;
    fault.fault = ChainFault::Changed;
    fault.entry = EntrySeq{17};
    launch(smallPlan(), {fault});
    ASSERT_TRUE(admitOne());
    const auto admitted = until([](const Snapshot &s) { return s.today.admitted == 1; });
    ASSERT_TRUE(admitted);
    EXPECT_EQ(admitted->ledgerTroubles, std::vector{fault});
    m_station->post(LedgerNews{.over = {LedgerTroubleKind::ChainFault}, .trouble = {}});
    ASSERT_TRUE(until([](const Snapshot &s) { return s.ledgerTroubles.empty(); }));
}

TEST_F(StationTest, ATroubleOfTheLedgersUpkeepIsShownUntilItIsOver)
{
    LedgerTrouble trouble;
    trouble.kind = LedgerTroubleKind::BackupFailed;
    trouble.error = {ErrorCode::DiskFull, "no room"};
    m_station->post(LedgerNews{.over = {}, .trouble = trouble});
    const auto shown = until([](const Snapshot &s) { return !s.ledgerTroubles.empty(); });
    ASSERT_TRUE(shown);
    EXPECT_EQ(shown->ledgerTroubles, std::vector{trouble});
    m_station->post(LedgerNews{.over = {LedgerTroubleKind::PurgeFailed}, .trouble = {}});
    m_station->post(CountExit{}); // after which the news before it has been seen
    EXPECT_FALSE(until([](const Snapshot &s) { return !s.lastCommandProblem.empty(); })->ledgerTroubles.empty()) << "of another kind";
    m_station->post(LedgerNews{.over = {LedgerTroubleKind::BackupFailed}, .trouble = {}});
    EXPECT_TRUE(until([](const Snapshot &s) { return s.ledgerTroubles.empty(); }));
}

TEST_F(StationTest, AReceiptThatComesAfterTheStationIsGoneHarmsNobody)
{
    m_ledger.stall();
    m_station->post(CountExit{});
    m_station->post(RecordStation{StationAction::OfficeOpened, {}, "office"});
    m_station->stop(); // bounded though the ledger never answers
    m_station.reset();
    m_ledger.release();
}

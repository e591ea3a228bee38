// SPDX-License-Identifier: GPL-3.0-or-later
#include "menshen/core/Capture.h"
#include "tests/support/People.h"

#include <gtest/gtest.h>

using namespace menshen;
using namespace menshen::test;

namespace {

/// A capture, a clock that moves as it is told, and everything that core wants done.
class CaptureTest : public testing::Test {
protected:
    CaptureTest() { pass(0s); }

    void send(const CaptureEvent &event)
    {
        auto [state, effects] = step(std::move(m_state), event, m_rules);
        m_state = std::move(state);
        m_effects.insert(m_effects.end(), effects.begin(), effects.end());
    }
    void pass(Micros duration, Micros wall)
    {
        m_now += duration;
        m_wall += wall;
        send(CaptureClock{m_now, m_wall});
    }
    void pass(Micros duration) { pass(duration, duration); }

    void ask(Micros lasts = 15min) { send(CaptureAsked{lasts, "masks are not seen"}); }
    void turnOn(Micros lasts = 15min)
    {
        ask(lasts);
        send(CaptureRecorded{{}});
        send(CaptureOpened{kRoom});
    }
    void see(std::vector<Face> faces = {})
    {
        const FacesSeen seen{m_now, {640, 480}, std::move(faces)};
        if (wantsPicture(m_state)) {
            send(PictureSeen{m_now, seen});
        }
        send(seen);
    }
    /// A picture every 100 ms with this face in it; each is stored at once.
    void stand(Micros duration, const std::vector<Face> &faces = {faceOf(MaskState::Mask)}, std::int64_t bytes = 50'000)
    {
        for (Micros t = 0ms; t < duration; t += 100ms) {
            see(faces);
            if (m_state.storing) {
                send(PictureKept{PictureFile{bytes, kRoom}});
            }
            pass(100ms);
        }
    }

    template <typename Effect>
    [[nodiscard]] std::vector<Effect> effects() const
    {
        std::vector<Effect> found;
        for (const CaptureEffect &effect : m_effects) {
            if (const auto *e = std::get_if<Effect>(&effect)) {
                found.push_back(*e);
            }
        }
        return found;
    }
    [[nodiscard]] std::optional<CaptureEnd> end() const
    {
        const auto ends = effects<RecordCaptureEnd>();
        return ends.size() == 1 ? std::optional(ends.front().entry.end) : std::nullopt;
    }

    static constexpr std::int64_t kRoom = 50'000'000'000;
    CaptureRules m_rules;
    CaptureState m_state;
    std::vector<CaptureEffect> m_effects;
    MonoTime m_now{10s};
    WallTime m_wall = WallTime{std::chrono::sys_days{kToday}} + 2h + 42min;
};

} // namespace

TEST_F(CaptureTest, NothingIsKeptWhileItIsOff)
{
    stand(5s);
    EXPECT_TRUE(m_effects.empty());
    EXPECT_FALSE(wantsPicture(m_state));
}

TEST_F(CaptureTest, ItsEntryComesFirstThenItsFolderThenAPicture)
{
    ask();
    stand(2s);
    ASSERT_EQ(m_effects.size(), 1U) << "nothing but the entry";
    EXPECT_EQ(effects<RecordCapture>().front().entry.id, "20261122T024200Z");
    EXPECT_EQ(effects<RecordCapture>().front().entry.minutes, 15);
    send(CaptureRecorded{{}});
    stand(2s);
    ASSERT_EQ(m_effects.size(), 2U) << "nothing but its folder";
    EXPECT_EQ(effects<OpenCapture>().size(), 1U);
    send(CaptureOpened{kRoom});
    stand(2s);
    EXPECT_FALSE(effects<KeepPicture>().empty());
}

TEST_F(CaptureTest, WithoutTheLedgerNothingHappens)
{
    ask();
    send(CaptureRecorded{Error{ErrorCode::DiskFull, "no room"}});
    stand(5s);
    EXPECT_EQ(m_state.phase, CapturePhase::Off);
    EXPECT_EQ(m_state.problem->code, ErrorCode::DiskFull);
    EXPECT_EQ(m_effects.size(), 1U) << "its end needs no entry: it did not begin";
}

TEST_F(CaptureTest, WithoutAFolderItEndsAndSaysWhy)
{
    ask();
    send(CaptureRecorded{{}});
    send(CaptureOpened{Error{ErrorCode::Storage, "read-only"}});
    EXPECT_EQ(end(), CaptureEnd::Failed);
    EXPECT_EQ(m_state.problem->code, ErrorCode::Storage);
    EXPECT_EQ(m_state.phase, CapturePhase::Off);
}

TEST_F(CaptureTest, AReasonIsNeededAndATimeWithinTheRules)
{
    send(CaptureAsked{15min, {}});
    send(CaptureAsked{30s, "why"});
    send(CaptureAsked{61min, "why"});
    EXPECT_TRUE(m_effects.empty());
    EXPECT_EQ(m_state.problem->code, ErrorCode::BadInput);
    send(CaptureAsked{60min, "why"});
    EXPECT_EQ(effects<RecordCapture>().size(), 1U);
    EXPECT_FALSE(m_state.problem) << "the earlier one is forgotten";
}

TEST_F(CaptureTest, ASecondOneIsNotBegunBesideTheFirst)
{
    turnOn();
    ask(60min);
    EXPECT_EQ(effects<RecordCapture>().size(), 1U);
    EXPECT_EQ(m_state.until, m_wall + 15min);
}

TEST_F(CaptureTest, KeepsAboutOnePictureASecond)
{
    turnOn(5min);
    stand(60s);
    EXPECT_NEAR(static_cast<double>(effects<KeepPicture>().size()), 59, 2);
    EXPECT_EQ(effects<KeepPicture>()[7].number, 8);
}

TEST_F(CaptureTest, ALongOneSpreadsItsPicturesOverAllOfItsTime)
{
    turnOn(60min);
    stand(60s);
    EXPECT_NEAR(static_cast<double>(effects<KeepPicture>().size()), 10, 1);
}

TEST_F(CaptureTest, EndsAtItsTime)
{
    turnOn(5min);
    stand(5min - 100ms);
    EXPECT_EQ(m_state.phase, CapturePhase::On);
    pass(100ms);
    EXPECT_EQ(end(), CaptureEnd::TimeUp);
    EXPECT_EQ(effects<RecordCaptureEnd>().front().actor, "station");
    const auto kept = effects<KeepPicture>().size();
    EXPECT_EQ(effects<RecordCaptureEnd>().front().entry.pictures, static_cast<std::int64_t>(kept));
    stand(10s);
    EXPECT_EQ(effects<KeepPicture>().size(), kept);
}

TEST_F(CaptureTest, AClockThatIsSetBackDoesNotMakeItLonger)
{
    turnOn(5min);
    pass(1min, -48h);
    EXPECT_EQ(m_state.phase, CapturePhase::On);
    pass(4min, 4min);
    EXPECT_EQ(end(), CaptureEnd::TimeUp);
}

TEST_F(CaptureTest, AMachineThatSleptDoesNotMakeItLonger)
{
    turnOn(5min);
    pass(1s, 1h);
    EXPECT_EQ(end(), CaptureEnd::TimeUp);
}

TEST_F(CaptureTest, IsStoppedAtOnceAndTheLedgerKnowsByWhom)
{
    turnOn();
    stand(10s + 500ms); // to when the next one is due
    see();
    ASSERT_TRUE(m_state.held);
    const auto kept = effects<KeepPicture>().size();
    send(CaptureEndAsked{CaptureEnd::Stopped, "guard"});
    EXPECT_EQ(end(), CaptureEnd::Stopped);
    EXPECT_EQ(effects<RecordCaptureEnd>().front().actor, "guard");
    EXPECT_FALSE(effects<DropPicture>().empty()) << "what was held does not stay in memory";
    stand(10s);
    EXPECT_EQ(effects<KeepPicture>().size(), kept);
}

TEST_F(CaptureTest, APictureOnItsWayWhenItIsStoppedStillCounts)
{
    turnOn();
    see();
    for (int i = 0; i < 6; ++i) {
        pass(100ms);
        see();
    }
    ASSERT_TRUE(m_state.storing);
    send(CaptureEndAsked{CaptureEnd::Stopped, "guard"});
    EXPECT_EQ(end(), std::nullopt) << "not before the disk has answered";
    EXPECT_FALSE(wantsPicture(m_state));
    send(PictureKept{PictureFile{50'000, kRoom}});
    EXPECT_EQ(end(), CaptureEnd::Stopped);
    EXPECT_EQ(effects<RecordCaptureEnd>().front().entry.pictures, 1);
}

TEST_F(CaptureTest, StoppedBeforeItHadBegunItKeepsNothing)
{
    ask();
    send(CaptureEndAsked{CaptureEnd::Stopped, "guard"});
    send(CaptureRecorded{{}});
    EXPECT_EQ(end(), CaptureEnd::Stopped);
    EXPECT_TRUE(effects<OpenCapture>().empty());

    m_effects.clear();
    ask();
    send(CaptureRecorded{{}});
    send(CaptureEndAsked{CaptureEnd::StationStopped, "station"});
    send(CaptureOpened{kRoom});
    EXPECT_EQ(end(), CaptureEnd::StationStopped);
    stand(5s);
    EXPECT_TRUE(effects<KeepPicture>().empty());
}

TEST_F(CaptureTest, EndsByItselfWhenItIsFull)
{
    m_rules.mostPictures = 20;
    m_rules.shortest = 10s;
    turnOn(10s); // a picture a second, however short it is
    m_state.ends += 1h;
    m_state.until += 1h;
    stand(60s);
    EXPECT_EQ(end(), CaptureEnd::Full);
    EXPECT_EQ(m_state.pictures, 20);

    m_effects.clear();
    m_rules = {};
    m_rules.mostBytes = 400'000;
    turnOn(5min);
    stand(60s);
    EXPECT_EQ(end(), CaptureEnd::Full);
    EXPECT_EQ(m_state.pictures, 8);
}

TEST_F(CaptureTest, LeavesTheLedgerRoomOnTheDisk)
{
    ask();
    send(CaptureRecorded{{}});
    send(CaptureOpened{m_rules.leastRoom - 1});
    EXPECT_EQ(end(), CaptureEnd::NoRoom) << "at the start";

    m_effects.clear();
    turnOn();
    while (!m_state.storing) {
        see();
        pass(100ms);
    }
    send(PictureKept{PictureFile{50'000, m_rules.leastRoom - 1}});
    EXPECT_EQ(end(), CaptureEnd::NoRoom) << "on the way";

    m_effects.clear();
    turnOn();
    while (!m_state.storing) {
        see();
        pass(100ms);
    }
    send(PictureKept{Error{ErrorCode::DiskFull, "no room"}});
    EXPECT_EQ(end(), CaptureEnd::NoRoom) << "too late";
    EXPECT_EQ(m_state.pictures, 0);
}

TEST_F(CaptureTest, EndsWhenThePictureCannotBeLookedAtOrWritten)
{
    turnOn();
    while (!m_state.storing) {
        see();
        pass(100ms);
    }
    send(PictureKept{Error{ErrorCode::Internal, "the detector does not work"}});
    EXPECT_EQ(end(), CaptureEnd::Failed);
    EXPECT_EQ(m_state.problem->detail, "the detector does not work");
}

TEST_F(CaptureTest, APictureWithoutADetectionOfItsOwnIsNotKept)
{
    turnOn();
    send(PictureSeen{m_now, {m_now - 70ms, {640, 480}, {}}});
    EXPECT_TRUE(effects<HoldPicture>().empty()) << "older";
    send(PictureSeen{m_now, {}});
    EXPECT_TRUE(effects<HoldPicture>().empty()) << "missing";
    send(PictureSeen{m_now, {m_now, {640, 480}, {}}});
    EXPECT_EQ(effects<HoldPicture>().size(), 1U);
}

TEST_F(CaptureTest, AFaceThatWasFoundJustBeforeOrAfterIsHiddenToo)
{
    turnOn();
    stand(2s, {}); // the first second's pictures are through
    while (m_state.held) {
        see();
        pass(100ms);
        if (m_state.storing) {
            send(PictureKept{PictureFile{50'000, kRoom}});
        }
    }
    pass(2s);
    const auto at = [&](double x) { return std::vector{faceOf(MaskState::Mask, 200, x)}; };
    m_effects.clear();
    const MonoTime picture = m_now + 600ms;
    for (int i = 0; i < 20 && effects<KeepPicture>().empty(); ++i) {
        // Seen 600 ms before (too long ago), 300 ms before, not in the picture itself, and 400 ms after.
        const auto faces = i == 0 ? at(10) : i == 3 ? at(100) : i == 10 ? at(200) : std::vector<Face>{};
        const FacesSeen seen{m_now, {640, 480}, faces};
        if (m_now == picture) {
            send(PictureSeen{m_now, seen});
        }
        send(seen);
        pass(100ms);
    }
    ASSERT_EQ(effects<KeepPicture>().size(), 1U);
    const auto hide = effects<KeepPicture>().front().hide;
    ASSERT_EQ(hide.size(), 2U);
    EXPECT_EQ(hide[0].x, 100);
    EXPECT_EQ(hide[1].x, 200);
}

TEST_F(CaptureTest, APictureAfterWhichNothingIsSeenIsDropped)
{
    turnOn();
    see();
    ASSERT_TRUE(m_state.held);
    pass(10s); // the camera's plug was pulled
    see();
    EXPECT_EQ(effects<DropPicture>().size(), 1U);
    EXPECT_TRUE(effects<KeepPicture>().empty());
}

TEST_F(CaptureTest, HoldsNoMoreThanWhatIsAroundOnePicture)
{
    turnOn();
    stand(60s);
    EXPECT_LE(m_state.around.size(), 20U);
    send(CaptureEndAsked{CaptureEnd::Stopped, "guard"});
    EXPECT_TRUE(m_state.around.empty());
}

TEST_F(CaptureTest, AnotherOneMayFollow)
{
    turnOn(5min);
    pass(5min);
    ASSERT_EQ(end(), CaptureEnd::TimeUp);
    m_effects.clear();
    turnOn(5min);
    EXPECT_EQ(m_state.id, "20261122T024700Z");
    EXPECT_EQ(m_state.pictures, 0);
    stand(3s);
    EXPECT_FALSE(effects<KeepPicture>().empty());
}

TEST(Capture, ItsNameIsTheTimeOfItsBeginning)
{
    const WallTime began = WallTime{std::chrono::sys_days{kToday}} + 2h + 42min + 7s;
    EXPECT_EQ(captureId(began), "20261122T024207Z");
    EXPECT_EQ(captureBegan(captureId(began)), began);
    for (const char *text : {"", "..", "20261122T024207", "20261322T024207Z", "20261122T024260Z", "20261122T024207z", "2026112/T024207Z"}) {
        EXPECT_FALSE(captureBegan(text)) << text;
    }
}

TEST(Capture, IsDestroyedAfterItsDaysAndWhenItsAgeIsUnknown)
{
    const WallTime began = WallTime{std::chrono::sys_days{kToday}};
    const std::chrono::days week{7};
    EXPECT_FALSE(isCaptureExpired(began, began + week - 1s, week));
    EXPECT_TRUE(isCaptureExpired(began, began + week, week));
    EXPECT_FALSE(isCaptureExpired(began, began - 1h, week)) << "a clock that was set right";
    EXPECT_TRUE(isCaptureExpired(began, began - 25h, week));
}

// SPDX-License-Identifier: GPL-3.0-or-later
// What a live camera's reader does when the driver or the network hangs: faults that no server can be made to show at will.
#include "drivers/camera/LiveSource.h"

#include "tests/drivers/camera/TestPictures.h"
#include "tests/support/TestClocks.h"

#include <gtest/gtest.h>

#include <atomic>
#include <condition_variable>
#include <mutex>

namespace menshen {
namespace {

/// A latch that a hanging call waits at until the test lets it go.
class Latch {
public:
    void open()
    {
        const std::scoped_lock lock(m_mutex);
        m_open = true;
        m_changed.notify_all();
    }
    void pass()
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_open; });
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_open = false;
};

/// What happens in the driver. Shared, because a reader that was left behind still uses it.
struct Driver {
    Latch opening, reading;
    std::atomic<bool> hangsOpening{false};
    std::atomic<int> readsBeforeHang{-1}; ///< -1: it never hangs
    std::atomic<int> reads{0};
    std::atomic<int> captures{0}; ///< alive
    std::atomic<int> converted{0};
    std::atomic<double> exposureAuto{-1}, exposure{-1};
    std::atomic<bool> knowsExposure{true};
    std::atomic<int> period{5}; ///< ms between pictures
};

class DrivenCapture : public cv::VideoCapture {
public:
    explicit DrivenCapture(std::shared_ptr<Driver> driver) : m_driver(std::move(driver)) { ++m_driver->captures; }
    ~DrivenCapture() override { --m_driver->captures; }
    DrivenCapture(const DrivenCapture &) = delete;
    DrivenCapture &operator=(const DrivenCapture &) = delete;

    bool grab() override
    {
        if (m_driver->readsBeforeHang >= 0 && m_driver->reads >= m_driver->readsBeforeHang)
            m_driver->reading.pass();
        std::unique_lock lock(m_mutex);
        m_never.wait_for(lock, std::chrono::milliseconds(m_driver->period), [] { return false; }); // a camera's own pace
        ++m_driver->reads;
        return true;
    }
    bool retrieve(cv::OutputArray picture, int) override
    {
        ++m_driver->converted;
        picture.assign(test::numbered(m_driver->reads, {64, 48}));
        return true;
    }
    bool set(int property, double value) override
    {
        if (!m_driver->knowsExposure)
            return false;
        (property == cv::CAP_PROP_AUTO_EXPOSURE ? m_driver->exposureAuto : m_driver->exposure) = value;
        return true;
    }

private:
    std::shared_ptr<Driver> m_driver;
    std::mutex m_mutex;
    std::condition_variable m_never;
};

class LiveSourceTest : public testing::Test {
protected:
    OpenedSource open(ExposureControl exposure = ExposureControl::None)
    {
        return LiveSource::open(
            [driver = m_driver]() -> Result<std::unique_ptr<cv::VideoCapture>> {
                if (driver->hangsOpening)
                    driver->opening.pass();
                return std::unique_ptr<cv::VideoCapture>(std::make_unique<DrivenCapture>(driver));
            },
            exposure, m_clock, m_reader);
    }

    /// Reads until the driver hangs and the source says so.
    Result<Picture> readUntilError(PictureSource &source)
    {
        auto picture = source.next();
        while (picture)
            picture = source.next();
        return picture;
    }

    bool eventually(const std::function<bool()> &condition) const
    {
        const MonoTime deadline = m_clock.mono() + 10s;
        while (m_clock.mono() < deadline) {
            if (condition())
                return true;
            std::this_thread::yield();
        }
        return false;
    }

    std::chrono::milliseconds lasting(const std::function<void()> &work) const
    {
        const MonoTime begin = m_clock.mono();
        work();
        return std::chrono::duration_cast<std::chrono::milliseconds>(m_clock.mono() - begin);
    }

    test::RealClock m_clock;
    std::shared_ptr<Driver> m_driver = std::make_shared<Driver>();
    LiveSource::Reader m_reader;
};

TEST_F(LiveSourceTest, AReadThatHangsIsATimeoutAfterTwoSecondsAndClosingDoesNotWaitForIt)
{
    m_driver->readsBeforeHang = 3;
    auto source = open();
    ASSERT_TRUE(source);
    Result<Picture> last = Error{};
    EXPECT_LT(lasting([&] { last = readUntilError(**source); }), 2500ms);
    ASSERT_FALSE(last);
    EXPECT_EQ(last.error().code, ErrorCode::DeviceTimeout);
    EXPECT_LT(lasting([&] { source->reset(); }), 1500ms) << "the driver hangs, the program must not";
    EXPECT_EQ(m_driver->captures, 1) << "the reader was left behind";

    // Nobody may open a device that is still held: that would hang too, and one more with each try.
    OpenedSource second = Error{};
    EXPECT_LT(lasting([&] { second = open(); }), 100ms);
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().code, ErrorCode::DeviceTimeout);
    EXPECT_EQ(m_driver->captures, 1);

    m_driver->readsBeforeHang = -1;
    m_driver->reading.open(); // the driver comes back: the reader lets go of the device by itself
    EXPECT_TRUE(eventually([&] { return m_driver->captures == 0 && m_reader.expired(); }));
    auto third = open();
    ASSERT_TRUE(third) << third.error().detail;
    EXPECT_TRUE((*third)->next());
}

TEST_F(LiveSourceTest, AnOpeningThatHangsIsATimeout)
{
    m_driver->hangsOpening = true;
    OpenedSource source = Error{};
    EXPECT_LT(lasting([&] { source = open(); }), 4000ms) << "2.5 s for the driver, 1 s for its end";
    ASSERT_FALSE(source);
    EXPECT_EQ(source.error().code, ErrorCode::DeviceTimeout);
    EXPECT_FALSE(m_reader.expired());
    m_driver->opening.open();
    EXPECT_TRUE(eventually([&] { return m_reader.expired(); }));
    EXPECT_EQ(m_driver->captures, 0) << "what was opened too late is closed again";
}

TEST_F(LiveSourceTest, AReaderThatWasLeftBehindAsksNoClockThatMayBeGone)
{
    m_driver->readsBeforeHang = 1;
    {
        auto clock = std::make_unique<test::RealClock>();
        auto source = LiveSource::open(
            [driver = m_driver]() -> Result<std::unique_ptr<cv::VideoCapture>> {
                return std::unique_ptr<cv::VideoCapture>(std::make_unique<DrivenCapture>(driver));
            },
            ExposureControl::None, *clock, m_reader);
        ASSERT_TRUE(source);
        ASSERT_TRUE((*source)->next());
        source->reset();
    }
    m_driver->reading.open(); // with a sanitizer this would tell
    EXPECT_TRUE(eventually([&] { return m_reader.expired(); }));
}

TEST_F(LiveSourceTest, EveryPictureIsEitherTakenOrDroppedAndOfAFloodFewAreConverted)
{
    m_driver->period = 1;
    auto source = open();
    ASSERT_TRUE(source);
    ASSERT_TRUE((*source)->next());
    const int before = m_driver->reads;
    ASSERT_TRUE(eventually([&] { return m_driver->reads >= before + 200; })) << "the reader is busy elsewhere for 200 pictures";
    const auto picture = (*source)->next();
    ASSERT_TRUE(picture);
    EXPECT_GE(test::numberOf(picture->pixels), 0);
    const PictureCounts counts = (*source)->counts();
    EXPECT_GE(counts.came, 200U);
    EXPECT_GE(counts.dropped, counts.came - 4) << "two were taken";
    EXPECT_LT(m_driver->converted, 60) << "no screen shows more than 40 a second: the rest is not worth its conversion";
}

TEST_F(LiveSourceTest, ExposureIsSetOnTheReadersThreadAndWhetherItCouldBeIsSaid)
{
    auto source = open(ExposureControl::Unknown);
    ASSERT_TRUE(source);
    EXPECT_EQ((*source)->exposureControl(), ExposureControl::Unknown);
    (*source)->setExposure(8ms);
    ASSERT_TRUE(eventually([&] { return m_driver->exposure == 80; })) << "V4L2 counts in units of 100 µs";
    EXPECT_EQ(m_driver->exposureAuto, 1) << "manual";
    EXPECT_TRUE(eventually([&] { return (*source)->exposureControl() == ExposureControl::Settable; }));
    (*source)->setExposure(std::nullopt);
    EXPECT_TRUE(eventually([&] { return m_driver->exposureAuto == 3; })) << "automatic, by aperture";

    m_driver->knowsExposure = false;
    (*source)->setExposure(8ms);
    EXPECT_TRUE(eventually([&] { return (*source)->exposureControl() == ExposureControl::None; }));
}

} // namespace
} // namespace menshen

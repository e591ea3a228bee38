// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/camera/DeviceNode.h"

#include "tests/support/TestFolder.h"

#include <gtest/gtest.h>

#include <cerrno>
#include <sys/stat.h>
#include <unistd.h>

namespace menshen {
namespace {

TEST(DeviceNode, NotThereNotAllowedAndInUseAreToldApart)
{
    const std::pair<int, ErrorCode> cases[] = {{ENOENT, ErrorCode::DeviceUnavailable},
                                               {ENODEV, ErrorCode::DeviceUnavailable},
                                               {ENXIO, ErrorCode::DeviceUnavailable},
                                               {EACCES, ErrorCode::Denied},
                                               {EPERM, ErrorCode::Denied},
                                               {EBUSY, ErrorCode::DeviceBusy},
                                               {ENOTTY, ErrorCode::DeviceUnavailable},
                                               {EIO, ErrorCode::DeviceUnavailable}};
    for (const auto &[number, code] : cases) {
        const Error error = deviceError(number, "/dev/video7");
        EXPECT_EQ(error.code, code) << number;
        EXPECT_NE(error.detail.find("/dev/video7"), std::string::npos) << error.detail;
    }
    EXPECT_NE(deviceError(EBUSY, "x").detail.find("another program"), std::string::npos);
}

TEST(DeviceNode, ANodeThatIsNotThereAndAFileThatIsNoCameraAreRefused)
{
    const test::TestFolder folder;
    const auto missing = askNode((folder / "video0").string());
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().code, ErrorCode::DeviceUnavailable);
    EXPECT_NE(missing.error().detail.find("no such device"), std::string::npos) << missing.error().detail;
    for (const std::string &node : {folder.write("video1", "text").string(), std::string("/dev/null")}) {
        const auto other = askNode(node);
        ASSERT_FALSE(other) << node;
        EXPECT_EQ(other.error().code, ErrorCode::DeviceUnavailable);
        EXPECT_NE(other.error().detail.find("no camera"), std::string::npos) << other.error().detail;
        EXPECT_EQ(whyNotOpened(node).code, ErrorCode::DeviceUnavailable);
    }
}

TEST(DeviceNode, ANodeOfAnotherUserIsDenied)
{
    const test::TestFolder folder;
    const std::string node = folder.write("video0", "").string();
    ASSERT_EQ(::chmod(node.c_str(), 0), 0);
    // Root may open anything: then it is asked as nobody.
    const bool root = ::geteuid() == 0;
    constexpr uid_t nobody = 65534;
    ASSERT_TRUE(!root || ::seteuid(nobody) == 0);
    const auto answer = askNode(node);
    ASSERT_TRUE(!root || ::seteuid(0) == 0);
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().code, ErrorCode::Denied) << answer.error().detail;
}

} // namespace
} // namespace menshen

// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/camera/DeviceNode.h"

#include <cerrno>
#include <fcntl.h>
#include <linux/videodev2.h>
#include <sys/ioctl.h>
#include <system_error>
#include <unistd.h>

namespace menshen {
namespace {

/// A node that is held open for as long as it is asked.
class OpenNode {
public:
    explicit OpenNode(const std::string &node) : m_descriptor(::open(node.c_str(), O_RDWR | O_NONBLOCK | O_CLOEXEC)) {}
    ~OpenNode()
    {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
    }
    OpenNode(const OpenNode &) = delete;
    OpenNode &operator=(const OpenNode &) = delete;

    [[nodiscard]] bool isOpen() const { return m_descriptor >= 0; }
    template <typename Argument>
    [[nodiscard]] bool ask(unsigned long question, Argument &argument) const
    {
        int answer = 0;
        do
            answer = ::ioctl(m_descriptor, question, &argument);
        while (answer < 0 && errno == EINTR);
        return answer >= 0;
    }

private:
    int m_descriptor;
};

Error refused(ErrorCode code, const std::string &node, const std::string &why)
{
    return {code, "cannot open the camera " + node + " (" + why + ")"};
}

} // namespace

Error deviceError(int number, const std::string &node)
{
    switch (number) {
    case ENOENT:
    case ENOTDIR:
    case ENODEV:
    case ENXIO:
        return refused(ErrorCode::DeviceUnavailable, node, "there is no such device");
    case EACCES:
    case EPERM:
        return refused(ErrorCode::Denied, node, "this user may not; the group \"video\" may");
    case EBUSY:
        return refused(ErrorCode::DeviceBusy, node, "another program uses it");
    case ENOTTY:
    case EINVAL:
        return refused(ErrorCode::DeviceUnavailable, node, "it is no camera");
    default:
        return refused(ErrorCode::DeviceUnavailable, node, std::generic_category().message(number));
    }
}

Result<void> askNode(const std::string &node)
{
    const OpenNode open(node);
    v4l2_capability able{};
    if (!open.isOpen() || !open.ask(VIDIOC_QUERYCAP, able))
        return deviceError(errno, node);
    const auto of = (able.capabilities & V4L2_CAP_DEVICE_CAPS) != 0 ? able.device_caps : able.capabilities;
    if ((of & (V4L2_CAP_VIDEO_CAPTURE | V4L2_CAP_VIDEO_CAPTURE_MPLANE)) == 0)
        return refused(ErrorCode::DeviceUnavailable, node, "it takes no pictures; a camera may have several nodes");
    return {};
}

Error whyNotOpened(const std::string &node)
{
    const OpenNode open(node);
    v4l2_requestbuffers buffers{};
    buffers.count = 1;
    buffers.type = V4L2_BUF_TYPE_VIDEO_CAPTURE;
    buffers.memory = V4L2_MEMORY_MMAP;
    // Any number of programs may open a node; whose it is shows when one wants buffers. They go again with the descriptor.
    if (!open.isOpen() || (!open.ask(VIDIOC_REQBUFS, buffers) && errno != EINVAL))
        return deviceError(errno, node);
    return refused(ErrorCode::DeviceUnavailable, node, "tried V4L2: it offers no picture format that can be read");
}

} // namespace menshen

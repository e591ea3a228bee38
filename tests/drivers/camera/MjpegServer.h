// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <httplib.h>

#include <condition_variable>
#include <functional>
#include <mutex>
#include <stdexcept>
#include <thread>

namespace menshen::test {

/// A camera on the network: /camera.mjpg is a multipart stream, each part with its Content-Length. Pictures are JPEG bytes.
class MjpegServer {
public:
    using NextPicture = std::function<std::string(int number)>;

    /// Listens on `port`, or on any free one when it is 0. An empty picture makes the stream fall silent.
    MjpegServer(NextPicture next, double framesPerSecond, int port = 0)
        : m_next(std::move(next)), m_period(std::chrono::microseconds(static_cast<std::int64_t>(1e6 / framesPerSecond)))
    {
        m_server.Get("/camera.mjpg", [this](const httplib::Request &, httplib::Response &response) {
            response.set_content_provider("multipart/x-mixed-replace; boundary=frame",
                                          [this](std::size_t, httplib::DataSink &sink) { return send(sink); });
        });
        m_port = port == 0 ? m_server.bind_to_any_port("127.0.0.1") : (m_server.bind_to_port("127.0.0.1", port) ? port : -1);
        if (m_port < 0)
            throw std::runtime_error("the port is taken");
        m_thread = std::thread([this] { m_server.listen_after_bind(); });
    }
    ~MjpegServer()
    {
        {
            const std::scoped_lock lock(m_mutex);
            m_stopping = true;
        }
        m_changed.notify_all();
        m_server.stop();
        m_thread.join();
    }
    MjpegServer(const MjpegServer &) = delete;
    MjpegServer &operator=(const MjpegServer &) = delete;

    [[nodiscard]] int port() const { return m_port; }
    [[nodiscard]] std::string url() const { return "http://127.0.0.1:" + std::to_string(m_port) + "/camera.mjpg"; }

private:
    /// One part, and then the wait for the next one's time.
    bool send(httplib::DataSink &sink)
    {
        std::unique_lock lock(m_mutex);
        if (m_stopping)
            return false;
        const std::string jpeg = m_next(m_number++);
        if (!jpeg.empty()) {
            const std::string head = "--frame\r\nContent-Type: image/jpeg\r\nContent-Length: " + std::to_string(jpeg.size()) + "\r\n\r\n";
            const std::string part = head + jpeg + "\r\n";
            lock.unlock();
            if (!sink.write(part.data(), part.size()))
                return false;
            lock.lock();
        }
        m_changed.wait_for(lock, m_period, [this] { return m_stopping; });
        return !m_stopping;
    }

    NextPicture m_next;
    std::chrono::microseconds m_period;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_stopping = false;
    int m_number = 0;
    int m_port = -1;
    httplib::Server m_server;
    std::thread m_thread;
};

} // namespace menshen::test

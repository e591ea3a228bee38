// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/sim/SimServer.h"

#include "drivers/sim/SceneJson.h"
#include "drivers/sim/SimCamera.h"

#include <httplib.h>
#include <nlohmann/json.hpp>

#include <thread>

namespace menshen {

namespace {

constexpr const char *kHost = "127.0.0.1";
constexpr int kSendBuffer = 64 * 1024;
constexpr const char *kJson = "application/json";
constexpr const char *kText = "text/plain";

} // namespace

class SimServer::Http {
public:
    Http(const SimServerSettings &settings, SimWorld &world, DayPlayer &player)
        : m_world(world), m_player(player), m_camera(world, settings.picture, settings.framesPerSecond)
    {
        // httplib's default would let a second simulator listen on the same port without a word.
        m_server.set_socket_options([](socket_t socket) {
            const int yes = 1;
            setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
            // A viewer that falls behind misses pictures instead of seeing seconds-old ones.
            setsockopt(socket, SOL_SOCKET, SO_SNDBUF, &kSendBuffer, sizeof kSendBuffer);
        });
        m_server.set_tcp_nodelay(true);
        m_server.set_keep_alive_max_count(1); // an idle connection would hold up the stop
        m_server.set_read_timeout(1);
        m_server.set_write_timeout(1);
        addReads();
        addCommands();
    }

    ~Http()
    {
        m_camera.stop();
        m_server.stop();
    }

    Result<void> open(std::uint16_t port)
    {
        const int bound = port == 0 ? m_server.bind_to_any_port(kHost) : (m_server.bind_to_port(kHost, port) ? port : -1);
        if (bound <= 0) {
            return Error{ErrorCode::DeviceUnavailable, std::string{kHost} + ":" + std::to_string(port) + ": the port is taken"};
        }
        m_port = static_cast<std::uint16_t>(bound);
        m_thread = std::jthread([this] { m_server.listen_after_bind(); });
        // Before it runs httplib would not hear stop().
        while (!m_server.is_running()) {
            std::this_thread::yield();
        }
        return {};
    }

    [[nodiscard]] std::uint16_t port() const noexcept { return m_port; }

private:
    void addReads()
    {
        m_server.Get("/camera.mjpg", [this](const httplib::Request &, httplib::Response &response) { stream(response); });
        m_server.Get("/day", [this](const httplib::Request &, httplib::Response &response) {
            response.set_content(dayToJson(m_player.day()), kJson);
        });
        m_server.Get("/state", [this](const httplib::Request &, httplib::Response &response) {
            const nlohmann::json state{{"person", m_player.presentId()},
                                       {"gate_pulses", m_world.gatePulses()},
                                       {"finished", m_player.finished()},
                                       {"scene", nlohmann::json::parse(sceneToJson(m_world.scene()))}};
            response.set_content(state.dump(), kJson);
        });
    }

    void addCommands()
    {
        const auto change = [this](const httplib::Request &request, httplib::Response &response) { changeScene(request, response); };
        m_server.Post("/scene", change);
        m_server.Post("/fault", change);
        m_server.Post("/leave", [this](const httplib::Request &, httplib::Response &) { m_player.leave(); });
        m_server.Post(R"(/present/([\w-]+))", [this](const httplib::Request &request, httplib::Response &response) {
            if (const auto present = m_player.present(request.matches[1].str()); !present) {
                response.status = 404;
                response.set_content(present.error().detail + "\n", kText);
            }
        });
    }

    void changeScene(const httplib::Request &request, httplib::Response &response)
    {
        const auto change = sceneChangeFromJson(request.body);
        if (!change) {
            response.status = 400;
            response.set_content(change.error().detail + "\n", kText);
            return;
        }
        m_world.update(*change);
        response.set_content(sceneToJson(m_world.scene()), kJson);
    }

    void stream(httplib::Response &response)
    {
        if (!m_camera.isConnected()) {
            response.status = 503;
            return;
        }
        response.set_header("Cache-Control", "no-store");
        response.set_content_provider(streamContentType(),
                                      [this, viewer = std::make_shared<SimCamera::Viewer>()](std::size_t, httplib::DataSink &sink) {
                                          const auto part = m_camera.nextPart(*viewer);
                                          return part && (part->empty() || sink.write(part->data(), part->size()));
                                      });
    }

    SimWorld &m_world;
    DayPlayer &m_player;
    SimCamera m_camera;
    httplib::Server m_server;
    std::uint16_t m_port = 0;
    std::jthread m_thread; ///< last: joined before the server goes
};

Result<std::unique_ptr<SimServer>> SimServer::start(const SimServerSettings &settings, SimWorld &world, DayPlayer &player)
{
    auto http = std::make_unique<Http>(settings, world, player);
    if (auto opened = http->open(settings.port); !opened) {
        return opened.error();
    }
    return std::unique_ptr<SimServer>{new SimServer(std::move(http))};
}

SimServer::SimServer(std::unique_ptr<Http> http) : m_http(std::move(http)) {}
SimServer::~SimServer() = default;
std::uint16_t SimServer::port() const noexcept { return m_http->port(); }

} // namespace menshen

// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/duty/TlsListener.h"

#include "drivers/duty/Neighbourhood.h"

#include <condition_variable>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <system_error>
#include <unistd.h>

namespace menshen {

namespace {

constexpr int kBacklog = 256;                            ///< the library's own 5 makes a hundred phones wait a second for their second try
constexpr int kBehindTheDoor = 5;                        ///< nice
constexpr auto kPause = std::chrono::milliseconds(1000); ///< before listening anew
constexpr auto kGoodbye = std::chrono::milliseconds(500);

using Steady = std::chrono::steady_clock;

/// httplib's pool with an end: who accepts waits while too many wait already.
class BoundedPool final : public httplib::TaskQueue {
public:
    BoundedPool(std::size_t workers, std::size_t most) : m_pool(workers), m_most(most) {}

    void enqueue(std::function<void()> task) override
    {
        std::unique_lock lock(m_mutex);
        m_room.wait(lock, [this] { return m_waiting < m_most; });
        ++m_waiting;
        lock.unlock();
        m_pool.enqueue([this, task = std::move(task)] {
            {
                const std::scoped_lock taken(m_mutex);
                --m_waiting;
            }
            m_room.notify_one();
            task();
        });
    }
    void shutdown() override { m_pool.shutdown(); }

private:
    httplib::ThreadPool m_pool;
    const std::size_t m_most;
    std::mutex m_mutex;
    std::condition_variable m_room;
    std::size_t m_waiting = 0;
};

/// A request that has been read, and the answer to it.
class MemoryStream final : public httplib::Stream {
public:
    MemoryStream(const std::string &request, const std::string &address) : m_request(request), m_address(address) {}

    [[nodiscard]] bool is_readable() const override { return true; }
    [[nodiscard]] bool is_writable() const override { return true; }
    ssize_t read(char *to, std::size_t size) override
    {
        const std::size_t count = std::min(size, m_request.size() - m_read);
        std::memcpy(to, m_request.data() + m_read, count);
        m_read += count;
        return static_cast<ssize_t>(count);
    }
    ssize_t write(const char *from, std::size_t size) override
    {
        m_answer.append(from, size);
        return static_cast<ssize_t>(size);
    }
    void get_remote_ip_and_port(std::string &ip, int &port) const override
    {
        ip = m_address;
        port = 0;
    }
    void get_local_ip_and_port(std::string &ip, int &port) const override
    {
        ip.clear();
        port = 0;
    }
    [[nodiscard]] socket_t socket() const override { return 0; }

    [[nodiscard]] std::string takeAnswer() { return std::move(m_answer); }

private:
    const std::string &m_request;
    const std::string &m_address;
    std::size_t m_read = 0;
    std::string m_answer;
};

std::string addressOf(int socket)
{
    sockaddr_storage peer{};
    socklen_t size = sizeof peer;
    return ::getpeername(socket, reinterpret_cast<sockaddr *>(&peer), &size) == 0 ? writtenAddress(peer) : "?";
}

const char *reasonOf(int status)
{
    switch (status) {
    case 405:
        return "Method Not Allowed";
    case 411:
        return "Length Required";
    case 413:
        return "Payload Too Large";
    case 414:
        return "URI Too Long";
    case 421:
        return "Misdirected Request";
    case 431:
        return "Request Header Fields Too Large";
    case 505:
        return "HTTP Version Not Supported";
    default:
        return "Bad Request";
    }
}

} // namespace

/// One of a visitor's places among the workers.
class TlsListener::Place {
public:
    Place(TlsListener &listener, const std::string &address) : m_listener(listener), m_visitor(neighbourhoodOf(address))
    {
        const std::scoped_lock lock(listener.m_mutex);
        std::size_t &served = listener.m_served[m_visitor];
        m_taken = served < listener.m_limits.perAddress;
        served += m_taken ? 1 : 0;
    }
    ~Place()
    {
        const std::scoped_lock lock(m_listener.m_mutex);
        const auto served = m_listener.m_served.find(m_visitor);
        if (m_taken && --served->second == 0)
            m_listener.m_served.erase(served);
    }
    Place(const Place &) = delete;
    Place &operator=(const Place &) = delete;
    explicit operator bool() const noexcept { return m_taken; }

private:
    TlsListener &m_listener;
    const std::string m_visitor;
    bool m_taken = false;
};

TlsListener::TlsListener(TlsContext context, ListenerLimits limits, std::function<void(const std::string &)> warn)
    : m_context(std::move(context)), m_limits(limits), m_warn(std::move(warn)), m_stop(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
{
    new_task_queue = [limits] { return new BoundedPool(limits.workers, limits.waiting); }; // httplib deletes it
    // httplib's default, SO_REUSEPORT, would let another program listen on the same port without a word.
    set_socket_options([](socket_t socket) {
        const int yes = 1;
        ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    });
    set_tcp_nodelay(true);
    set_payload_max_length(limits.rules.longestBody);
}

TlsListener::~TlsListener()
{
    close();
    ::close(m_socket);
    ::close(m_stop);
}

void TlsListener::setEveryHeader(const httplib::Headers &headers)
{
    m_every = headers;
    set_default_headers(headers);
}

Result<std::uint16_t> TlsListener::bind(const std::string &address, std::uint16_t port)
{
    const int bound = port == 0 ? bind_to_any_port(address) : (bind_to_port(address, port) ? port : -1);
    if (bound <= 0)
        return Error{ErrorCode::DeviceUnavailable, address + ":" + std::to_string(port) +
                                                       ": the duty page cannot listen there: another program does, or the address is "
                                                       "not this machine's"};
    m_socket = ::fcntl(svr_sock_, F_DUPFD_CLOEXEC, 0);
    if (m_socket < 0 || ::listen(m_socket, kBacklog) != 0) {
        const int why = errno;
        ::close(svr_sock_); // else the next try would find the port taken by ourselves
        return Error{ErrorCode::DeviceUnavailable, std::string("the duty page cannot listen: ") + std::generic_category().message(why)};
    }
    return static_cast<std::uint16_t>(bound);
}

void TlsListener::startListening()
{
    m_thread = std::jthread([this] { keepListening(); });
}

bool TlsListener::isClosing(std::chrono::milliseconds patience) const
{
    pollfd stop{m_stop, POLLIN, 0};
    return ::poll(&stop, 1, static_cast<int>(patience.count())) > 0;
}

void TlsListener::keepListening()
{
    while (true) {
        // It ends not only when it is told to: also when accept() fails otherwise than by EMFILE, for want of memory or of
        // the machine's descriptors. The socket that it closes then is a duplicate: the port stays ours.
        try {
            listen_after_bind();
        } catch (const std::exception &) { // no memory for its workers
            ::close(svr_sock_);
        }
        if (isClosing({}))
            return;
        m_warn("accepting ended unasked; it begins anew");
        do {
            if (isClosing(kPause))
                return;
        } while (::listen(m_socket, kBacklog) != 0 || (svr_sock_ = ::fcntl(m_socket, F_DUPFD_CLOEXEC, 0)) < 0);
        if (isClosing({})) { // close() came before listen() and ended nothing
            ::close(svr_sock_);
            return;
        }
    }
}

void TlsListener::close()
{
    const std::uint64_t one = 1;
    [[maybe_unused]] const auto written = ::write(m_stop, &one, sizeof one);
    if (m_thread.joinable()) {
        ::shutdown(m_socket, SHUT_RDWR); // ends accept(), also one that is only about to begin; httplib's stop() would miss that one
        m_thread.join();
    }
}

bool TlsListener::process_and_close_socket(socket_t socket)
{
    // Whoever reads here comes after the door: its engine, eye and ledger share these processors.
    [[maybe_unused]] static thread_local const int behind = ::setpriority(PRIO_PROCESS, static_cast<id_t>(::gettid()), kBehindTheDoor);
    const std::string address = addressOf(socket);
    if (const Place place(*this, address); place) {
        try {
            serve(socket, address);
        } catch (const std::exception &) { // out of memory: this one visitor goes without an answer
        }
    }
    ::shutdown(socket, SHUT_RDWR);
    ::close(socket);
    return true;
}

void TlsListener::serve(socket_t socket, const std::string &address)
{
    TlsConnection connection(*m_context, socket, m_stop);
    const auto deadline = Steady::now() + m_limits.request;
    if (!connection.shakeHands(std::min(Steady::now() + m_limits.handshake, deadline)))
        return;
    const std::size_t longest = m_limits.rules.longestHead;
    std::string request;
    std::size_t head = std::string::npos;
    while (head == std::string::npos && request.size() <= longest) {
        const std::size_t searched = request.size() < 3 ? 0 : request.size() - 3;
        if (!connection.readSome(request, longest + 1 - request.size(), deadline))
            return;
        head = request.find("\r\n\r\n", searched);
    }
    const std::size_t headSize = head == std::string::npos ? request.size() : head + 4;
    const HeadVerdict verdict = judgeHead(std::string_view(request).substr(0, headSize), m_host, m_limits.rules);
    if (verdict.refusal == 0) {
        request.reserve(headSize + verdict.body);
        while (request.size() < headSize + verdict.body) {
            if (!connection.readSome(request, headSize + verdict.body - request.size(), deadline))
                return;
        }
        request.resize(headSize + verdict.body); // what follows is not looked at: the connection ends with the answer
    }
    const std::string answer = verdict.refusal == 0 ? answerTo(request, address) : refusal(verdict.refusal);
    if (!connection.write(answer, Steady::now() + m_limits.answer))
        return;
    // What is refused may still be arriving: closed at once, the answer would be lost with it.
    connection.end(Steady::now() + (verdict.refusal == 0 ? std::chrono::milliseconds(0) : kGoodbye));
}

std::string TlsListener::answerTo(const std::string &request, const std::string &address)
{
    MemoryStream stream(request, address);
    bool closed = true;
    process_request(stream, true, closed, [](httplib::Request &parsed) {
        parsed.headers.erase("Accept-Encoding"); // a page with a secret in it is not compressed: its size would tell
        parsed.headers.erase("Range");
        parsed.ranges.clear();
    });
    return stream.takeAnswer();
}

std::string TlsListener::refusal(int status) const
{
    const std::string text = reasonOf(status);
    std::string answer = "HTTP/1.1 " + std::to_string(status) + " " + text + "\r\nConnection: close\r\nContent-Type: text/plain\r\n";
    for (const auto &[name, value] : m_every)
        answer += name + ": " + value + "\r\n";
    return answer + "Content-Length: " + std::to_string(text.size() + 1) + "\r\n\r\n" + text + "\n";
}

} // namespace menshen

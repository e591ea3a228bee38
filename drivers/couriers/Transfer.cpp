// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/couriers/Transfer.h"

#include "drivers/couriers/Lifeline.h"

#include <sys/socket.h>

#include <algorithm>
#include <new>

namespace menshen {

namespace {

constexpr long kLongestConnectMs = 5'000;
constexpr int kPollMs = 1'000;

bool curlReady()
{
    static const bool ready = curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
    return ready;
}

CURL *newHandle() { return curlReady() ? curl_easy_init() : nullptr; }

struct FreeMulti {
    void operator()(CURLM *multi) const noexcept { curl_multi_cleanup(multi); }
};

ErrorCode codeOf(CURLcode failure)
{
    switch (failure) {
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_CONNECT:
    case CURLE_GOT_NOTHING:
    case CURLE_SEND_ERROR:
    case CURLE_RECV_ERROR:
    case CURLE_SSL_CONNECT_ERROR: // also what a plain server on the port looks like, and a line cut in the handshake
        return ErrorCode::DeviceUnavailable;
    case CURLE_OPERATION_TIMEDOUT:
        return ErrorCode::DeviceTimeout;
    case CURLE_ABORTED_BY_CALLBACK:
        return ErrorCode::Cancelled;
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_USE_SSL_FAILED:
    case CURLE_URL_MALFORMAT:
    case CURLE_UNSUPPORTED_PROTOCOL:
        return ErrorCode::BadConfig;
    case CURLE_LOGIN_DENIED:
        return ErrorCode::Denied;
    case CURLE_OUT_OF_MEMORY:
    case CURLE_FAILED_INIT:
        return ErrorCode::Internal;
    default:
        return ErrorCode::DeviceProtocol;
    }
}

/// Drives the handle until it is done. Another thread that stops us wakes the poll.
CURLcode driven(CURL *easy, const std::stop_token &stop)
{
    Lifeline lifeline(easy); // outlives the connections of `multi`
    const std::unique_ptr<CURLM, FreeMulti> multi(curl_multi_init());
    if (!multi || curl_multi_add_handle(multi.get(), easy) != CURLM_OK)
        return CURLE_FAILED_INIT;
    CURLcode ended = CURLE_ABORTED_BY_CALLBACK;
    const std::stop_callback wake(stop, [&] {
        curl_multi_wakeup(multi.get());
        lifeline.cut(SHUT_RDWR);
    });
    int running = 1;
    while (running > 0 && !stop.stop_requested()) {
        if (curl_multi_perform(multi.get(), &running) != CURLM_OK) {
            ended = CURLE_FAILED_INIT;
            break;
        }
        if (running > 0)
            curl_multi_poll(multi.get(), nullptr, 0, kPollMs, nullptr);
    }
    lifeline.cut(SHUT_RD); // what we came for is here, or will not come
    int left = 0;
    while (const CURLMsg *message = curl_multi_info_read(multi.get(), &left)) {
        if (message->msg == CURLMSG_DONE)
            ended = message->data.result;
    }
    curl_multi_remove_handle(multi.get(), easy);
    return stop.stop_requested() && ended != CURLE_OK ? CURLE_ABORTED_BY_CALLBACK : ended;
}

} // namespace

Transfer::Transfer(Micros timeout, const std::string &caFile) : m_easy(newHandle())
{
    if (!m_easy)
        return;
    const auto millis = static_cast<long>(timeout / 1ms);
    CURL *easy = m_easy.get();
    curl_easy_setopt(easy, CURLOPT_ERRORBUFFER, m_words.data());
    curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, millis);
    curl_easy_setopt(easy, CURLOPT_SERVER_RESPONSE_TIMEOUT, std::max(millis / 1000, 1L)); // of a QUIT, which no other one ends
    curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS, std::min(millis, kLongestConnectMs));
    curl_easy_setopt(easy, CURLOPT_QUICK_EXIT, 1L); // do not wait for a resolver that hangs
    curl_easy_setopt(easy, CURLOPT_PROXY, "");
    curl_easy_setopt(easy, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    if (!caFile.empty())
        curl_easy_setopt(easy, CURLOPT_CAINFO, caFile.c_str());
}

Result<void> Transfer::run(const std::stop_token &stop)
{
    m_failure = m_easy ? driven(m_easy.get(), stop) : CURLE_FAILED_INIT;
    if (m_failure == CURLE_OK)
        return {};
    const std::string words = m_words[0] != '\0' ? m_words.data() : curl_easy_strerror(m_failure);
    return Error{codeOf(m_failure), m_failure == CURLE_ABORTED_BY_CALLBACK ? "stopped" : words};
}

int Transfer::status() const
{
    long code = 0;
    if (m_easy)
        curl_easy_getinfo(m_easy.get(), CURLINFO_RESPONSE_CODE, &code);
    return static_cast<int>(code);
}

void TextList::add(const std::string &text)
{
    auto *longer = curl_slist_append(m_list, text.c_str());
    if (longer == nullptr)
        throw std::bad_alloc();
    m_list = longer;
}

} // namespace menshen

// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/couriers/HttpPost.h"

#include "drivers/couriers/Deliveries.h"
#include "drivers/couriers/Transfer.h"

#include <algorithm>
#include <string_view>

namespace menshen {

namespace {

constexpr std::size_t kLargestBody = 64UL * 1024;
constexpr Micros kAnHour = 3600s, kAMinute = 60s;
constexpr int kTooManyRequests = 429, kRequestTimeout = 408, kTooEarly = 425, kUnauthorized = 401, kForbidden = 403;

struct FreeUrl {
    void operator()(CURLU *url) const noexcept { curl_url_cleanup(url); }
};

std::string partOf(CURLU *url, CURLUPart part)
{
    char *found = nullptr;
    if (curl_url_get(url, part, &found, 0) != CURLUE_OK)
        return {};
    std::string text(found);
    curl_free(found);
    return text;
}

/// Takes what comes, up to the largest body; less than was given makes libcurl end the transfer.
std::size_t takeBody(char *data, std::size_t /*one*/, std::size_t size, void *body)
{
    auto &taken = *static_cast<std::string *>(body);
    const auto room = std::min(size, kLargestBody - taken.size());
    taken.append(data, room);
    return room;
}

void prepare(CURL *easy, const HttpRequest &request, const TextList &headers, std::string &body)
{
    curl_easy_setopt(easy, CURLOPT_URL, request.url.c_str());
    curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(easy, CURLOPT_HTTPHEADER, headers.get());
    curl_easy_setopt(easy, CURLOPT_POSTFIELDS, request.body.data()); // before the size: it is not copied
    curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
    curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, takeBody);
    curl_easy_setopt(easy, CURLOPT_WRITEDATA, &body);
    curl_easy_setopt(easy, CURLOPT_FORBID_REUSE, 1L);
}

std::optional<Micros> retryAfterOf(CURL *easy)
{
    curl_off_t seconds = 0;
    curl_easy_getinfo(easy, CURLINFO_RETRY_AFTER, &seconds);
    if (seconds <= 0)
        return {};
    return std::min<Micros>(std::chrono::seconds(std::min<curl_off_t>(seconds, 86'400)), kAnHour);
}

} // namespace

Result<void> checkedUrl(const std::string &url)
{
    const Error wrong{ErrorCode::BadConfig, "the address must begin with https:// (http:// only on this machine)"};
    const std::unique_ptr<CURLU, FreeUrl> parsed(curl_url());
    if (!parsed || curl_url_set(parsed.get(), CURLUPART_URL, url.c_str(), 0) != CURLUE_OK)
        return wrong;
    const auto scheme = partOf(parsed.get(), CURLUPART_SCHEME);
    const auto host = partOf(parsed.get(), CURLUPART_HOST);
    const bool here = host == "127.0.0.1" || host == "[::1]" || host == "localhost";
    return scheme == "https" || (scheme == "http" && here) ? Result<void>{} : wrong;
}

Result<HttpAnswer> post(const HttpRequest &request, const std::stop_token &stop)
{
    if (auto checked = checkedUrl(request.url); !checked)
        return checked.error();
    HttpAnswer answer;
    TextList headers;
    headers.add("Content-Type: application/json; charset=utf-8");
    headers.add("Expect:"); // no round trip more for a large body
    for (const auto &header : request.headers)
        headers.add(header);
    Transfer transfer(request.timeout, request.caFile);
    if (transfer.handle() != nullptr)
        prepare(transfer.handle(), request, headers, answer.body);
    if (auto run = transfer.run(stop); !run && transfer.failure() != CURLE_WRITE_ERROR) // a body too large is cut, not lost
        return run.error();
    answer.status = transfer.status();
    answer.retryAfter = retryAfterOf(transfer.handle());
    return answer;
}

std::optional<Delivery> refusalByStatus(const HttpAnswer &answer)
{
    const int status = answer.status;
    if (status >= 200 && status < 300)
        return {};
    const auto words = "HTTP " + std::to_string(status);
    if (status == kTooManyRequests)
        return tryLater(answer.retryAfter.value_or(kAMinute), {ErrorCode::DeviceBusy, words}, words);
    if (status >= 500 || status == kRequestTimeout || status == kTooEarly)
        return tryLater(answer.retryAfter.value_or(kAMinute), {ErrorCode::DeviceProtocol, words}, words);
    if (status == kUnauthorized || status == kForbidden)
        return failed({ErrorCode::Denied, words}, words);
    return failed({ErrorCode::BadConfig, words + ": is the address right?"}, words);
}

} // namespace menshen

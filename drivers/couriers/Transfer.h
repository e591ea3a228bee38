// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Result.h"
#include "menshen/core/Units.h"

#include <curl/curl.h>

#include <array>
#include <memory>
#include <stop_token>
#include <string>

namespace menshen {

/// One exchange over libcurl, with what every courier wants of it: no signals, certificates checked, no proxy out of the
/// environment, a timeout over the whole that also holds while a name is resolved. One thread.
class Transfer {
public:
    /// `caFile`: what to trust instead of the system's certificates; empty: the system's.
    Transfer(Micros timeout, const std::string &caFile);
    Transfer(const Transfer &) = delete;
    Transfer &operator=(const Transfer &) = delete;

    /// Null when libcurl could not be initialised; run() then says so.
    [[nodiscard]] CURL *handle() const noexcept { return m_easy.get(); }

    /// Runs to its end, or until `stop`, at once. What libcurl failed with is in `failure` too, for those who know better
    /// what it means: DeviceUnavailable, DeviceTimeout, DeviceProtocol, BadConfig (certificate, address), Cancelled.
    [[nodiscard]] Result<void> run(const std::stop_token &stop);
    [[nodiscard]] CURLcode failure() const noexcept { return m_failure; }
    /// The last code of the other side; 0: none came.
    [[nodiscard]] int status() const;

private:
    struct Free {
        void operator()(CURL *easy) const noexcept { curl_easy_cleanup(easy); }
    };

    std::array<char, CURL_ERROR_SIZE> m_words{}; ///< libcurl writes to it as long as the handle lives
    std::unique_ptr<CURL, Free> m_easy;
    CURLcode m_failure = CURLE_OK;
};

/// A list of headers or recipients.
class TextList {
public:
    TextList() = default;
    ~TextList() { curl_slist_free_all(m_list); }
    TextList(const TextList &) = delete;
    TextList &operator=(const TextList &) = delete;

    void add(const std::string &text);
    [[nodiscard]] curl_slist *get() const noexcept { return m_list; }

private:
    curl_slist *m_list = nullptr;
};

} // namespace menshen

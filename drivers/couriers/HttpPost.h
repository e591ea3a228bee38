// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Result.h"
#include "menshen/ports/Courier.h"

#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace menshen {

/// JSON to be posted.
struct HttpRequest {
    std::string url; ///< may be a secret: it appears in no error
    std::vector<std::string> headers;
    std::string body;
    std::string caFile;
    Micros timeout = 15s;
};

struct HttpAnswer {
    int status = 0;
    std::string body; ///< its first 64 KiB
    std::optional<Micros> retryAfter;
};

/// BadConfig unless it is https, or http on this machine: the link in a message is a key to an alert.
[[nodiscard]] Result<void> checkedUrl(const std::string &url);

/// Follows no redirections. Errors as Transfer::run(); a status that tells of a failure is an answer.
[[nodiscard]] Result<HttpAnswer> post(const HttpRequest &request, const std::stop_token &stop);

/// What a status other than 2xx means; absent for 2xx.
[[nodiscard]] std::optional<Delivery> refusalByStatus(const HttpAnswer &answer);

} // namespace menshen

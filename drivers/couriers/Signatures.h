// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Units.h"

#include <string>
#include <string_view>

namespace menshen {

// How robots and webhooks know that it is us. Source: reference/escalation.md.

/// The `sign` of DingTalk, to be put into its address as it is. `at` in whole milliseconds is the `timestamp` beside it.
[[nodiscard]] std::string dingTalkSign(std::string_view secret, std::chrono::milliseconds at);
/// The `sign` of Feishu; `at` is the `timestamp` beside it.
[[nodiscard]] std::string feishuSign(std::string_view secret, std::chrono::seconds at);
/// HMAC-SHA256 over "<seconds>.<body>", hexadecimal: a body that is sent again later has another time, hence another sign.
[[nodiscard]] std::string webhookSign(std::string_view key, std::chrono::seconds at, std::string_view body);

[[nodiscard]] std::string base64(std::string_view bytes);

} // namespace menshen

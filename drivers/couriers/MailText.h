// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/ports/Courier.h"

#include <string>
#include <string_view>
#include <vector>

namespace menshen {

/// Whether a mail server can be told this address: ASCII, one `@`, nothing that ends a command or begins another.
[[nodiscard]] bool isMailAddress(std::string_view text);

/// RFC 2047: a header's text, in as many encoded words as it takes; control characters are left out. Plain ASCII stays.
[[nodiscard]] std::string headerWords(std::string_view text);

/// RFC 5322, in UTC.
[[nodiscard]] std::string mailDate(WallTime at);

/// The header lines of one attempt; those of the MIME parts are not among them. `to` holds places in `message.to`.
[[nodiscard]] std::vector<std::string> mailHeaders(const CourierMessage &message, const std::string &from,
                                                   const std::vector<std::size_t> &to);

/// One reply of a mail server, its last line.
struct MailReply {
    int code = 0;
    std::string line;
};

/// The replies among the lines of a session, as they came, without the one to a QUIT (221). What is none is left out.
[[nodiscard]] std::vector<MailReply> mailReplies(std::string_view session);

/// Of `count` recipients those that were refused: their replies stand before the one to DATA (354). Empty when there is none.
[[nodiscard]] std::vector<std::size_t> refusedRecipients(const std::vector<MailReply> &replies, std::size_t count);

} // namespace menshen

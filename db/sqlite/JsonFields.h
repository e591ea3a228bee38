// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/sqlite/EnumNames.h"
#include "db/sqlite/StoredText.h"

#include <limits>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace menshen {

/// Keeps the order in which fields were put: a body reads as it was written, and answers stay in the plan's order.
using Json = nlohmann::ordered_json;

[[nodiscard]] inline std::string dumped(const Json &value) { return value.dump(-1, ' ', false, Json::error_handler_t::replace); }

/// Without the parser's own message: it quotes what it stumbled over, which may be personal data.
[[nodiscard]] inline Json parsed(std::string_view text)
{
    auto value = Json::parse(text, nullptr, false);
    if (value.is_discarded())
        throw DecodeError("not JSON");
    return value;
}

[[nodiscard]] inline std::string text(const Json &from, const char *key) { return from.at(key).get<std::string>(); }

[[nodiscard]] inline std::int64_t whole(const Json &from, const char *key) { return from.at(key).get<std::int64_t>(); }

[[nodiscard]] inline HallDay day(const Json &from, const char *key) { return dayFromText(from.at(key).get_ref<const std::string &>()); }

template <typename E>
[[nodiscard]] E named(const Json &from, const char *key)
{
    return enumNamed<E>(from.at(key).get_ref<const std::string &>());
}

template <typename E>
[[nodiscard]] std::optional<E> optionalNamed(const Json &from, const char *key)
{
    if (!from.contains(key))
        return std::nullopt;
    return named<E>(from, key);
}

template <typename E>
void putNamed(Json &to, const char *key, const std::optional<E> &value)
{
    if (value)
        to[key] = nameOf(*value);
}

} // namespace menshen

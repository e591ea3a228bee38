// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Chain.h"

#include <bit>
#include <cstdint>
#include <string>
#include <string_view>

namespace menshen {

/// Lays values one behind the other so that no two lists of values give the same bytes. Integers are little-endian.
class FieldBytes {
public:
    explicit FieldBytes(std::string &target) : m_target(target) { m_target.clear(); }

    /// As it is: for what always has the same length.
    FieldBytes &fixed(std::string_view bytes)
    {
        m_target.append(bytes);
        return *this;
    }
    template <typename Tag, std::size_t Size>
    FieldBytes &fixed(const Bytes<Tag, Size> &value)
    {
        m_target.append(reinterpret_cast<const char *>(value.bytes.data()), Size);
        return *this;
    }
    FieldBytes &number(std::int64_t value)
    {
        static_assert(std::endian::native == std::endian::little);
        m_target.append(reinterpret_cast<const char *>(&value), sizeof value);
        return *this;
    }
    /// Behind its length.
    FieldBytes &text(std::string_view bytes) { return number(static_cast<std::int64_t>(bytes.size())).fixed(bytes); }
    /// 0 for an absent value, which is not the same as an empty one; 1 before a present one.
    FieldBytes &present(bool there)
    {
        m_target.push_back(there ? '\1' : '\0');
        return *this;
    }

private:
    std::string &m_target;
};

/// Bytes as libsodium wants them.
[[nodiscard]] inline const unsigned char *raw(std::string_view bytes) { return reinterpret_cast<const unsigned char *>(bytes.data()); }
[[nodiscard]] inline unsigned char *raw(std::string &bytes) { return reinterpret_cast<unsigned char *>(bytes.data()); }

} // namespace menshen

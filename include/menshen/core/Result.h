// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cassert>
#include <string>
#include <utility>
#include <variant>

namespace menshen {

/// What went wrong, for code to branch on and for the UI to put into words.
enum class ErrorCode {
    BadConfig,          ///< a settings file or a profile: detail names file, line, key, value and what would be right
    BadInput,           ///< a value given by a person or a caller
    NotFound,           ///< a file, a device node, an entry
    DeviceUnavailable,  ///< cannot be opened or has gone
    DeviceTimeout,      ///< did not answer in time
    DeviceProtocol,     ///< answered, but not what its protocol says
    DeviceBusy,         ///< another program uses it
    PictureBlack,       ///< the camera delivers, but all is dark: covered, or no light
    PictureOverexposed, ///< the camera delivers, but almost all is white
    PictureFrozen,      ///< the camera delivers the same picture again and again
    DiskFull,
    Storage,      ///< the ledger's file cannot be read or written
    Damaged,      ///< the ledger's file is cut, changed or unreadable in places
    SchemaTooNew, ///< the ledger was written by a newer Menshen
    SchemaTooOld, ///< the ledger was written by a Menshen of before seals and chains
    KeyMissing,   ///< the ledger is there, the station's key is not
    WrongKey,     ///< a key or passphrase that does not open this ledger
    WrongStation, ///< the ledger of another station
    Denied,       ///< wrong PIN or too many tries
    Cancelled,    ///< a person asked to stop
    Internal
};

/// An expected failure. `detail` is English for the log, never a text for the user, never personal data.
struct Error {
    ErrorCode code = ErrorCode::Internal;
    std::string detail;

    friend bool operator==(const Error &, const Error &) = default;
};

/// A value or the Error that stands in its place; shaped like C++23's std::expected, which will replace it.
template <typename T>
class [[nodiscard]] Result {
public:
    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) {}

    [[nodiscard]] bool has_value() const noexcept { return m_state.index() == 0; }
    explicit operator bool() const noexcept { return has_value(); }

    [[nodiscard]] T &value() & { return std::get<0>(m_state); }
    [[nodiscard]] const T &value() const & { return std::get<0>(m_state); }
    [[nodiscard]] T &&value() && { return std::get<0>(std::move(m_state)); }
    T &operator*() & { return value(); }
    const T &operator*() const & { return value(); }
    T &&operator*() && { return std::move(*this).value(); }
    T *operator->() { return &value(); }
    const T *operator->() const { return &value(); }

    [[nodiscard]] const Error &error() const { return std::get<1>(m_state); }

private:
    std::variant<T, Error> m_state;
};

template <>
class [[nodiscard]] Result<void> {
public:
    Result() = default;
    Result(Error error) : m_error(std::move(error)), m_failed(true) {}

    [[nodiscard]] bool has_value() const noexcept { return !m_failed; }
    explicit operator bool() const noexcept { return has_value(); }
    [[nodiscard]] const Error &error() const
    {
        assert(m_failed);
        return m_error;
    }

private:
    Error m_error;
    bool m_failed = false;
};

} // namespace menshen

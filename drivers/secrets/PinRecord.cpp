// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/secrets/PinRecord.h"

#include "drivers/secrets/CheckedText.h"
#include "drivers/secrets/PinRules.h"
#include "drivers/secrets/SmallFile.h"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <sstream>

namespace menshen {

namespace {

constexpr std::string_view kMagic = "menshen-pin-1";
constexpr std::string_view kTemporary = "temporary";

using HashText = std::array<char, crypto_pwhash_STRBYTES>;

const Error kNoSodium{ErrorCode::Internal, "libsodium cannot be initialised"};

/// A copy as libsodium wants it: all its bytes there, zeros behind the text.
HashText padded(const std::string &hash)
{
    HashText text{};
    std::copy_n(hash.begin(), std::min(hash.size(), text.size() - 1), text.begin());
    return text;
}

bool matches(const std::string &hash, std::string_view pin)
{
    auto text = padded(hash);
    const bool right = crypto_pwhash_str_verify(text.data(), pin.data(), pin.size()) == 0;
    sodium_memzero(text.data(), text.size());
    return right;
}

bool isHash(const std::string &hash)
{
    const auto text = padded(hash);
    return hash.size() < text.size() && hash.starts_with(crypto_pwhash_STRPREFIX) &&
           crypto_pwhash_str_needs_rehash(text.data(), crypto_pwhash_OPSLIMIT_INTERACTIVE, crypto_pwhash_MEMLIMIT_INTERACTIVE) >= 0;
}

std::int64_t secondsUp(Micros wait) { return std::chrono::ceil<std::chrono::seconds>(wait).count(); }

} // namespace

Result<std::string> hashedPin(std::string_view pin)
{
    if (!sodiumReady())
        return kNoSodium;
    HashText text{};
    if (crypto_pwhash_str(text.data(), pin.data(), pin.size(), crypto_pwhash_OPSLIMIT_INTERACTIVE, crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0)
        return Error{ErrorCode::Internal, "not enough memory to hash a PIN"};
    std::string hash(text.data());
    sodium_memzero(text.data(), text.size());
    return hash;
}

Result<std::optional<PinRecord>> loadPin(const std::filesystem::path &file)
{
    if (!sodiumReady())
        return kNoSodium;
    auto content = readSmallFile(file);
    if (!content)
        return content.error();
    if (!*content)
        return std::optional<PinRecord>{};

    const Error damaged{ErrorCode::Storage,
                        file.string() + ": the PIN file is damaged; restore it from a backup, or remove it and set a new PIN"};
    const auto text = withoutChecksum(**content);
    if (!text)
        return damaged;
    std::istringstream in{std::string(*text)};
    std::string magic;
    PinRecord record;
    std::int64_t micros = 0;
    if (!(in >> magic >> record.hash >> record.failures >> micros) || magic != kMagic || !isHash(record.hash) || record.failures < 0)
        return damaged;
    record.lastFailure = WallTime{Micros{micros}};
    if (std::string mark; in >> mark) {
        if (mark != kTemporary)
            return damaged;
        record.temporary = true;
    }
    return std::optional(record);
}

Result<void> storePin(const std::filesystem::path &file, const PinRecord &record)
{
    std::ostringstream out;
    out << kMagic << '\n' << record.hash << '\n' << record.failures << '\n' << record.lastFailure.time_since_epoch().count() << '\n';
    if (record.temporary)
        out << kTemporary << '\n';
    return replaceSmallFile(file, withChecksum(out.str()));
}

Micros PinTries::remainingWait(const PinRecord &record)
{
    const auto wait = pinWait(record.failures);
    // The wall clock is asked once, after a restart; set back or ahead later it changes nothing. Set back before that
    // the whole wait begins anew: it is never shortened.
    if (!m_anchor || m_anchor->lastFailure != record.lastFailure) {
        const auto since = m_clock.wall() - record.lastFailure;
        m_anchor = Anchor{record.lastFailure, m_clock.mono() - (since < Micros{} ? Micros{} : std::min(since, wait))};
    }
    return std::max(Micros{}, wait - (m_clock.mono() - m_anchor->at));
}

Result<void> PinTries::check(std::string_view pin, PinRecord record, const std::function<Result<void>(const PinRecord &)> &store)
{
    if (const auto remaining = remainingWait(record); remaining > Micros{})
        return Error{ErrorCode::Denied, "too many wrong PINs: wait " + std::to_string(secondsUp(remaining)) + " s"};
    ++record.failures;
    record.lastFailure = m_clock.wall();
    m_anchor = Anchor{record.lastFailure, m_clock.mono()};
    if (auto stored = store(record); !stored)
        return stored;
    if (!matches(record.hash, pin)) {
        const auto wait = pinWait(record.failures);
        return Error{ErrorCode::Denied, wait > Micros{} ? "wrong PIN: wait " + std::to_string(secondsUp(wait)) + " s" : "wrong PIN"};
    }
    record.failures = 0;
    return store(record);
}

} // namespace menshen

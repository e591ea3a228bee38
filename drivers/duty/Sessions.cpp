// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/duty/Sessions.h"

#include <sodium.h>

#include <algorithm>
#include <array>

namespace menshen {

namespace {

constexpr std::size_t kNameBytes = 32;
constexpr std::size_t kLongestName = 64;

std::string base64Url(const unsigned char *bytes, std::size_t size)
{
    constexpr int variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
    std::string text(sodium_base64_encoded_len(size, variant), '\0');
    sodium_bin2base64(text.data(), text.size(), bytes, size, variant);
    text.pop_back(); // sodium ends it with a zero
    return text;
}

SecretKey freshKey()
{
    SecretKey key;
    randombytes_buf(key.data(), SecretKey::kSize);
    return key;
}

std::string hashOf(std::string_view name)
{
    std::array<unsigned char, crypto_generichash_BYTES> hash{};
    crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char *>(name.data()), name.size(), nullptr, 0);
    return {hash.begin(), hash.end()};
}

} // namespace

Sessions::Sessions() : m_key(freshKey()) {}

std::string Sessions::stranger()
{
    std::array<unsigned char, kNameBytes> bytes{};
    randombytes_buf(bytes.data(), bytes.size());
    return base64Url(bytes.data(), bytes.size());
}

std::string Sessions::begin(Session session, std::string_view before, MonoTime now)
{
    std::string name = stranger();
    const std::scoped_lock lock(m_mutex);
    m_open.erase(hashOf(before));
    std::erase_if(m_open, [now](const auto &each) { return each.second.until <= now; });
    if (m_open.size() >= kMost)
        m_open.erase(std::ranges::min_element(m_open, {}, [](const auto &each) { return each.second.until; }));
    session.until = now + kLasts;
    m_open.emplace(hashOf(name), std::move(session));
    return name;
}

std::string Sessions::opened(EntrySeq alert, std::string_view before, MonoTime now)
{
    Session session = find(before, now).value_or(Session{});
    if (session.alerts.size() >= kMostAlerts)
        session.alerts.erase(session.alerts.begin());
    session.alerts.insert(alert);
    if (!session.person)
        return begin(std::move(session), before, now);
    const MonoTime until = session.until; // a link does not make somebody's PIN last longer
    std::string name = begin(std::move(session), before, now);
    const std::scoped_lock lock(m_mutex);
    if (const auto found = m_open.find(hashOf(name)); found != m_open.end())
        found->second.until = until;
    return name;
}

std::string Sessions::signedIn(PinHolder person, std::string_view before, MonoTime now)
{
    Session session;
    session.person = std::move(person);
    return begin(std::move(session), before, now);
}

std::optional<Session> Sessions::find(std::string_view name, MonoTime now)
{
    if (name.empty() || name.size() > kLongestName)
        return {};
    const std::scoped_lock lock(m_mutex);
    const auto found = m_open.find(hashOf(name));
    if (found == m_open.end() || found->second.until <= now)
        return {};
    return found->second;
}

void Sessions::end(std::string_view name)
{
    const std::scoped_lock lock(m_mutex);
    m_open.erase(hashOf(name));
}

std::string Sessions::formToken(std::string_view cookie) const
{
    std::array<unsigned char, crypto_auth_hmacsha256_BYTES> mac{};
    crypto_auth_hmacsha256(mac.data(), reinterpret_cast<const unsigned char *>(cookie.data()), cookie.size(), m_key.bytes().data());
    return base64Url(mac.data(), mac.size());
}

bool Sessions::isFormToken(std::string_view token, std::string_view cookie) const
{
    const std::string right = formToken(cookie);
    return !cookie.empty() && token.size() == right.size() && sodium_memcmp(token.data(), right.data(), right.size()) == 0;
}

} // namespace menshen

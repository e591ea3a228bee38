// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/seal/KeySlots.h"

#include "db/seal/FieldBytes.h"
#include "db/seal/Sealing.h"

#include <sodium.h>

#include <algorithm>
#include <cstring>

namespace menshen {
namespace {

constexpr std::string_view kSlotPurpose = "slot";
constexpr std::string_view kGuardMark = "menshen-slot-guard-1";
constexpr char kForm = 1; ///< of a slot's content, its first byte
constexpr std::size_t kShortest = 12;

/// What a passphrase's slot is made of: 1 byte form, then these.
struct PassphraseParts {
    std::int64_t passes = 0, memory = 0; ///< Argon2id's, in bytes
    std::array<std::uint8_t, crypto_pwhash_SALTBYTES> salt{};
    std::array<std::uint8_t, crypto_box_PUBLICKEYBYTES> lock{}; ///< the X25519 key that the passphrase leads to
    std::array<std::uint8_t, SecretKey::kSize + crypto_box_SEALBYTES> box{};
    std::array<std::uint8_t, 32> guard{}; ///< keyed hash of all before, under the root
};

// A slot that asks for more was not made by this program; believing it would let a file eat all memory.
constexpr std::int64_t kMostPasses = 16;
constexpr std::int64_t kMostMemory = std::int64_t{1} << 30;

const Error kWrong{ErrorCode::WrongKey, "this key or passphrase does not open the ledger"};
const Error kOtherKind{ErrorCode::WrongKey, "the ledger opens with a secret of another kind (key or passphrase)"};
const Error kDamaged{ErrorCode::Damaged, "a key slot of the ledger is damaged"};

template <std::size_t Size>
std::string_view viewOf(const std::array<std::uint8_t, Size> &bytes)
{
    return {reinterpret_cast<const char *>(bytes.data()), Size};
}

/// The whole content, or all of it but the guard.
std::string contentOf(const PassphraseParts &parts, bool withGuard)
{
    std::string content;
    FieldBytes bytes(content);
    bytes.fixed({&kForm, 1}).number(parts.passes).number(parts.memory);
    bytes.fixed(viewOf(parts.salt)).fixed(viewOf(parts.lock)).fixed(viewOf(parts.box));
    if (withGuard)
        bytes.fixed(viewOf(parts.guard));
    return content;
}

std::optional<PassphraseParts> partsOf(std::string_view content)
{
    PassphraseParts parts;
    if (content.size() != contentOf(parts, true).size() || content.front() != kForm)
        return std::nullopt;
    content.remove_prefix(1);
    const auto take = [&content](void *target, std::size_t size) {
        std::memcpy(target, content.data(), size);
        content.remove_prefix(size);
    };
    take(&parts.passes, sizeof parts.passes);
    take(&parts.memory, sizeof parts.memory);
    take(parts.salt.data(), parts.salt.size());
    take(parts.lock.data(), parts.lock.size());
    take(parts.box.data(), parts.box.size());
    take(parts.guard.data(), parts.guard.size());
    const auto within = [](std::int64_t value, std::int64_t least, std::int64_t most) { return value >= least && value <= most; };
    if (!within(parts.passes, static_cast<std::int64_t>(crypto_pwhash_OPSLIMIT_MIN), kMostPasses) ||
        !within(parts.memory, static_cast<std::int64_t>(crypto_pwhash_MEMLIMIT_MIN), kMostMemory))
        return std::nullopt;
    return parts;
}

std::array<std::uint8_t, 32> guardOf(const PassphraseParts &parts, const SecretKey &root, const StationId &station)
{
    std::string bytes;
    FieldBytes(bytes).fixed(kGuardMark).fixed(station).text(contentOf(parts, false));
    std::array<std::uint8_t, 32> guard{};
    crypto_generichash(guard.data(), guard.size(), raw(bytes), bytes.size(), root.bytes().data(), SecretKey::kSize);
    return guard;
}

bool isGuardedBy(const PassphraseParts &parts, const SecretKey &root, const StationId &station)
{
    const auto right = guardOf(parts, root, station);
    return sodium_memcmp(right.data(), parts.guard.data(), right.size()) == 0;
}

/// Seals `root` to the passphrase's public key, which is there already.
KeySlot lockedSlot(PassphraseParts parts, const SecretKey &root, const StationId &station)
{
    crypto_box_seal(parts.box.data(), root.bytes().data(), SecretKey::kSize, parts.lock.data());
    parts.guard = guardOf(parts, root, station);
    return {KeySlot::Kind::Passphrase, contentOf(parts, true)};
}

struct LockKeys {
    std::array<std::uint8_t, crypto_box_PUBLICKEYBYTES> open{};
    SecretKey secret;
};

/// Absent when there is not enough memory.
std::optional<LockKeys> lockKeys(const Passphrase &passphrase, const PassphraseParts &parts)
{
    SecretKey seed;
    const auto &text = passphrase.text();
    if (crypto_pwhash(seed.data(), SecretKey::kSize, text.data(), text.size(), parts.salt.data(),
                      static_cast<unsigned long long>(parts.passes), static_cast<std::size_t>(parts.memory),
                      crypto_pwhash_ALG_ARGON2ID13) != 0)
        return std::nullopt;
    LockKeys keys;
    crypto_box_seed_keypair(keys.open.data(), keys.secret.data(), seed.bytes().data());
    return keys;
}

Error noMemory(const PassphraseParts &parts)
{
    return {ErrorCode::Internal, "not enough memory for a passphrase: it takes " + std::to_string(parts.memory >> 20) + " MiB"};
}

Result<KeySlot> passphraseSlot(const SecretKey &root, const Passphrase &passphrase, const StationId &station, PassphraseCost cost)
{
    if (auto checked = checkPassphrase(passphrase.text()); !checked)
        return checked.error();
    const bool quick = cost == PassphraseCost::Interactive;
    PassphraseParts parts;
    parts.passes = static_cast<std::int64_t>(quick ? crypto_pwhash_OPSLIMIT_INTERACTIVE : crypto_pwhash_OPSLIMIT_MODERATE);
    parts.memory = static_cast<std::int64_t>(quick ? crypto_pwhash_MEMLIMIT_INTERACTIVE : crypto_pwhash_MEMLIMIT_MODERATE);
    fillRandom(parts.salt.data(), parts.salt.size());
    const auto keys = lockKeys(passphrase, parts);
    if (!keys)
        return noMemory(parts);
    parts.lock = keys->open;
    return lockedSlot(parts, root, station);
}

Result<SecretKey> openPassphraseSlot(const KeySlot &slot, const Passphrase &passphrase, const StationId &station)
{
    const auto parts = partsOf(slot.content);
    if (!parts)
        return kDamaged;
    const auto keys = lockKeys(passphrase, *parts);
    if (!keys)
        return noMemory(*parts);
    SecretKey root;
    if (keys->open != parts->lock)
        return kWrong;
    if (crypto_box_seal_open(root.data(), parts->box.data(), parts->box.size(), keys->open.data(), keys->secret.bytes().data()) != 0)
        return kDamaged;
    if (!isGuardedBy(*parts, root, station))
        return kWrong; // of another station, or somebody's own root sealed to this passphrase
    return root;
}

} // namespace

Result<void> checkPassphrase(std::string_view text)
{
    const auto startsCharacter = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; };
    const auto characters = static_cast<std::size_t>(std::count_if(text.begin(), text.end(), startsCharacter));
    if (characters < kShortest)
        return Error{ErrorCode::BadInput, "a passphrase has at least " + std::to_string(kShortest) + " characters"};
    const auto width = text.size() / characters;
    bool alike = text.size() % characters == 0;
    for (std::size_t i = width; alike && i < text.size(); ++i)
        alike = text[i] == text[i - width];
    if (alike)
        return Error{ErrorCode::BadInput, "a passphrase is not one character repeated"};
    return {};
}

Result<KeySlot> makeSlot(const SecretKey &root, const StationSecret &secret, const StationId &station, PassphraseCost cost)
{
    if (const auto *passphrase = std::get_if<Passphrase>(&secret.secret))
        return passphraseSlot(root, *passphrase, station, cost);
    return KeySlot{KeySlot::Kind::Key, kForm + wrapped(root, std::get<SecretKey>(secret.secret), station, kSlotPurpose)};
}

Result<SecretKey> openSlot(const KeySlot &slot, const StationSecret &secret, const StationId &station)
{
    const auto *passphrase = std::get_if<Passphrase>(&secret.secret);
    if ((slot.kind == KeySlot::Kind::Passphrase) != (passphrase != nullptr))
        return kOtherKind;
    if (passphrase)
        return openPassphraseSlot(slot, *passphrase, station);
    if (slot.content.empty() || slot.content.front() != kForm)
        return kDamaged;
    const auto root = unwrapped(std::string_view(slot.content).substr(1), std::get<SecretKey>(secret.secret), station, kSlotPurpose);
    if (!root)
        return kWrong;
    return *root;
}

Result<KeySlot> resealedSlot(const KeySlot &slot, const SecretKey &root, const SecretKey &fresh, const StationId &station)
{
    if (slot.kind != KeySlot::Kind::Passphrase)
        return Error{ErrorCode::BadInput, "only a passphrase's slot can be sealed again without its secret"};
    const auto parts = partsOf(slot.content);
    if (!parts || !isGuardedBy(*parts, root, station))
        return kDamaged;
    return lockedSlot(*parts, fresh, station);
}

} // namespace menshen

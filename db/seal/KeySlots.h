// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Result.h"
#include "menshen/ports/StationKey.h"

#include <optional>
#include <string>
#include <string_view>

namespace menshen {

/// One way to the ledger's root key. A slot for a key holds the root wrapped under it. A slot for a passphrase holds salt and
/// cost of Argon2id, the X25519 public key that the passphrase leads to, and the root sealed to that key: so the root can be
/// replaced (a rotation) without asking for the passphrase again. All of it is authenticated with a key from the root: whoever
/// can write the file but not open it cannot have the next root sealed to a passphrase of his own.
struct KeySlot {
    enum class Kind : std::uint8_t { Key, Passphrase };
    Kind kind = Kind::Key;
    std::string content; ///< binary; what it means is this room's affair
};

/// How dear a guess of a passphrase is; Moderate: about a second and 256 MiB. Interactive is for tests.
enum class PassphraseCost : std::uint8_t { Interactive, Moderate };

/// A passphrase has at least 12 characters that are not all alike; BadInput says so.
[[nodiscard]] Result<void> checkPassphrase(std::string_view text);

/// Internal when there is not enough memory for Argon2id, BadInput for a passphrase that breaks the rule.
[[nodiscard]] Result<KeySlot> makeSlot(const SecretKey &root, const StationSecret &secret, const StationId &station,
                                       PassphraseCost cost = PassphraseCost::Moderate);
/// WrongKey when the secret does not open it or is of the other kind, Damaged when it is no slot at all.
[[nodiscard]] Result<SecretKey> openSlot(const KeySlot &slot, const StationSecret &secret, const StationId &station);
/// The same passphrase's slot for `fresh` in place of `root`. BadInput for a slot of the kind Key; Damaged when the slot was
/// not made by somebody who had `root`.
[[nodiscard]] Result<KeySlot> resealedSlot(const KeySlot &slot, const SecretKey &root, const SecretKey &fresh, const StationId &station);

} // namespace menshen

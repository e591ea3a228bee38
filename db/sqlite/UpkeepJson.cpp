// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/UpkeepJson.h"

namespace menshen {
namespace {

template <typename B>
B bytes(const Json &from, const char *key)
{
    const auto value = fromHex<B>(from.at(key).get_ref<const std::string &>());
    if (!value)
        throw DecodeError(std::string(key) + " is not " + std::to_string(2 * B{}.bytes.size()) + " hexadecimal digits");
    return *value;
}

EntrySeq seq(const Json &from, const char *key) { return {whole(from, key)}; }

} // namespace

Json toJson(const EpochEntry &entry)
{
    Json to{{"station", hexOf(entry.station)}, {"epoch", hexOf(entry.epoch)}, {"signing_key", hexOf(entry.signingKey)}};
    if (entry.restored) {
        to["restored"] = {{"from", hexOf(entry.restored->from)}, {"last", entry.restored->last.value}};
        if (entry.restored->knownUntil)
            to["restored"]["known_until"] = entry.restored->knownUntil->value;
    }
    return to;
}

EpochEntry epochFrom(const Json &from)
{
    EpochEntry entry{bytes<StationId>(from, "station"), bytes<EpochId>(from, "epoch"), bytes<SigningPublicKey>(from, "signing_key"), {}};
    if (from.contains("restored")) {
        const auto &restored = from.at("restored");
        entry.restored = EpochEntry::Restored{bytes<EpochId>(restored, "from"), seq(restored, "last"), {}};
        if (restored.contains("known_until"))
            entry.restored->knownUntil = seq(restored, "known_until");
    }
    return entry;
}

Json toJson(const DayKeyEntry &entry) { return {{"key", entry.key}, {"day", dayText(entry.day)}, {"check", entry.check}}; }

DayKeyEntry dayKeyFrom(const Json &from) { return {whole(from, "key"), day(from, "day"), text(from, "check")}; }

Json toJson(const DestructionEntry &entry)
{
    Json to{{"before", dayText(entry.before)}, {"grounds", entry.grounds}, {"days", Json::array()}, {"marks", entry.marks}};
    for (const auto &gone : entry.days)
        to["days"].push_back({{"day", dayText(gone.day)}, {"key", gone.key}, {"entries", gone.entries}, {"visits", gone.visits}});
    return to;
}

DestructionEntry destructionFrom(const Json &from)
{
    DestructionEntry entry{day(from, "before"), text(from, "grounds"), {}, whole(from, "marks")};
    for (const auto &gone : from.at("days"))
        entry.days.push_back({day(gone, "day"), whole(gone, "key"), whole(gone, "entries"), whole(gone, "visits")});
    return entry;
}

Json toJson(const BackupEntry &entry)
{
    return {{"file", entry.file}, {"up_to", entry.upTo.value}, {"bytes", entry.bytes}, {"removed", entry.removed}};
}

BackupEntry backupFrom(const Json &from) { return {text(from, "file"), seq(from, "up_to"), whole(from, "bytes"), whole(from, "removed")}; }

Json toJson(const VerificationEntry &entry)
{
    return {{"fault", nameOf(entry.fault)}, {"at", entry.at.value}, {"checked", entry.checked.value}};
}

VerificationEntry verificationFrom(const Json &from) { return {named<ChainFault>(from, "fault"), seq(from, "at"), seq(from, "checked")}; }

} // namespace menshen

// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/seal/Chain.h"

#include "db/seal/FieldBytes.h"

#include <sodium.h>

namespace menshen {
namespace {

constexpr std::string_view kGenesisMark = "menshen-genesis-1";
constexpr std::string_view kEntryMark = "menshen-entry-1";
constexpr std::string_view kHeadMark = "menshen-head-1";
constexpr std::string_view kReportMark = "menshen-report-1";

EntryHash hashOf(std::string_view bytes)
{
    EntryHash hash;
    crypto_generichash(hash.bytes.data(), hash.bytes.size(), raw(bytes), bytes.size(), nullptr, 0);
    return hash;
}

std::string signedPart(const LedgerHead &head)
{
    std::string part;
    FieldBytes(part)
        .fixed(kHeadMark)
        .fixed(head.station)
        .fixed(head.epoch)
        .number(head.number)
        .number(head.seq.value)
        .number(head.at.time_since_epoch().count())
        .fixed(head.hash);
    return part;
}

} // namespace

EntryHash genesisHash(const StationId &station)
{
    std::string bytes;
    FieldBytes(bytes).fixed(kGenesisMark).fixed(station);
    return hashOf(bytes);
}

EntryHash entryHash(const StationId &station, const EpochId &epoch, const EntryHash &prev, const StoredEntry &entry)
{
    thread_local std::string bytes; // kept: a walk hashes millions of entries. Holds nothing in clear that the file does not.
    FieldBytes fields(bytes);
    fields.fixed(kEntryMark).fixed(station).fixed(epoch).fixed(prev);
    fields.number(entry.seq).number(entry.epoch).number(entry.atUs).number(entry.day);
    fields.text(entry.kind).text(entry.actor).text(entry.body);
    fields.present(entry.key.has_value());
    if (entry.key)
        fields.number(*entry.key);
    fields.present(entry.sealed.has_value());
    if (entry.sealed)
        fields.text(*entry.sealed);
    return hashOf(bytes);
}

EntryHash reportContentHash(std::string_view json)
{
    std::string bytes;
    FieldBytes(bytes).fixed(kReportMark).fixed(json);
    return hashOf(bytes);
}

HeadSigner::HeadSigner(const SecretKey &seed)
{
    static_assert(std::tuple_size_v<decltype(m_secret)> == crypto_sign_SECRETKEYBYTES);
    crypto_sign_seed_keypair(m_public.bytes.data(), m_secret.data(), seed.bytes().data());
}

void HeadSigner::sign(LedgerHead &head) const
{
    const auto part = signedPart(head);
    crypto_sign_detached(head.signature.bytes.data(), nullptr, raw(part), part.size(), m_secret.data());
}

bool isSignedBy(const LedgerHead &head, const SigningPublicKey &key)
{
    const auto part = signedPart(head);
    return crypto_sign_verify_detached(head.signature.bytes.data(), raw(part), part.size(), key.bytes.data()) == 0;
}

} // namespace menshen

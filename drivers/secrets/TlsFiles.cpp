// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/secrets/TlsFiles.h"

#include "drivers/secrets/SmallFile.h"

#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>

#include <arpa/inet.h>
#include <array>
#include <fstream>
#include <memory>

namespace menshen {

namespace fs = std::filesystem;

namespace {

template <auto Free>
struct Freer {
    template <typename T>
    void operator()(T *object) const
    {
        Free(object);
    }
};
using Bio = std::unique_ptr<BIO, Freer<BIO_free_all>>;
using Certificate = std::unique_ptr<X509, Freer<X509_free>>;
using Key = std::unique_ptr<EVP_PKEY, Freer<EVP_PKEY_free>>;
using Extension = std::unique_ptr<X509_EXTENSION, Freer<X509_EXTENSION_free>>;

constexpr std::size_t kLargestChain = 64 * 1024;
constexpr int kDaysValid = 820;  ///< telephones refuse a server's certificate that holds for longer than 825
constexpr int kDaysAtLeast = 30; ///< with less than this left it is made anew

Certificate certificateIn(const std::string &pem)
{
    const Bio bio(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
    return Certificate(PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr));
}

/// Never asks a terminal for a passphrase: a key that has one is no key here.
int noPassphrase(char *, int, int, void *) { return 0; }

Key keyIn(const std::string &pem)
{
    const Bio bio(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
    return Key(PEM_read_bio_PrivateKey(bio.get(), nullptr, noPassphrase, nullptr));
}

std::string textOf(BIO *bio)
{
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    return size > 0 ? std::string(data, static_cast<std::size_t>(size)) : std::string();
}

std::string fingerprintOf(const X509 *certificate)
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int size = 0;
    X509_digest(certificate, EVP_sha256(), digest.data(), &size);
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    std::string text;
    for (unsigned int i = 0; i < size; ++i) {
        if (i > 0)
            text += ':';
        text += kDigits[digest[i] >> 4];
        text += kDigits[digest[i] & 0xF];
    }
    return text;
}

bool isAddress(const std::string &host)
{
    std::array<unsigned char, sizeof(in6_addr)> ignored{};
    return ::inet_pton(AF_INET, host.c_str(), ignored.data()) == 1 || ::inet_pton(AF_INET6, host.c_str(), ignored.data()) == 1;
}

bool isFor(X509 *certificate, const std::string &host)
{
    return isAddress(host) ? X509_check_ip_asc(certificate, host.c_str(), 0) == 1
                           : X509_check_host(certificate, host.c_str(), host.size(), 0, nullptr) == 1;
}

bool holdsFor(const X509 *certificate, WallTime now)
{
    std::time_t soon = std::chrono::system_clock::to_time_t(std::chrono::time_point_cast<std::chrono::system_clock::duration>(now));
    std::time_t today = soon;
    soon += std::time_t{kDaysAtLeast} * 24 * 3600;
    return X509_cmp_time(X509_get0_notAfter(certificate), &soon) > 0 && X509_cmp_time(X509_get0_notBefore(certificate), &today) <= 0;
}

bool extend(X509 *certificate, int kind, const std::string &value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, certificate, certificate, nullptr, nullptr, 0);
    const Extension extension(X509V3_EXT_conf_nid(nullptr, &context, kind, value.c_str()));
    return extension && X509_add_ext(certificate, extension.get(), -1) == 1;
}

/// Twenty random octets, positive.
bool number(X509 *certificate)
{
    std::array<unsigned char, 20> bytes{};
    if (RAND_bytes(bytes.data(), static_cast<int>(bytes.size())) != 1)
        return false;
    bytes[0] = static_cast<unsigned char>((bytes[0] & 0x7F) | 0x40);
    const std::unique_ptr<BIGNUM, Freer<BN_free>> serial(BN_bin2bn(bytes.data(), static_cast<int>(bytes.size()), nullptr));
    return serial && BN_to_ASN1_INTEGER(serial.get(), X509_get_serialNumber(certificate)) != nullptr;
}

Certificate selfSigned(EVP_PKEY *key, const std::string &host, WallTime now)
{
    Certificate certificate(X509_new());
    std::time_t begin = std::chrono::system_clock::to_time_t(std::chrono::time_point_cast<std::chrono::system_clock::duration>(now));
    X509_NAME *name = X509_get_subject_name(certificate.get());
    const auto *const common = reinterpret_cast<const unsigned char *>("Menshen duty page");
    const bool made = X509_set_version(certificate.get(), 2) == 1 && number(certificate.get()) &&
                      X509_time_adj_ex(X509_getm_notBefore(certificate.get()), -1, 0, &begin) != nullptr &&
                      X509_time_adj_ex(X509_getm_notAfter(certificate.get()), kDaysValid, 0, &begin) != nullptr &&
                      X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, common, -1, -1, 0) == 1 &&
                      X509_set_issuer_name(certificate.get(), name) == 1 && X509_set_pubkey(certificate.get(), key) == 1 &&
                      extend(certificate.get(), NID_subject_alt_name, (isAddress(host) ? "IP:" : "DNS:") + host) &&
                      extend(certificate.get(), NID_basic_constraints, "critical,CA:FALSE") &&
                      extend(certificate.get(), NID_key_usage, "critical,digitalSignature") &&
                      extend(certificate.get(), NID_ext_key_usage, "serverAuth") && X509_sign(certificate.get(), key, EVP_sha256()) > 0;
    return made ? std::move(certificate) : nullptr;
}

std::string pemOf(X509 *certificate)
{
    const Bio bio(BIO_new(BIO_s_mem()));
    return PEM_write_bio_X509(bio.get(), certificate) == 1 ? textOf(bio.get()) : std::string();
}

std::string pemOf(EVP_PKEY *key)
{
    const Bio bio(BIO_new(BIO_s_mem()));
    return PEM_write_bio_PrivateKey(bio.get(), key, nullptr, nullptr, 0, nullptr, nullptr) == 1 ? textOf(bio.get()) : std::string();
}

Result<TlsIdentity> makeOwn(const fs::path &file, Key key, const std::string &host, WallTime now)
{
    if (!key)
        key.reset(EVP_EC_gen("P-256"));
    const Certificate certificate = key ? selfSigned(key.get(), host, now) : nullptr;
    if (!certificate)
        return Error{ErrorCode::Internal, "no certificate can be made for \"" + host + "\""};
    TlsIdentity made{pemOf(certificate.get()), pemOf(key.get()), fingerprintOf(certificate.get())};
    if (auto kept = replaceSmallFile(file, made.key + made.certificates); !kept)
        return kept.error();
    return made;
}

Result<std::string> chainIn(const fs::path &file)
{
    std::ifstream in(file, std::ios::binary);
    if (!in)
        return Error{ErrorCode::NotFound, file.string() + ": cannot be read"};
    std::string pem(kLargestChain + 1, '\0');
    in.read(pem.data(), static_cast<std::streamsize>(pem.size()));
    pem.resize(static_cast<std::size_t>(in.gcount()));
    if (pem.size() > kLargestChain)
        return Error{ErrorCode::Storage, file.string() + ": is larger than any chain of certificates"};
    return pem;
}

} // namespace

Result<TlsIdentity> readTlsIdentity(const fs::path &certificates, const fs::path &key)
{
    auto chain = chainIn(certificates);
    if (!chain)
        return chain.error();
    auto secret = readSmallFile(key, Readers::OwnerOnly);
    if (!secret)
        return secret.error();
    if (!*secret)
        return Error{ErrorCode::NotFound, key.string() + ": is not there"};
    const Certificate first = certificateIn(*chain);
    const Key pair = keyIn(**secret);
    ERR_clear_error();
    if (!first)
        return Error{ErrorCode::BadConfig, certificates.string() + ": holds no certificate in PEM"};
    if (!pair)
        return Error{ErrorCode::BadConfig, key.string() + ": holds no key in PEM without a passphrase"};
    if (X509_check_private_key(first.get(), pair.get()) != 1)
        return Error{ErrorCode::BadConfig, key.string() + ": is not the key of " + certificates.string()};
    return TlsIdentity{std::move(*chain), std::move(**secret), fingerprintOf(first.get())};
}

Result<TlsIdentity> ownTlsIdentity(const fs::path &file, const std::string &host, WallTime now)
{
    auto kept = readSmallFile(file, Readers::OwnerOnly);
    if (!kept)
        return kept.error();
    if (!*kept)
        return makeOwn(file, nullptr, host, now);
    const Certificate certificate = certificateIn(**kept);
    Key key = keyIn(**kept);
    ERR_clear_error();
    if (!certificate || !key || X509_check_private_key(certificate.get(), key.get()) != 1)
        return Error{ErrorCode::Storage, file.string() + ": is not a certificate with its key; remove it and another is made"};
    if (!isFor(certificate.get(), host) || !holdsFor(certificate.get(), now))
        return makeOwn(file, std::move(key), host, now);
    return TlsIdentity{pemOf(certificate.get()), pemOf(key.get()), fingerprintOf(certificate.get())};
}

} // namespace menshen

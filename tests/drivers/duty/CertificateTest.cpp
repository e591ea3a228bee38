// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/duty/TlsConnection.h"
#include "drivers/secrets/TlsFiles.h"
#include "tests/support/TestFolder.h"

#include <gmock/gmock.h>

using namespace menshen;
using namespace menshen::test;
using testing::HasSubstr;

namespace {

const WallTime kNow{std::chrono::sys_days{std::chrono::year{2026} / 11 / 22}};

std::string contentOf(const std::filesystem::path &file)
{
    std::ifstream in(file);
    return {std::istreambuf_iterator<char>(in), {}};
}

} // namespace

TEST(Certificate, OnesOwnIsMadeOnceForItsOwnerOnly)
{
    const TestFolder folder;
    const auto first = ownTlsIdentity(folder / "duty.pem", "192.168.1.10", kNow);
    ASSERT_TRUE(first) << first.error().detail;
    EXPECT_EQ(first->fingerprint.size(), 95U) << first->fingerprint;
    EXPECT_EQ(std::filesystem::status(folder / "duty.pem").permissions(),
              std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
    EXPECT_TRUE(makeTlsContext(*first));
    const auto second = ownTlsIdentity(folder / "duty.pem", "192.168.1.10", kNow + std::chrono::days(365));
    ASSERT_TRUE(second);
    EXPECT_EQ(second->fingerprint, first->fingerprint);
}

TEST(Certificate, AnotherHostOrItsEndMakesAnotherOfTheSameKey)
{
    const TestFolder folder;
    const auto first = ownTlsIdentity(folder / "duty.pem", "192.168.1.10", kNow);
    ASSERT_TRUE(first);
    const auto moved = ownTlsIdentity(folder / "duty.pem", "hall.example.gov.cn", kNow);
    ASSERT_TRUE(moved);
    EXPECT_NE(moved->fingerprint, first->fingerprint);
    EXPECT_EQ(moved->key, first->key);
    const auto later = ownTlsIdentity(folder / "duty.pem", "hall.example.gov.cn", kNow + std::chrono::days(800));
    ASSERT_TRUE(later);
    EXPECT_NE(later->fingerprint, moved->fingerprint);
    EXPECT_EQ(later->key, first->key);
}

TEST(Certificate, AFileThatIsNoneIsNeverReplaced)
{
    const TestFolder folder;
    std::filesystem::permissions(folder.write("duty.pem", "hello"), std::filesystem::perms(0600));
    EXPECT_EQ(ownTlsIdentity(folder / "duty.pem", "a", kNow).error().code, ErrorCode::Storage);
    EXPECT_EQ(contentOf(folder / "duty.pem"), "hello");
    ASSERT_TRUE(ownTlsIdentity(folder / "open.pem", "a", kNow));
    std::filesystem::permissions(folder / "open.pem", std::filesystem::perms(0644));
    EXPECT_EQ(ownTlsIdentity(folder / "open.pem", "a", kNow).error().code, ErrorCode::Denied) << "others may read the key";
}

TEST(Certificate, AGivenOneIsReadAndItsFaultsAreNamed)
{
    const TestFolder folder;
    const auto one = ownTlsIdentity(folder / "one.pem", "a", kNow), other = ownTlsIdentity(folder / "other.pem", "a", kNow);
    ASSERT_TRUE(one && other);
    const auto certificate = folder.write("c.pem", one->certificates + other->certificates);
    const auto key = folder.write("k.pem", one->key);
    EXPECT_EQ(readTlsIdentity(certificate, key).error().code, ErrorCode::Denied) << "of mode 0644";
    std::filesystem::permissions(key, std::filesystem::perms(0600));
    const auto given = readTlsIdentity(certificate, key);
    ASSERT_TRUE(given) << given.error().detail;
    EXPECT_EQ(given->fingerprint, one->fingerprint);
    EXPECT_TRUE(makeTlsContext(*given));
    const auto wrongKey = folder.write("w.pem", other->key);
    std::filesystem::permissions(wrongKey, std::filesystem::perms(0600));
    EXPECT_THAT(readTlsIdentity(certificate, wrongKey).error().detail, HasSubstr("is not the key of"));
    EXPECT_EQ(readTlsIdentity(folder / "none.pem", key).error().code, ErrorCode::NotFound);
    EXPECT_EQ(readTlsIdentity(certificate, folder / "none.pem").error().code, ErrorCode::NotFound);
    EXPECT_EQ(readTlsIdentity(key, key).error().code, ErrorCode::BadConfig);
    EXPECT_FALSE(makeTlsContext({"", "", ""}));
    EXPECT_FALSE(makeTlsContext({one->certificates, other->key, ""}));
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/secrets/SecretText.h"

#include "tests/support/TestFolder.h"

#include <gmock/gmock.h>

#include <cstdlib>

namespace menshen {
namespace {

using testing::HasSubstr;
using testing::Not;

namespace fs = std::filesystem;

class SecretTextTest : public testing::Test {
protected:
    KeySource written(const std::string &text, unsigned mode = 0600) const
    {
        const auto file = folder.write("secret", text);
        fs::permissions(file, fs::perms(mode));
        return {KeySource::Kind::File, file.string()};
    }

    const test::TestFolder folder;
};

TEST_F(SecretTextTest, OneThatIsNotThereIsNamed)
{
    const auto secret = secretText({KeySource::Kind::File, (folder / "none").string()});
    ASSERT_FALSE(secret);
    EXPECT_EQ(secret.error(), (Error{ErrorCode::NotFound, "secret file " + (folder / "none").string() + ": is not there"}));
}

TEST_F(SecretTextTest, AFileThatOthersMayReadIsRefusedWithoutShowingIt)
{
    for (const unsigned mode : {0640U, 0604U, 0644U}) {
        const auto secret = secretText(written("geheim\n", mode));
        ASSERT_FALSE(secret);
        EXPECT_EQ(secret.error().code, ErrorCode::Denied);
        EXPECT_THAT(secret.error().detail, HasSubstr("chmod 600"));
        EXPECT_THAT(secret.error().detail, Not(HasSubstr("geheim")));
    }
}

TEST_F(SecretTextTest, AnEmptyOneOrOneTooLargeIsNone)
{
    for (const std::string text : {"", "\n", "\r\n\n"})
        EXPECT_EQ(secretText(written(text)).error().code, ErrorCode::BadInput);
    EXPECT_EQ(secretText(written(std::string(5000, 'x'))).error().code, ErrorCode::Storage);
}

TEST_F(SecretTextTest, TheEndOfTheLastLineIsNotPartOfIt)
{
    EXPECT_EQ(secretText(written("geheim"))->text(), "geheim");
    EXPECT_EQ(secretText(written(" ge heim \r\n"))->text(), " ge heim ");
    EXPECT_EQ(secretText(written("https://x/\nSECtest\n"))->text(), "https://x/\nSECtest");
}

TEST_F(SecretTextTest, ACredentialStandsInSystemdsFolder)
{
    const KeySource source{KeySource::Kind::Credential, "secret"};
    ::unsetenv("CREDENTIALS_DIRECTORY"); // NOLINT(concurrency-mt-unsafe): no other thread runs
    EXPECT_THAT(secretText(source).error().detail, HasSubstr("LoadCredentialEncrypted=secret"));
    ::setenv("CREDENTIALS_DIRECTORY", folder.path().c_str(), 1); // NOLINT(concurrency-mt-unsafe)
    EXPECT_EQ(secretText(source).error(), (Error{ErrorCode::NotFound, "systemd credential secret: is not there"}));
    (void)written("geheim\n", 0440); // as systemd does
    EXPECT_EQ(secretText(source)->text(), "geheim");
    ::unsetenv("CREDENTIALS_DIRECTORY"); // NOLINT(concurrency-mt-unsafe)
}

} // namespace
} // namespace menshen

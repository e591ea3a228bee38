// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/secrets/KeyStores.h"
#include "drivers/secrets/KeyText.h"
#include "tests/support/TestFolder.h"

#include <gmock/gmock.h>

#include <fstream>
#include <iterator>
#include <set>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>
#include <vector>

namespace menshen {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

namespace fs = std::filesystem;

std::string contentOf(const fs::path &file)
{
    std::ifstream in(file, std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(in), {});
}

fs::path writtenTo(const fs::path &file, const std::string &text)
{
    fs::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary | std::ios::trunc) << text;
    fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write);
    return file;
}

std::string keyHex(const StationSecret &secret) { return hexOf(std::get<SecretKey>(secret.secret).bytes().data(), SecretKey::kSize); }

Error errorOf(const Result<StationSecret> &result) { return result ? Error{ErrorCode{-1}, "no error"} : result.error(); }
Error errorOf(const Result<void> &result) { return result ? Error{ErrorCode{-1}, "no error"} : result.error(); }

class KeyFileTest : public testing::Test {
protected:
    StationSecret made() const
    {
        auto secret = KeyFile(file).create();
        EXPECT_TRUE(secret) << secret.error().detail;
        return secret ? *secret : StationSecret{};
    }
    [[nodiscard]] Error loadError() const { return errorOf(KeyFile(file).load()); }

    const test::TestFolder folder;
    const fs::path file = folder / "var/station.key";
};

TEST_F(KeyFileTest, WithoutAFileThereIsNoKeyAndLookingForOneMakesNone)
{
    EXPECT_EQ(loadError(), (Error{ErrorCode::NotFound, "key file " + file.string() + ": is not there"}));
    EXPECT_FALSE(fs::exists(file.parent_path()));
}

TEST_F(KeyFileTest, TheFirstStartMakesAKeyThatTheNextOneLoads)
{
    const auto secret = made();
    const auto loaded = KeyFile(file).load();
    ASSERT_TRUE(loaded) << loaded.error().detail;
    EXPECT_EQ(loaded->station, secret.station);
    EXPECT_EQ(keyHex(*loaded), keyHex(secret));
    EXPECT_TRUE(secret.station);
}

TEST_F(KeyFileTest, TheFileIsItsOwnersAloneAndHoldsWhatIsPromised)
{
    const auto secret = made();
    struct stat status {};
    ASSERT_EQ(::stat(file.c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 07777U, 0600U);
    EXPECT_TRUE(contentOf(file).starts_with("menshen-key-1\n" + hexOf(*secret.station) + '\n' + keyHex(secret) + '\n'));
    EXPECT_EQ(contentOf(file).size(), 14U + 33 + 65 + 33);
    EXPECT_EQ(std::distance(fs::directory_iterator(file.parent_path()), {}), 1) << "no temporary file is left";
}

TEST_F(KeyFileTest, EveryStationHasAnotherIdAndKey)
{
    std::set<std::string> ids, keys;
    for (int i = 0; i < 20; ++i) {
        const auto secret = KeyFile(folder / std::to_string(i)).create();
        ASSERT_TRUE(secret);
        ids.insert(hexOf(*secret->station));
        keys.insert(keyHex(*secret));
    }
    EXPECT_EQ(ids.size(), 20U);
    EXPECT_EQ(keys.size(), 20U);
}

TEST_F(KeyFileTest, AKeyThatIsThereIsNeverReplacedByANewOne)
{
    const auto before = made();
    const auto again = KeyFile(file).create();
    ASSERT_TRUE(again);
    EXPECT_EQ(keyHex(*again), keyHex(before));
    EXPECT_EQ(std::distance(fs::directory_iterator(file.parent_path()), {}), 1);

    writtenTo(file, "not a key");
    EXPECT_EQ(errorOf(KeyFile(file).create()).code, ErrorCode::Storage);
    EXPECT_EQ(contentOf(file), "not a key");
}

TEST_F(KeyFileTest, ManyWhoMakeTheFirstKeyAtOnceAllGetTheSameOne)
{
    std::vector<std::string> keys(8);
    {
        std::vector<std::jthread> threads;
        for (auto &key : keys)
            threads.emplace_back([&key, this] { key = keyHex(made()); });
    }
    EXPECT_EQ(std::set<std::string>(keys.begin(), keys.end()).size(), 1U);
}

TEST_F(KeyFileTest, AFileThatOthersMayReadOrWriteIsRefusedWithTheCommandThatMendsIt)
{
    made();
    for (const auto mode : {0640U, 0604U, 0620U, 0602U, 0610U, 0644U, 0666U, 0777U}) {
        ASSERT_EQ(::chmod(file.c_str(), mode), 0);
        EXPECT_EQ(loadError().code, ErrorCode::Denied) << std::oct << mode;
        EXPECT_THAT(loadError().detail, HasSubstr("chmod 600 " + file.string()));
    }
    for (const auto mode : {0600U, 0400U}) {
        ASSERT_EQ(::chmod(file.c_str(), mode), 0);
        EXPECT_TRUE(KeyFile(file).load()) << std::oct << mode;
    }
}

TEST_F(KeyFileTest, AFlippedBitAnywhereIsToldAsDamageWithoutShowingTheKey)
{
    const auto secret = made();
    const auto whole = contentOf(file);
    for (std::size_t i = 0; i < whole.size(); ++i) {
        auto damaged = whole;
        damaged[i] = static_cast<char>(damaged[i] ^ 1);
        writtenTo(file, damaged);
        const auto error = loadError();
        ASSERT_EQ(error.code, ErrorCode::Storage) << "byte " << i;
        EXPECT_THAT(error.detail, AllOf(HasSubstr("damaged"), HasSubstr(file.string()), Not(HasSubstr(keyHex(secret).substr(0, 8)))));
    }
}

TEST_F(KeyFileTest, ACutOrGrownFileIsToldAsDamage)
{
    made();
    const auto whole = contentOf(file);
    for (std::size_t length = 0; length < whole.size(); ++length) {
        writtenTo(file, whole.substr(0, length));
        ASSERT_EQ(loadError().code, ErrorCode::Storage) << length;
    }
    for (const auto &text : {whole + '\n', whole + whole, '\n' + whole, std::string(5000, 'x'), std::string(100, '\0')}) {
        writtenTo(file, text);
        EXPECT_EQ(loadError().code, ErrorCode::Storage);
    }
}

TEST_F(KeyFileTest, AFolderOrAPipeInItsPlaceIsAnErrorAndHoldsNothingUp)
{
    fs::create_directories(file);
    EXPECT_EQ(loadError().code, ErrorCode::Storage);
    EXPECT_EQ(errorOf(KeyFile(file).create()).code, ErrorCode::Storage);
    fs::remove(file);
    ASSERT_EQ(::mkfifo(file.c_str(), 0600), 0);
    EXPECT_EQ(loadError().code, ErrorCode::Storage);
}

TEST_F(KeyFileTest, ALinkToAKeyIsAsGoodAndStaysALinkWhenTheKeyIsReplaced)
{
    made();
    const fs::path link = folder / "link.key";
    fs::create_symlink(file, link);
    EXPECT_TRUE(KeyFile(link).load());
    auto fresh = randomSecret();
    ASSERT_TRUE(fresh);
    ASSERT_TRUE(KeyFile(link).replace(*fresh));
    EXPECT_TRUE(fs::is_symlink(link));
    EXPECT_EQ(keyHex(*KeyFile(file).load()), keyHex(*fresh));
}

TEST_F(KeyFileTest, ALinkToNowhereIsNoKeyAndGetsNone)
{
    const fs::path link = folder / "link.key";
    fs::create_symlink(folder / "gone", link);
    EXPECT_EQ(errorOf(KeyFile(link).create()).code, ErrorCode::NotFound);
    EXPECT_FALSE(fs::exists(folder / "gone"));
}

TEST_F(KeyFileTest, AReplacedKeyIsTheNewOneWhole)
{
    const auto before = made();
    const auto fresh = randomSecret();
    ASSERT_TRUE(fresh);
    ASSERT_TRUE(KeyFile(file).replace(*fresh));
    EXPECT_EQ(keyHex(*KeyFile(file).load()), keyHex(*fresh));
    EXPECT_THAT(contentOf(file), Not(HasSubstr(keyHex(before))));
}

TEST_F(KeyFileTest, APassphraseOrAKeyOfNobodyIsNotWritten)
{
    const auto before = made();
    EXPECT_EQ(errorOf(KeyFile(file).replace({before.station, Passphrase("correct horse battery")})).code, ErrorCode::BadInput);
    EXPECT_EQ(errorOf(KeyFile(file).replace({std::nullopt, SecretKey{}})).code, ErrorCode::BadInput);
    EXPECT_EQ(keyHex(*KeyFile(file).load()), keyHex(before));
}

TEST_F(KeyFileTest, WhereNothingCanBeWrittenTheOldKeyStays)
{
    const auto before = made();
    const auto fresh = randomSecret();
    ASSERT_TRUE(fresh);
    const fs::path aside = folder / "aside";
    fs::rename(file.parent_path(), aside);
    std::ofstream(file.parent_path()) << "a file where the folder was"; // also root cannot write below it
    EXPECT_EQ(errorOf(KeyFile(file).replace(*fresh)).code, ErrorCode::Storage);
    EXPECT_EQ(errorOf(KeyFile(file).create()).code, ErrorCode::Storage);
    fs::remove(file.parent_path());
    fs::rename(aside, file.parent_path());
    EXPECT_EQ(keyHex(*KeyFile(file).load()), keyHex(before));
}

class KeyCredentialTest : public KeyFileTest {};

TEST_F(KeyCredentialTest, ACredentialIsAKeyFileThatSystemdHandsOver)
{
    const auto secret = made();
    fs::permissions(file, fs::perms(0440)); // as systemd does; its folder is the service's own
    KeyCredential credential(file.parent_path(), "station.key");
    for (const auto &loaded : {credential.load(), credential.create()}) {
        ASSERT_TRUE(loaded) << loaded.error().detail;
        EXPECT_EQ(loaded->station, secret.station);
        EXPECT_EQ(keyHex(*loaded), keyHex(secret));
    }
}

TEST_F(KeyCredentialTest, WithoutSystemdOrTheCredentialThereIsNoneAndNoneIsMade)
{
    EXPECT_EQ(
        errorOf(KeyCredential({}, "menshen.key").create()),
        (Error{ErrorCode::NotFound, "systemd credential menshen.key: not started by systemd with LoadCredentialEncrypted=menshen.key"}));
    EXPECT_EQ(errorOf(KeyCredential(folder.path(), "menshen.key").create()),
              (Error{ErrorCode::NotFound, "systemd credential menshen.key: is not there"}));
    EXPECT_TRUE(fs::is_empty(folder.path()));
}

TEST_F(KeyCredentialTest, ADamagedOneIsToldByItsName)
{
    writtenTo(folder / "menshen.key", "menshen-key-1\n");
    const auto error = errorOf(KeyCredential(folder.path(), "menshen.key").load());
    EXPECT_EQ(error.code, ErrorCode::Storage);
    EXPECT_THAT(error.detail, HasSubstr("systemd credential menshen.key: is damaged"));
}

TEST_F(KeyCredentialTest, ARotationIsForAnAdministratorWhoIsToldHow)
{
    const auto secret = made();
    const auto before = contentOf(file);
    const auto error = errorOf(KeyCredential(file.parent_path(), "station.key").replace(secret));
    EXPECT_EQ(error.code, ErrorCode::BadInput);
    EXPECT_THAT(error.detail,
                AllOf(HasSubstr("--out FILE"), HasSubstr("systemd-creds encrypt --name=station.key"), Not(HasSubstr(keyHex(secret)))));
    EXPECT_EQ(contentOf(file), before);
}

TEST_F(KeyCredentialTest, AHandoverReadsTheOldKeyAndWritesTheNewOneToAFileOfItsOwn)
{
    const auto secret = made();
    const auto fresh = randomSecret();
    ASSERT_TRUE(fresh);
    KeyHandover handover(std::make_unique<KeyCredential>(file.parent_path(), "station.key"), folder / "out/new.key");
    EXPECT_EQ(keyHex(*handover.load()), keyHex(secret));
    ASSERT_TRUE(handover.replace(*fresh));
    EXPECT_EQ(keyHex(*handover.load()), keyHex(secret));
    EXPECT_EQ(keyHex(*KeyFile(folder / "out/new.key").load()), keyHex(*fresh));
}

TEST_F(KeyCredentialTest, AHandoverNeverWritesOverAKey)
{
    const auto secret = made();
    const auto fresh = randomSecret();
    ASSERT_TRUE(fresh);
    KeyHandover handover(std::make_unique<KeyFile>(folder / "other"), file);
    EXPECT_EQ(errorOf(handover.replace(*fresh)).code, ErrorCode::BadInput);
    EXPECT_EQ(keyHex(*KeyFile(file).load()), keyHex(secret));
}

TEST_F(KeyCredentialTest, EachKindOfSourceHasItsStore)
{
    ::setenv("CREDENTIALS_DIRECTORY", folder.path().c_str(), 1); // NOLINT(concurrency-mt-unsafe): no other thread runs
    const auto credential = makeKeyStore({KeySource::Kind::Credential, "menshen.key"});
    EXPECT_EQ(credential->description(), "systemd credential menshen.key");
    EXPECT_THAT(errorOf(credential->load()).detail, HasSubstr("is not there"));
    ::unsetenv("CREDENTIALS_DIRECTORY"); // NOLINT(concurrency-mt-unsafe)
    EXPECT_THAT(errorOf(makeKeyStore({KeySource::Kind::Credential, "menshen.key"})->load()).detail, HasSubstr("not started by systemd"));
    EXPECT_EQ(makeKeyStore({KeySource::Kind::File, "/k"})->description(), "key file /k");
    EXPECT_EQ(makeKeyStore({KeySource::Kind::Passphrase, ""})->description(), "passphrase");
}

} // namespace
} // namespace menshen

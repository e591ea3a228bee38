// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/config/ConfigFiles.h"
#include "tests/support/TestFolder.h"

#include <gmock/gmock.h>

#include <tuple>

namespace menshen {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

namespace fs = std::filesystem;

/// A folder with one plan and one profile of each kind, as an installation has them.
class StationFile : public testing::Test {
protected:
    StationFile()
    {
        folder.write("p.toml",
                     "id = \"p\"\nname = { zh = \"甲\", en = \"P\" }\n[alert]\n[[alert.step]]\nid = \"k\"\nzh = \"留\"\nen = \"K\"\n"
                     "[notice]\nzh = \"告\"\nen = \"N\"\n[privacy]\nzh = \"隐\"\nen = \"Pr\"\n");
        folder.write("t.toml", "id = \"t\"\nname = \"T\"\nslave = 3\n[serial]\nbaud = 19200\nparity = \"E\"\n"
                               "[object]\ntable = \"input\"\naddress = 14\ntype = \"int16\"\nscale = 0.1\n");
        folder.write("r.toml", "id = \"r\"\nname = \"R\"\nchannels = 4\npulse = { style = \"coil_value\", base = 512, unit_ms = 100 }\n");
        folder.write("models/face-detector.onnx", "");
        folder.write("models/mask-state.onnx", "");
    }

    /// Five lines; what a test adds begins on line 6.
    Result<StationConfig> parsed(const std::string &more) const
    {
        return parseStationConfig("[station]\nname = \"West\"\nplan = \"p.toml\"\n\n\n" + more, folder.path() / "s.toml");
    }
    /// The problems without the folder in front of each file's name.
    std::string problemOf(const std::string &more) const
    {
        const auto config = parsed(more);
        if (config)
            return "no problem";
        EXPECT_EQ(config.error().code, ErrorCode::BadConfig);
        auto detail = config.error().detail;
        const auto prefix = folder.path().string() + '/';
        for (auto at = detail.find(prefix); at != std::string::npos; at = detail.find(prefix))
            detail.erase(at, prefix.size());
        return detail;
    }

    const test::TestFolder folder;
};

TEST_F(StationFile, ADutyPageHasAnAddressThatTelephonesOpen)
{
    const auto config = parsed("[duty]\naddress = \"https://192.168.1.10:8443\"\n");
    ASSERT_TRUE(config) << config.error().detail;
    EXPECT_EQ(config->duty->host, "192.168.1.10");
    EXPECT_EQ(config->duty->publicPort, 8443);
    EXPECT_EQ(config->duty->port, 8443);
    EXPECT_EQ(config->duty->bind, "0.0.0.0");
    EXPECT_THAT(config->duty->ownFile, HasSubstr("duty.pem"));
    EXPECT_EQ(parsed("[duty]\naddress = \"https://hall.example.gov.cn\"\nport = 8443\n")->duty->publicPort, 443);
    EXPECT_EQ(parsed("[duty]\naddress = \"https://[fd00::1]:8443\"\n")->duty->host, "fd00::1");
    EXPECT_EQ(parsed("[duty]\naddress = \"https://Hall.Example.GOV.cn\"\n")->duty->host, "hall.example.gov.cn") << "as browsers send it";
    EXPECT_EQ(parsed("[duty]\naddress = \"https://[FD00:0:0:0:0:0:0:01]:8443\"\n")->duty->host, "fd00::1");
    EXPECT_FALSE(parsed("")->duty) << "left out: no page";
    for (const char *bad : {"http://192.168.1.10:8443", "192.168.1.10:8443", "https://", "https://a/b", "https://a:0", "https://a:70000",
                            "https://a b", "https://\\\"x", "https://[fd00::1::2]", "https://[a:b]"}) {
        EXPECT_THAT(problemOf("[duty]\naddress = \"" + std::string(bad) + "\"\n"), HasSubstr("duty.address")) << bad;
    }
    EXPECT_THAT(problemOf("[duty]\n"), HasSubstr("duty.address"));
    folder.write("c.pem", "");
    EXPECT_THAT(problemOf("[duty]\naddress = \"https://a\"\ncertificate = \"c.pem\"\n"), HasSubstr("duty.key"));
    EXPECT_THAT(problemOf("[duty]\naddress = \"https://a\"\nkey = \"c.pem\"\n"), HasSubstr("duty.certificate"));
    EXPECT_THAT(problemOf("[duty]\naddress = \"https://a\"\nbind = \"a b\"\n"), HasSubstr("duty.bind"));
}

TEST_F(StationFile, AThermometerOnBothLinesOrOnNoneIsRefused)
{
    const std::string remedy = "exactly one of tcp = \"host:port\" and serial = \"/dev/serial/by-id/…\"";
    EXPECT_EQ(problemOf("[thermometer]\nprofile = \"t.toml\"\n"), "s.toml:6: thermometer.serial: (missing): " + remedy);
    EXPECT_EQ(problemOf("[thermometer]\nprofile = \"t.toml\"\ntcp = \"a:1\"\nserial = \"/dev/x\"\n"),
              "s.toml:9: thermometer.serial: '/dev/x': " + remedy);
}

TEST_F(StationFile, AnAddressWithoutAProperPortIsRefused)
{
    for (const auto *tcp : {"host:", "host:0", "host:65536", "host:5x", ":502", "[::1", "a b:1", "host:-5"})
        EXPECT_EQ(problemOf("[thermometer]\nprofile = \"t.toml\"\ntcp = \"" + std::string(tcp) + "\"\n"),
                  "s.toml:8: thermometer.tcp: '" + std::string(tcp) + "': \"host:port\" with a port from 1 to 65535");
}

TEST_F(StationFile, SerialSettingsWithoutASerialLineAreRefused)
{
    EXPECT_EQ(problemOf("[thermometer]\nprofile = \"t.toml\"\ntcp = \"a:1\"\nbaud = 9600\n"),
              "s.toml:9: thermometer.baud: 9600: leave it out: it goes with serial only");
}

TEST_F(StationFile, ProblemsOfANamedFileAreToldWithThatFilesLine)
{
    folder.write("bad.toml", "id = \"b\"\nname = \"B\"\n\n[object]\ntable = \"input\"\naddress = -1\ntype = \"int16\"\nscale = 0.1\n");
    EXPECT_EQ(problemOf("[thermometer]\nprofile = \"bad.toml\"\ntcp = \"a:1\"\n"),
              "bad.toml:6: object.address: -1: a whole number from 0 to 65535");
}

TEST_F(StationFile, AProfileThatIsNotThereIsRefused)
{
    EXPECT_EQ(problemOf("[thermometer]\nprofile = \"none.toml\"\ntcp = \"a:1\"\n"),
              "s.toml:7: thermometer.profile: 'none.toml': a file that exists; looked for none.toml");
}

TEST_F(StationFile, ACameraWithTwoSourcesOrNoneIsRefused)
{
    EXPECT_EQ(problemOf("[camera]\nwidth = 640\n"), "s.toml:6: camera.device: (missing): exactly one of device, file, folder and url");
    EXPECT_EQ(problemOf("[camera]\ndevice = \"0\"\nurl = \"http://x/\"\n"),
              "s.toml:8: camera.url: 'http://x/': exactly one of device, file, folder and url");
}

TEST_F(StationFile, ACameraTurnedByAnOddAngleOrOfAnUnknownProtocolIsRefused)
{
    EXPECT_EQ(problemOf("[camera]\nurl = \"ftp://x/\"\nrotation = 45\n"),
              "s.toml:7: camera.url: 'ftp://x/': an address that begins with http://, https:// or rtsp://\n"
              "s.toml:8: camera.rotation: 45: 0, 90, 180 or 270 degrees clockwise");
}

TEST_F(StationFile, AZoneOfTheCameraThatLeavesThePictureIsRefused)
{
    EXPECT_EQ(problemOf("[camera]\ndevice = \"0\"\ncrop = { x = 0.5, y = 0.2, w = 0.6, h = 0.05, width = 1 }\n"),
              "s.toml:8: camera.crop.h: 0.05: a number from 0.1 to 1\n"
              "s.toml:8: camera.crop.w: 0.6: at most 1 - x: the zone ends within the picture\n"
              "s.toml:8: camera.crop.width: 1: no such key; known here: \"x\", \"y\", \"w\", \"h\"");
    EXPECT_EQ(problemOf("[camera]\ndevice = \"0\"\n[camera.crop]\ny = 0.3\n"),
              "s.toml:8: camera.crop.h: (missing): at most 1 - y: the zone ends within the picture");
    EXPECT_EQ(problemOf("[camera]\ndevice = \"0\"\ncrop = { x = 0.1, y = 0.3, w = 0.9, h = 0.7 }\n"), "no problem");
    EXPECT_EQ(problemOf("[camera]\ndevice = \"0\"\ncrop = 0.5\n"), "s.toml:8: camera.crop: 0.5: a section [camera.crop]");
}

TEST_F(StationFile, AnExposureThatNoCameraHasIsRefused)
{
    for (const char *wrong : {"0", "1001", "nan", "true"})
        EXPECT_EQ(problemOf(std::string("[camera]\ndevice = \"0\"\nexposure_ms = ") + wrong + "\n"),
                  std::string("s.toml:8: camera.exposure_ms: ") + wrong + ": \"auto\", or a number from 0.1 to 1000");
    EXPECT_EQ(problemOf("[camera]\ndevice = \"0\"\nexposure_ms = \"Auto\"\n"),
              "s.toml:8: camera.exposure_ms: 'Auto': \"auto\", or a number from 0.1 to 1000");
    EXPECT_EQ(problemOf("[camera]\ndevice = \"0\"\nexposure_ms = \"auto\"\n"), "no problem");
}

TEST_F(StationFile, ACameraWithoutTheModelsOfItsEyeIsRefused)
{
    fs::remove(folder.path() / "models/mask-state.onnx");
    EXPECT_EQ(problemOf("[camera]\ndevice = \"0\"\n"),
              "s.toml:1: detector.state_model: (missing): the path of a model: there is a camera, but no models/mask-state.onnx");
    EXPECT_EQ(problemOf(""), "no problem");
}

TEST_F(StationFile, ADetectorOfAnotherKindNeedsItsOwnModelsAndNoOthers)
{
    EXPECT_EQ(problemOf("[detector]\nkind = \"haar\"\n"), "s.toml:7: detector.kind: 'haar': one of \"menshen\", \"aizoo\", \"yunet\"");
    EXPECT_EQ(problemOf("[detector]\nkind = \"aizoo\"\nprototxt = \"none\"\nstate_model = \"models/mask-state.onnx\"\n"),
              "s.toml:6: detector.caffemodel: (missing): add it: a text in quotes, not empty\n"
              "s.toml:8: detector.prototxt: 'none': a file that exists; looked for none\n"
              "s.toml:9: detector.state_model: 'models/mask-state.onnx': leave it out: kind = \"aizoo\" has caffemodel and prototxt");
    EXPECT_EQ(problemOf("[detector]\nkind = \"yunet\"\n"), "s.toml:6: detector.face_model: (missing): add it: a text in quotes, not empty");
    EXPECT_EQ(problemOf("[detector]\ncaffemodel = \"models/mask-state.onnx\"\n"),
              "s.toml:7: detector.caffemodel: 'models/mask-state.onnx': leave it out: it goes with kind = \"aizoo\" only");
}

TEST_F(StationFile, TheModelsOfOthersReachTheConfig)
{
    folder.write("a.prototxt", "");
    folder.write("a.caffemodel", "");
    const auto aizoo = parseStationConfig("[station]\nname = \"W\"\nplan = \"p.toml\"\n[camera]\ndevice = \"0\"\n"
                                          "[detector]\nkind = \"aizoo\"\nprototxt = \"a.prototxt\"\ncaffemodel = \"a.caffemodel\"\n",
                                          folder.path() / "s.toml");
    ASSERT_TRUE(aizoo) << aizoo.error().detail;
    EXPECT_EQ(aizoo->detector.kind, DetectorKind::Aizoo);
    EXPECT_EQ(aizoo->detector.faceNetwork, folder.path() / "a.prototxt");
    EXPECT_EQ(aizoo->detector.faceModel, folder.path() / "a.caffemodel");
    EXPECT_EQ(aizoo->detector.stateModel, "");

    folder.write("y.onnx", "");
    const auto yunet = parseStationConfig("[station]\nname = \"W\"\nplan = \"p.toml\"\n[camera]\ndevice = \"0\"\n"
                                          "[detector]\nkind = \"yunet\"\nface_model = \"y.onnx\"\n",
                                          folder.path() / "s.toml");
    ASSERT_TRUE(yunet) << yunet.error().detail;
    EXPECT_EQ(yunet->detector.kind, DetectorKind::Yunet);
    EXPECT_EQ(yunet->detector.faceModel, folder.path() / "y.onnx");
    EXPECT_EQ(yunet->detector.stateModel, folder.path() / "models/mask-state.onnx");
}

TEST_F(StationFile, AGateOnAChannelThatTheBoardDoesNotHaveIsRefused)
{
    EXPECT_EQ(problemOf("[gate]\nprofile = \"r.toml\"\ntcp = \"a:1\"\nchannel = 4\n"),
              "s.toml:9: gate.channel: 4: a whole number from 0 to 3");
}

TEST_F(StationFile, APulseThatTheBoardCannotTimeIsRefused)
{
    EXPECT_EQ(problemOf("[gate]\nprofile = \"r.toml\"\ntcp = \"a:1\"\npulse_ms = 750\n"),
              "s.toml:9: gate.pulse_ms: 750: a multiple of the board's unit, 100 ms");
}

TEST_F(StationFile, ASirenThatWouldSpeakInBetweenOrHoldTheGateOpenIsRefused)
{
    const std::string gate = "[gate]\nprofile = \"r.toml\"\nserial = \"/dev/x\"\n";
    EXPECT_EQ(problemOf(gate + "[siren]\nprofile = \"r.toml\"\nserial = \"/dev/x\"\nchannel = 1\n"),
              "s.toml:11: siren.serial: '/dev/x': a line of its own: gate and thermometer speak on theirs at any time");
    EXPECT_EQ(problemOf("[thermometer]\nprofile = \"t.toml\"\nserial = \"/dev/x\"\n[siren]\nprofile = \"r.toml\"\nserial = \"/dev/x\"\n"),
              "s.toml:11: siren.serial: '/dev/x': a line of its own: gate and thermometer speak on theirs at any time");
    EXPECT_EQ(problemOf("[gate]\nprofile = \"r.toml\"\ntcp = \"a:1\"\n[siren]\nprofile = \"r.toml\"\ntcp = \"a:1\"\n"),
              "s.toml:9: siren.channel: (missing): another channel than the gate's: the siren would hold the gate open");
    EXPECT_EQ(problemOf("[gate]\nprofile = \"r.toml\"\ntcp = \"a:1\"\n[siren]\nprofile = \"r.toml\"\ntcp = \"a:1\"\nchannel = 1\n"),
              "no problem");
    EXPECT_EQ(problemOf("[siren]\nprofile = \"r.toml\"\n"),
              "s.toml:6: siren.serial: (missing): exactly one of tcp = \"host:port\" and serial = \"/dev/serial/by-id/…\"");
}

TEST_F(StationFile, ACourierOfNoKindOrWithKeysOfAnotherIsRefused)
{
    EXPECT_EQ(problemOf("[[courier]]\nid = \"a\"\nkind = \"pigeon\"\nserver = \"h:25\"\nfrom = \"a@b\"\n"),
              "s.toml:8: courier[1].kind: 'pigeon': one of \"smtp\", \"wecom\", \"dingtalk\", \"feishu\", \"webhook\", \"sms\"");
    EXPECT_EQ(problemOf("[[courier]]\nid = \"a\"\nkind = \"sms\"\nserial = \"/dev/x\"\nca_file = \"r.toml\"\n"),
              "s.toml:10: courier[1].ca_file: 'r.toml': no such key; known here: \"id\", \"kind\", \"serial\", \"baud\", \"parity\", "
              "\"data_bits\", \"stop_bits\", \"timeout_s\"");
    EXPECT_EQ(problemOf("[[courier]]\nid = \"a b\"\nkind = \"sms\"\nserial = \"/dev/x\"\ntimeout_s = 0\n"),
              "s.toml:7: courier[1].id: 'a b': letters, digits, '.', '-' and '_', the first one not a '.'\n"
              "s.toml:10: courier[1].timeout_s: 0: a whole number from 1 to 120");
}

TEST_F(StationFile, TwoCouriersOfOneIdAreRefused)
{
    const std::string sms = "[[courier]]\nid = \"a\"\nkind = \"sms\"\nserial = \"/dev/x\"\n";
    EXPECT_EQ(problemOf(sms + sms), "s.toml:11: courier[2].id: 'a': an id that no other courier has");
}

TEST_F(StationFile, ACourierWithoutItsSecretIsRefusedAndToldWhatItHolds)
{
    for (const std::string kind : {"wecom", "dingtalk", "feishu"})
        EXPECT_EQ(
            problemOf("[[courier]]\nid = \"a\"\nkind = \"" + kind + "\"\n"),
            "s.toml:6: courier[1].secret_file: (missing): a file (0600), or credential = the name of one of systemd's, that holds the "
            "robot's whole address in its first line, the signing secret (SEC…) in its second one");
    EXPECT_EQ(problemOf("[[courier]]\nid = \"a\"\nkind = \"wecom\"\nsecret_file = \"s\"\ncredential = \"c\"\n"),
              "s.toml:10: courier[1].credential: 'c': exactly one of secret_file and credential");
    EXPECT_THAT(problemOf("[[courier]]\nid = \"a\"\nkind = \"wecom\"\ncredential = \"../c\"\n"),
                HasSubstr("courier[1].credential: '../c'"));
}

TEST_F(StationFile, AMailServerHasAPortASenderAndNoPasswordInTheClear)
{
    const std::string mail = "[[courier]]\nid = \"a\"\nkind = \"smtp\"\n";
    EXPECT_EQ(problemOf(mail), "s.toml:6: courier[1].server: (missing): add it: a text in quotes, not empty\n"
                               "s.toml:6: courier[1].from: (missing): add it: a text in quotes, not empty");
    for (const std::string server : {"mail.example.cn", "mail.example.cn:", "mail.example.cn:0", "smtp://mail.example.cn:25", "[::1]"})
        EXPECT_EQ(problemOf(mail + "server = \"" + server + "\"\nfrom = \"a@b\"\n"),
                  "s.toml:9: courier[1].server: '" + server + "': \"host:port\", usually port 465 with tls and 587 with starttls");
    for (const std::string from : {"a", "@b", "a@", "A <a@b>"})
        EXPECT_THAT(problemOf(mail + "server = \"h:25\"\nfrom = \"" + from + "\"\n"), HasSubstr("s.toml:10: courier[1].from")) << from;
    for (const std::string security : {"none", "starttls_if_offered"})
        EXPECT_EQ(
            problemOf(mail + "server = \"h:25\"\nfrom = \"a@b\"\nsecurity = \"" + security + "\"\nuser = \"u\"\nsecret_file = \"s\"\n"),
            "s.toml:12: courier[1].user: 'u': leave it out, or set security to \"tls\" or \"starttls\": a password is not sent in the "
            "clear");
    EXPECT_THAT(problemOf(mail + "server = \"h:25\"\nfrom = \"a@b\"\nuser = \"u\"\n"), HasSubstr("that holds the password"));
    EXPECT_EQ(problemOf(mail + "server = \"h:25\"\nfrom = \"a@b\"\nsecurity = \"none\"\n"), "no problem");
}

TEST_F(StationFile, AWebhookIsCalledOverTlsOrOnThisMachine)
{
    const std::string hook = "[[courier]]\nid = \"a\"\nkind = \"webhook\"\nsecret_file = \"s\"\nurl = ";
    for (const std::string url : {"http://example.cn/", "http://127.0.0.1.example.cn/", "ftp://x/", "example.cn"})
        EXPECT_EQ(problemOf(hook + '"' + url + "\"\n"),
                  "s.toml:10: courier[1].url: '" + url + "': an address that begins with https:// (http:// only on this machine)");
    for (const std::string url : {"https://example.cn/", "http://127.0.0.1:8080/x", "http://localhost/"})
        EXPECT_EQ(problemOf(hook + '"' + url + "\"\n"), "no problem");
}

TEST_F(StationFile, ALevelNeedsACourierThatIsThereAndPeopleWhoCanBeReached)
{
    const std::string mail = "[[courier]]\nid = \"mail\"\nkind = \"smtp\"\nserver = \"h:25\"\nfrom = \"a@b\"\n";
    const auto level = [&](const std::string &rest) {
        return problemOf(mail + "[[escalation.level]]\nid = \"office\"\nzh = \"办公室\"\nen = \"Office\"\n" + rest);
    };
    EXPECT_THAT(level(""), HasSubstr("escalation.level[1].couriers"));
    EXPECT_THAT(level("couriers = []\n"), HasSubstr("a list of texts"));
    EXPECT_THAT(level("couriers = \"mail\"\n"), HasSubstr("a list of texts"));
    EXPECT_THAT(level("couriers = [\"mail\", \"pigeon\"]\n"), HasSubstr("there is none called \"pigeon\""));
    EXPECT_THAT(level("couriers = [\"mail\"]\npatience_s = 5\n"), HasSubstr("30"));
    EXPECT_THAT(level("couriers = [\"mail\"]\n[[escalation.level.person]]\nname = \"Li\"\nmobile = \"call me\"\n"),
                HasSubstr("digits only"));
    EXPECT_THAT(level("couriers = [\"mail\"]\n[[escalation.level.person]]\nname = \"Li\"\nemail = \"Li\"\n"),
                HasSubstr("an address alone"));
    EXPECT_EQ(level("couriers = [\"mail\"]\n"), "no problem");
}

TEST_F(StationFile, TheLadderReachesTheConfig)
{
    const auto config =
        parsed("[[courier]]\nid = \"mail\"\nkind = \"smtp\"\nserver = \"h:25\"\nfrom = \"a@b\"\n"
               "[escalation]\nacknowledged_s = 600\n"
               "[[escalation.level]]\nid = \"office\"\nzh = \"办公室\"\nen = \"Office\"\ncouriers = [\"mail\"]\npatience_s = 120\n"
               "[[escalation.level.person]]\nname = \"Li\"\nmobile = \"13800138000\"\nemail = \"li@h.cn\"\n"
               "[[escalation.beside]]\nid = \"cdc\"\nzh = \"疾控\"\nen = \"CDC\"\ncouriers = [\"mail\"]\n");
    ASSERT_TRUE(config) << config.error().detail;
    const EscalationPolicy &policy = config->escalation;
    EXPECT_EQ(policy.acknowledgedFor, 10min);
    ASSERT_EQ(policy.levels.size(), 1U);
    EXPECT_EQ(policy.levels[0].patience, 2min);
    EXPECT_EQ(policy.levels[0].people, (std::vector<Recipient>{{"Li", "13800138000", "li@h.cn"}}));
    ASSERT_EQ(policy.beside.size(), 1U);
    EXPECT_EQ(policy.beside[0].couriers, std::vector<std::string>{"mail"});
}

TEST_F(StationFile, ALevelMayTakeItsPeopleByTheirPlaceInTheLeadingGroup)
{
    const std::string head = "[[courier]]\nid = \"mail\"\nkind = \"smtp\"\nserver = \"h:25\"\nfrom = \"a@b\"\n"
                             "[[escalation.level]]\nid = \"duty\"\nzh = \"z\"\nen = \"e\"\ncouriers = [\"mail\"]\n";
    const std::pair<const char *, PeopleSource> sources[] = {{"roster", PeopleSource::Roster},
                                                             {"office", PeopleSource::Office},
                                                             {"deputies", PeopleSource::Deputies},
                                                             {"leader", PeopleSource::Leader},
                                                             {"cdc", PeopleSource::Cdc}};
    for (const auto &[word, source] : sources) {
        const auto config = parsed(head + "from = \"" + word + "\"\n");
        ASSERT_TRUE(config) << config.error().detail;
        EXPECT_EQ(config->escalation.levels[0].from, source);
    }
    EXPECT_FALSE(parsed(head)->escalation.levels[0].from);
    const auto wrong = parsed(head + "from = \"mayor\"\n");
    ASSERT_FALSE(wrong);
    EXPECT_THAT(wrong.error().detail, testing::HasSubstr("from"));
}

TEST_F(StationFile, CouriersAndSirenReachTheConfig)
{
    folder.write("ca.pem", "");
    const auto config = parsed(
        "[[courier]]\nid = \"mail\"\nkind = \"smtp\"\nserver = \"[::1]:465\"\nsecurity = \"tls\"\nuser = \"door\"\nfrom = \"d@h.cn\"\n"
        "credential = \"menshen.mail\"\nca_file = \"ca.pem\"\ntimeout_s = 20\n"
        "[[courier]]\nid = \"group\"\nkind = \"dingtalk\"\nsecret_file = \"keys/group\"\n"
        "[[courier]]\nid = \"hook\"\nkind = \"webhook\"\nurl = \"https://x/\"\nsecret_file = \"k\"\n"
        "[[courier]]\nid = \"sms\"\nkind = \"sms\"\nserial = \"/dev/m\"\nbaud = 9600\n"
        "[siren]\nprofile = \"r.toml\"\ntcp = \"a:1\"\nchannel = 2\n");
    ASSERT_TRUE(config) << config.error().detail;
    ASSERT_EQ(config->couriers.size(), 4U);
    const auto &[mail, group, hook, sms] = std::tie(config->couriers[0], config->couriers[1], config->couriers[2], config->couriers[3]);
    const auto &smtp = std::get<SmtpSettings>(mail.channel);
    EXPECT_EQ(mail.id, "mail");
    EXPECT_EQ(smtp.server.host, "::1");
    EXPECT_EQ(smtp.server.port, 465);
    EXPECT_EQ(smtp.security, MailSecurity::Tls);
    EXPECT_EQ(smtp.user, "door");
    EXPECT_EQ(smtp.from, "d@h.cn");
    EXPECT_EQ(mail.secret->kind, KeySource::Kind::Credential);
    EXPECT_EQ(mail.secret->name, "menshen.mail");
    EXPECT_EQ(mail.caFile, folder.path() / "ca.pem");
    EXPECT_EQ(mail.timeout, 20s);
    EXPECT_EQ(std::get<RobotSettings>(group.channel).kind, RobotKind::DingTalk);
    EXPECT_EQ(group.secret->kind, KeySource::Kind::File);
    EXPECT_EQ(group.secret->name, folder.path() / "keys/group");
    EXPECT_EQ(group.timeout, 15s);
    EXPECT_EQ(std::get<WebhookSettings>(hook.channel).url, "https://x/");
    EXPECT_EQ(std::get<SmsSettings>(sms.channel).line.device, "/dev/m");
    EXPECT_EQ(std::get<SmsSettings>(sms.channel).line.baud, 9600);
    EXPECT_FALSE(sms.secret);
    EXPECT_EQ(config->siren->channel, 2);
    EXPECT_EQ(config->siren->profile.id, "r");
    EXPECT_EQ(config->siren->line.tcp->host, "a");
}

TEST_F(StationFile, ACalibrationWithoutItsDateOrUnderTheDefaultsNameIsRefused)
{
    EXPECT_EQ(problemOf("[calibration]\nid = \"default\"\nslope = 1\noffset = 0.5\nuncertainty = 0.2\n"),
              "s.toml:6: calibration.made: (missing): add it: a date such as 2026-03-01, without quotes\n"
              "s.toml:7: calibration.id: 'default': another id: \"default\" stands for a site that nobody has calibrated");
}

TEST_F(StationFile, TwoPeopleOfOneNumberAreRefused)
{
    EXPECT_EQ(problemOf("[[staff]]\nnumber = \"1\"\nname = \"A\"\n[[staff]]\nnumber = \"1\"\nname = \"B\"\n"),
              "s.toml:10: staff[2].number: '1': a number that nobody else has");
}

TEST_F(StationFile, AZoneThatIsNoneIsRefused)
{
    for (const auto *offset : {"8", "+8:00", "+15:00", "+08:60", "08:00+", "+0x:00"}) {
        const auto config = parseStationConfig("[station]\nname = \"W\"\nplan = \"p.toml\"\nutc_offset = \"" + std::string(offset) + "\"\n",
                                               folder.path() / "s.toml");
        ASSERT_FALSE(config) << offset;
        EXPECT_THAT(config.error().detail, AllOf(HasSubstr(":4: station.utc_offset"), HasSubstr("such as \"+08:00\"")));
    }
}

TEST_F(StationFile, AMissingStationFileIsNamed)
{
    const auto config = loadStationConfig(folder.path() / "nothing.toml");
    ASSERT_FALSE(config);
    EXPECT_EQ(config.error().code, ErrorCode::BadConfig);
    EXPECT_THAT(config.error().detail, HasSubstr("nothing.toml:1: (file): No such file"));
}

TEST_F(StationFile, AKeyThatIsNoneOfTheThreeKindsIsRefused)
{
    EXPECT_EQ(problemOf("[ledger]\nkey = \"keyring\"\n"),
              "s.toml:7: ledger.key: 'keyring': one of \"file\", \"credential\", \"passphrase\"");
}

TEST_F(StationFile, AKeysNameThatItsKindDoesNotUseIsRefused)
{
    EXPECT_EQ(problemOf("[ledger]\nkey = \"passphrase\"\nkey_file = \"k\"\n"),
              "s.toml:8: ledger.key_file: 'k': leave it out: it goes with key = \"file\" only");
    EXPECT_EQ(problemOf("[ledger]\ncredential = \"k\"\n"),
              "s.toml:7: ledger.credential: 'k': leave it out: it goes with key = \"credential\" only");
}

TEST_F(StationFile, ACredentialsNameNeverLeavesItsFolder)
{
    for (const std::string name : {"../../etc/shadow", "/etc/shadow", "..", ".hidden", "a b", "a/b", "钥匙"})
        EXPECT_THAT(problemOf("[ledger]\nkey = \"credential\"\ncredential = \"" + name + "\"\n"),
                    HasSubstr("letters, digits, '.', '-' and '_'"))
            << name;
}

TEST_F(StationFile, ANightThatIsNoTimeOfDayIsRefused)
{
    for (const std::string time : {"24:00", "02:60", "2:30", "02:30:00", "0230", "-1:30", "02:-5", "02.30", "noon", "  :  "})
        EXPECT_EQ(problemOf("[ledger]\nnightly = \"" + time + "\"\n"),
                  "s.toml:7: ledger.nightly: '" + time + "': a time of day such as \"02:30\"");
    EXPECT_THAT(problemOf("[ledger]\nnightly = 02:30:00\n"), HasSubstr("s.toml:7: ledger.nightly: 02:30:00: a text in quotes"));
}

TEST_F(StationFile, BackupsAreKeptOneAtLeastAndAYearAtMost)
{
    for (const std::string count : {"0", "-1", "366", "2.5", "\"7\""})
        EXPECT_THAT(problemOf("[ledger]\nkeep_backups = " + count + "\n"), HasSubstr("a whole number from 1 to 365")) << count;
    EXPECT_TRUE(parsed("[ledger]\nkeep_backups = 365\n"));
}

TEST_F(StationFile, PicturesOfACaptureAreNeverKeptForMoreThanAMonth)
{
    for (const std::string days : {"0", "-1", "31"})
        EXPECT_THAT(problemOf("[diagnostics]\nkeep_days = " + days + "\n"), HasSubstr("a whole number from 1 to 30")) << days;
}

TEST_F(StationFile, EachKindOfKeyCarriesItsOwnName)
{
    const auto sourceOf = [&](const std::string &keys) {
        const auto config = parsed("[ledger]\n" + keys);
        EXPECT_TRUE(config) << config.error().detail;
        return config ? config->ledgerKey : KeySource{};
    };
    auto source = sourceOf("key = \"credential\"\n");
    EXPECT_EQ(source.kind, KeySource::Kind::Credential);
    EXPECT_EQ(source.name, "menshen.key");
    source = sourceOf("key = \"credential\"\ncredential = \"West_door-1.key\"\n");
    EXPECT_EQ(source.name, "West_door-1.key");
    source = sourceOf("key = \"passphrase\"\n");
    EXPECT_EQ(source.kind, KeySource::Kind::Passphrase);
    EXPECT_EQ(source.name, "");
    source = sourceOf("key = \"file\"\nkey_file = \"keys/k\"\n");
    EXPECT_EQ(source.kind, KeySource::Kind::File);
    EXPECT_EQ(source.name, folder.path() / "keys/k");
}

TEST_F(StationFile, EverythingWrongIsToldAtOnce)
{
    const auto problem = problemOf("[camera]\ndevcie = \"0\"\n[gate]\nprofile = 3\n[ofice]\n[[staff]]\nname = \"A\"\n");
    EXPECT_THAT(problem, AllOf(HasSubstr("s.toml:7: camera.devcie: '0': no such key; did you mean \"device\"?"),
                               HasSubstr("s.toml:9: gate.profile: 3: a text"),
                               HasSubstr("s.toml:10: ofice: (a table): no such key; did you mean \"office\"?"),
                               HasSubstr("s.toml:11: staff[1].number: (missing)")));
}

TEST_F(StationFile, ABareStationHasNoDevicesAndSensibleDefaults)
{
    const auto config = parsed("");
    ASSERT_TRUE(config) << config.error().detail;
    EXPECT_EQ(config->stationName, "West");
    EXPECT_EQ(config->offset.value, 8h);
    EXPECT_EQ(config->plan.id, "p");
    EXPECT_FALSE(config->thermometer || config->camera || config->gate);
    EXPECT_TRUE(config->calibration.isDefault);
    EXPECT_EQ(config->language, Language::Chinese);
    EXPECT_EQ(config->theme, Theme::Light);
    const auto data = folder.path().parent_path() / "var";
    EXPECT_EQ(config->ledgerFile, data / "ledger.db");
    EXPECT_EQ(config->ledgerKey.kind, KeySource::Kind::File);
    EXPECT_EQ(config->ledgerKey.name, data / "station.key");
    EXPECT_EQ(config->upkeep.backupFolder, data / "backups");
    EXPECT_EQ(config->upkeep.keepBackups, 7);
    EXPECT_EQ(config->upkeep.nightly, 150min);
    EXPECT_EQ(config->diagnostics.folder, data / "diagnostics");
    EXPECT_EQ(config->diagnostics.keepDays, 7);
    EXPECT_EQ(config->pinFile, data / "pin");
    EXPECT_EQ(config->exportFolder, data / "exports");
    EXPECT_EQ(config->stateFile, data / "state.ini");
    EXPECT_EQ(config->logFile, "");
}

TEST_F(StationFile, ASerialLineTakesTheProfilesSettingsWhereItHasNoneOfItsOwn)
{
    const auto config = parsed("[thermometer]\nprofile = \"t.toml\"\nserial = \"/dev/serial/by-id/x\"\nparity = \"O\"\n");
    ASSERT_TRUE(config) << config.error().detail;
    const auto &line = config->thermometer->line;
    ASSERT_TRUE(line.serial);
    EXPECT_FALSE(line.tcp);
    EXPECT_EQ(line.serial->device, "/dev/serial/by-id/x");
    EXPECT_EQ(line.serial->baud, 19200);
    EXPECT_EQ(line.serial->parity, 'O');
    EXPECT_FALSE(line.slave);
    EXPECT_FALSE(line.responseTimeout);
    EXPECT_EQ(line.interval, 100ms);
    EXPECT_EQ(config->plan.temperature.warmUp, 15min);
}

TEST_F(StationFile, AThermometerTooSlowForThePlanIsRefusedWithWhatWouldDo)
{
    const std::string top = "[thermometer]\nprofile = \"t.toml\"\ntcp = \"a:1\"\n";
    EXPECT_EQ(problemOf(top + "interval_ms = 200\n"), "s.toml:9: thermometer.interval_ms: 200: at most 125 ms: the plan's "
                                                      "temperature.min_samples is 5 within temperature.window_ms of 500 ms");
    EXPECT_THAT(problemOf(top + "interval_ms = 1000\n"), HasSubstr("at most 666 ms: the plan's temperature.max_age_ms is 1000 ms"));
    EXPECT_EQ(problemOf(top + "interval_ms = 125\n"), "no problem");
}

TEST_F(StationFile, ACameraTooSlowForThePlanIsRefusedWithWhatWouldDo)
{
    folder.write("pictures/x.txt", "");
    const std::string top = "[camera]\nfolder = \"pictures\"\n";
    EXPECT_EQ(problemOf(top + "frames_per_second = 6\n"),
              "s.toml:8: camera.frames_per_second: 6: at least 6.7: the plan's mask.min_frames is "
              "5 within mask.window_ms of 600 ms");
    EXPECT_THAT(problemOf(top + "frames_per_second = 3\n"),
                HasSubstr("the plan's subject.max_gap_ms is 400 ms: each picture would show another person"));
    EXPECT_EQ(problemOf(top + "frames_per_second = 6.7\n"), "no problem");
}

TEST_F(StationFile, APlanThatAsksForMoreThanTheDevicesGiveIsRefusedAlsoWhereNoPaceIsWritten)
{
    folder.write("p.toml", "id = \"p\"\nname = { zh = \"甲\", en = \"P\" }\n[alert]\n[[alert.step]]\nid = \"k\"\nzh = \"留\"\nen = \"K\"\n"
                           "[notice]\nzh = \"告\"\nen = \"N\"\n[privacy]\nzh = \"隐\"\nen = \"Pr\"\n[mask]\nmin_frames = 40\n");
    folder.write("pictures/x.txt", "");
    EXPECT_THAT(problemOf("[camera]\nfolder = \"pictures\"\n"), HasSubstr("s.toml:6: camera.frames_per_second: (missing): at least 65.1"));
}

TEST_F(StationFile, EveryKeyReachesTheConfig)
{
    folder.write("pictures/x.txt", "");
    folder.write("other.onnx", "");
    const auto config = parseStationConfig(
        "[station]\nname = \"W\"\nplan = \"p.toml\"\nutc_offset = \"-03:30\"\nlanguage = \"en\"\ntheme = \"dark\"\ndata_folder = \"data\"\n"
        "[thermometer]\nprofile = \"t.toml\"\ntcp = \"[::1]:1502\"\nslave = 7\ninterval_ms = 50\nresponse_timeout_ms = 80\nwarm_up_s = 0\n"
        "[camera]\nfolder = \"pictures\"\nwidth = 320\nheight = 240\nframes_per_second = 12.5\nmirror = false\nrotation = 90\nexposure_ms "
        "= 8.5\n"
        "crop = { x = 0.1, y = 0.2, w = 0.5, h = 0.75 }\n"
        "[detector]\nface_model = \"other.onnx\"\nmin_score = 0.4\nthreads = 2\n"
        "[gate]\nprofile = \"r.toml\"\ntcp = \"relay\"\nchannel = 3\npulse_ms = 500\n"
        "[ledger]\nfile = \"l.db\"\nkey_file = \"k\"\nbackup_folder = \"b\"\nkeep_backups = 30\nnightly = \"23:59\"\n"
        "[report]\nunit = \"U\"\npreparer = \"P\"\nreviewer = \"R\"\ntelephone = \"0737-1\"\n"
        "[diagnostics]\nfolder = \"d\"\nkeep_days = 2\n[office]\npin_file = "
        "\"pins/pin\"\nexport_folder = \"out\"\n[log]\nfile = \"/var/log/x.log\"\n"
        "[calibration]\nid = \"c1\"\nslope = 1.1\noffset = -0.4\nambient_slope = -0.02\nambient_reference = 21\nuncertainty = 0.25\nmade = "
        "2026-02-01\n"
        "[[staff]]\nnumber = \"1\"\nname = \"王\"\ndepartment = \"窗口\"\n",
        folder.path() / "s.toml");
    ASSERT_TRUE(config) << config.error().detail;
    EXPECT_EQ(config->offset.value, -210min);
    EXPECT_EQ(config->language, Language::English);
    EXPECT_EQ(config->theme, Theme::Dark);
    const auto &line = config->thermometer->line;
    EXPECT_EQ(line.tcp->host, "::1");
    EXPECT_EQ(line.tcp->port, 1502);
    EXPECT_EQ(line.slave, 7);
    EXPECT_EQ(line.interval, 50ms);
    EXPECT_EQ(line.responseTimeout, 80ms);
    EXPECT_EQ(config->plan.temperature.warmUp, 0s);
    EXPECT_EQ(config->camera->kind, CameraKind::Folder);
    EXPECT_EQ(config->camera->source, folder.path() / "pictures");
    EXPECT_EQ(config->camera->width, 320);
    EXPECT_EQ(config->camera->height, 240);
    EXPECT_EQ(config->camera->framesPerSecond, 12.5);
    EXPECT_FALSE(config->camera->view.mirror);
    EXPECT_EQ(config->camera->view.rotation, 90);
    EXPECT_EQ(config->camera->view.exposure, 8500us);
    EXPECT_EQ(config->camera->view.zone, (PictureZone{0.1, 0.2, 0.5, 0.75}));
    EXPECT_EQ(config->detector.faceModel, folder.path() / "other.onnx");
    EXPECT_EQ(config->detector.stateModel, folder.path() / "models/mask-state.onnx");
    EXPECT_EQ(config->detector.minScore, 0.4);
    EXPECT_EQ(config->detector.threads, 2);
    EXPECT_EQ(config->gate->line.tcp->port, 502);
    EXPECT_EQ(config->gate->channel, 3);
    EXPECT_EQ(config->gate->pulse, 500ms);
    EXPECT_EQ(config->ledgerFile, folder.path() / "l.db");
    EXPECT_EQ(config->ledgerKey.name, folder.path() / "k");
    EXPECT_EQ(config->upkeep.backupFolder, folder.path() / "b");
    EXPECT_EQ(config->upkeep.keepBackups, 30);
    EXPECT_EQ(config->upkeep.nightly, 23h + 59min);
    EXPECT_EQ(config->diagnostics.folder, folder.path() / "d");
    EXPECT_EQ(config->diagnostics.keepDays, 2);
    EXPECT_EQ(config->report, (ReportParties{"U", "P", "R", "0737-1"}));
    EXPECT_EQ(config->pinFile, folder.path() / "pins/pin");
    EXPECT_EQ(config->exportFolder, folder.path() / "out");
    EXPECT_EQ(config->stateFile, folder.path() / "data/state.ini");
    EXPECT_EQ(config->logFile, "/var/log/x.log");
    EXPECT_FALSE(config->calibration.isDefault);
    EXPECT_EQ(config->calibration.id.value, "c1");
    EXPECT_EQ(config->calibration.slope, 1.1);
    EXPECT_EQ(config->calibration.offset.degrees, -0.4);
    EXPECT_EQ(config->calibration.ambientSlope, -0.02);
    EXPECT_EQ(config->calibration.ambientReference.degrees, 21);
    EXPECT_EQ(config->calibration.uncertainty.degrees, 0.25);
    EXPECT_EQ(config->calibration.made, std::chrono::sys_days{std::chrono::year{2026} / 2 / 1});
    ASSERT_EQ(config->staff.size(), 1U);
    EXPECT_EQ(config->staff[0], (StaffMember{"1", "王", "窗口"}));
}

} // namespace
} // namespace menshen

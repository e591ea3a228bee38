// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/config/ConfigFiles.h"
#include "drivers/config/ProfileKeys.h"
#include "drivers/config/TomlReader.h"

#include <array>

namespace menshen {

namespace {

constexpr std::array<std::pair<std::string_view, RegisterTable>, 3> kTables{
    {{"holding", RegisterTable::Holding}, {"input", RegisterTable::Input}, {"discrete", RegisterTable::Discrete}}};
constexpr std::array<std::pair<std::string_view, RegisterTable>, 2> kRegisterTables{
    {{"holding", RegisterTable::Holding}, {"input", RegisterTable::Input}}};
constexpr std::array<std::pair<std::string_view, RegisterType>, 4> kTypes{{{"int16", RegisterType::Int16},
                                                                           {"uint16", RegisterType::UInt16},
                                                                           {"sign_magnitude16", RegisterType::SignMagnitude16},
                                                                           {"float32", RegisterType::Float32}}};
constexpr std::array<std::pair<std::string_view, ByteOrder>, 4> kOrders{
    {{"abcd", ByteOrder::Abcd}, {"cdab", ByteOrder::Cdab}, {"badc", ByteOrder::Badc}, {"dcba", ByteOrder::Dcba}}};
constexpr std::array<std::pair<std::string_view, SensorFault>, 9> kFaults{{{"measurement", SensorFault::Measurement},
                                                                           {"ambient_low", SensorFault::AmbientLow},
                                                                           {"ambient_high", SensorFault::AmbientHigh},
                                                                           {"object_low", SensorFault::ObjectLow},
                                                                           {"object_high", SensorFault::ObjectHigh},
                                                                           {"object_out_of_range", SensorFault::ObjectOutOfRange},
                                                                           {"ambient_out_of_range", SensorFault::AmbientOutOfRange},
                                                                           {"parameter", SensorFault::Parameter},
                                                                           {"self_test", SensorFault::SelfTest}}};
constexpr std::array<std::pair<std::string_view, PulseStyle>, 2> kPulseStyles{
    {{"coil_value", PulseStyle::CoilValue}, {"register_pair", PulseStyle::RegisterPair}}};
constexpr std::array<std::pair<std::string_view, char>, 3> kParities{{{"N", 'N'}, {"E", 'E'}, {"O", 'O'}}};

constexpr std::uint16_t kLastAddress = 0xFFFF;

/// Absent when the section is.
std::optional<RegisterField> readField(Section section)
{
    if (!section.present())
        return {};
    RegisterField field;
    section.choice("table", field.table, kRegisterTables, Need::Required);
    section.integer("address", field.address, {0, kLastAddress}, Need::Required);
    section.choice("type", field.type, kTypes, Need::Required);
    section.choice("order", field.order, kOrders);
    section.number("scale", field.scale, {-1000.0, 1000.0}, Need::Required);
    section.number("offset", field.offset, {-1000.0, 1000.0});
    if (field.scale == 0.0)
        section.refuse("scale", "a number other than 0: every reading would be the same");
    if (field.type == RegisterType::Float32 && field.address == kLastAddress)
        section.refuse("address", "at most 65534: a float32 takes two registers");
    return field;
}

std::optional<StatusField> readStatus(Section section)
{
    if (!section.present())
        return {};
    StatusField status;
    section.choice("table", status.table, kTables, Need::Required);
    section.integer("address", status.address, {0, kLastAddress}, Need::Required);
    section.integer("count", status.count, {1, 16});
    const bool discrete = status.table == RegisterTable::Discrete;
    if (!discrete && status.count != 1)
        section.refuse("count", "1, or left out: a register's 16 bits are one status; only discrete inputs are counted");
    const int bits = discrete ? status.count : 16;
    for (auto bit : section.sections("bits", Need::Required)) {
        auto &added = status.bits.emplace_back();
        bit.integer("bit", added.bit, {0, bits - 1}, Need::Required);
        if (SensorFault fault{}; bit.has("fault")) {
            bit.choice("fault", fault, kFaults);
            added.fault = fault;
        }
        bit.flag("fahrenheit", added.fahrenheit);
    }
    return status;
}

void readCommon(Section &root, std::string &id, std::string &name, int &slave, Micros &responseTimeout, SerialLine &serial)
{
    root.text("id", id, Need::Required);
    root.text("name", name, Need::Required);
    readSlave(root, slave);
    root.duration("response_timeout_ms", responseTimeout, kResponseTimeoutMs);
    auto line = root.section("serial");
    readSerialKeys(line, serial);
}

} // namespace

void readSlave(Section &section, int &slave)
{
    int written = slave;
    section.integer("slave", written, {1, 255});
    if (written > 247 && written != 255)
        section.refuse("slave", "a whole number from 1 to 247, or 255");
    else
        slave = written;
}

void readSerialKeys(Section &section, SerialLine &line)
{
    section.integer("baud", line.baud, {1200, 921'600});
    section.choice("parity", line.parity, kParities);
    section.integer("data_bits", line.dataBits, {7, 8});
    section.integer("stop_bits", line.stopBits, {1, 2});
}

Result<ThermometerProfile> parseThermometerProfile(std::string_view text, const std::filesystem::path &file)
{
    TomlReader reader(text, file);
    auto root = reader.root();
    ThermometerProfile profile;
    readCommon(root, profile.id, profile.name, profile.slave, profile.responseTimeout, profile.serial);
    if (const auto object = readField(root.section("object", Need::Required)))
        profile.object = *object;
    profile.rawObject = readField(root.section("raw_object"));
    profile.ambient = readField(root.section("ambient"));
    profile.emissivity = readField(root.section("emissivity"));
    profile.status = readStatus(root.section("status"));
    if (const auto done = reader.finish(); !done)
        return done.error();
    return profile;
}

Result<RelayProfile> parseRelayProfile(std::string_view text, const std::filesystem::path &file)
{
    TomlReader reader(text, file);
    auto root = reader.root();
    RelayProfile profile;
    readCommon(root, profile.id, profile.name, profile.slave, profile.responseTimeout, profile.serial);
    root.integer("channels", profile.channels, {1, 64}, Need::Required);
    root.integer("coil_base", profile.coilBase, {0, kLastAddress});
    if (profile.coilBase + profile.channels - 1 > kLastAddress)
        root.refuse("coil_base", "an address that leaves room for all channels below 65536");
    auto pulse = root.section("pulse", Need::Required);
    pulse.choice("style", profile.style, kPulseStyles, Need::Required);
    pulse.integer("base", profile.pulseBase, {0, kLastAddress}, Need::Required);
    pulse.integer("stride", profile.pulseStride, {1, 256});
    pulse.duration("unit_ms", profile.pulseUnit, {1, 10'000}, Need::Required);
    pulse.integer("command", profile.pulseCommand, {0, kLastAddress});
    if (profile.pulseBase + profile.pulseStride * (profile.channels - 1) + 1 > kLastAddress)
        pulse.refuse("base", "an address that leaves room for all channels below 65536");
    if (const auto done = reader.finish(); !done)
        return done.error();
    return profile;
}

Result<ThermometerProfile> loadThermometerProfile(const std::filesystem::path &file)
{
    const auto text = readSettingsText(file);
    return text ? parseThermometerProfile(*text, file) : text.error();
}

Result<RelayProfile> loadRelayProfile(const std::filesystem::path &file)
{
    const auto text = readSettingsText(file);
    return text ? parseRelayProfile(*text, file) : text.error();
}

} // namespace menshen

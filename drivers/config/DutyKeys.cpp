// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/config/DutyKeys.h"

#include "drivers/config/ConfigFiles.h"

#include <algorithm>
#include <arpa/inet.h>
#include <array>

namespace menshen {

namespace {

constexpr std::string_view kHttps = "https://";
constexpr const char *kAddressForm = "what telephones open, such as \"https://192.168.1.10:8443\": a name or an address, nothing after it";

bool isHost(std::string_view text)
{
    return !text.empty() && std::ranges::all_of(text, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == ':';
    });
}

/// A host as browsers write it in Host and Origin, however it was typed: in small letters, an IPv6 address in its shortest form.
/// Empty when it has colons and is none.
std::string asBrowsersWrite(std::string host)
{
    if (host.find(':') == std::string::npos) {
        std::ranges::transform(host, host.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
        return host;
    }
    in6_addr address{};
    std::array<char, INET6_ADDRSTRLEN> text{};
    const bool read = ::inet_pton(AF_INET6, host.c_str(), &address) == 1;
    return read && ::inet_ntop(AF_INET6, &address, text.data(), text.size()) != nullptr ? text.data() : std::string();
}

/// "https://192.168.1.10:8443": host and port; absent when it is anything else.
std::optional<TcpLine> addressFrom(std::string_view text)
{
    if (!text.starts_with(kHttps))
        return {};
    text.remove_prefix(kHttps.size());
    const auto afterHost = text.starts_with('[') ? text.find(']') : 0;
    const bool ported = afterHost != std::string_view::npos && text.find(':', afterHost) != std::string_view::npos;
    auto line = tcpLineFrom(text);
    if (!line || !isHost(line->host))
        return {};
    line->host = asBrowsersWrite(std::move(line->host));
    if (line->host.empty())
        return {};
    if (!ported)
        line->port = 443;
    return line;
}

} // namespace

void readDuty(Section section, std::optional<StationConfig::DutyPart> &duty, const std::filesystem::path &data)
{
    if (!section.present())
        return;
    StationConfig::DutyPart part;
    std::string address;
    section.text("address", address, Need::Required);
    if (const auto line = addressFrom(address)) {
        part.host = line->host;
        part.publicPort = line->port;
        part.port = line->port;
    } else if (!address.empty()) {
        section.refuse("address", kAddressForm);
    }
    section.text("bind", part.bind);
    if (!isHost(part.bind))
        section.refuse("bind", "an address of this machine, or \"0.0.0.0\" for all of them");
    section.integer("port", part.port, {1, 65535});
    section.path("certificate", part.certificate, PathTo::File);
    section.path("key", part.key, PathTo::File);
    if (section.has("certificate") != section.has("key"))
        section.refuse(section.has("key") ? "certificate" : "key", "both certificate and key, or neither: then the station makes its own");
    part.ownFile = (data / "duty.pem").lexically_normal().string();
    duty = part;
}

} // namespace menshen

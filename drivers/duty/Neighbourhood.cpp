// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/duty/Neighbourhood.h"

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <netinet/in.h>

namespace menshen {

namespace {

std::string written(int family, const void *address)
{
    std::array<char, INET6_ADDRSTRLEN> text{};
    return ::inet_ntop(family, address, text.data(), text.size()) != nullptr ? text.data() : "?";
}

} // namespace

std::string writtenAddress(const sockaddr_storage &address)
{
    if (address.ss_family != AF_INET6)
        return written(AF_INET, &reinterpret_cast<const sockaddr_in &>(address).sin_addr);
    const in6_addr &six = reinterpret_cast<const sockaddr_in6 &>(address).sin6_addr;
    return IN6_IS_ADDR_V4MAPPED(&six) ? written(AF_INET, &six.s6_addr[12]) : written(AF_INET6, &six);
}

std::string neighbourhoodOf(const std::string &address)
{
    in6_addr six{};
    if (::inet_pton(AF_INET6, address.c_str(), &six) != 1)
        return address;
    std::fill(std::begin(six.s6_addr) + 8, std::end(six.s6_addr), std::uint8_t{0});
    return written(AF_INET6, &six) + "/64";
}

} // namespace menshen

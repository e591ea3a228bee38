// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/duty/Neighbourhood.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>

using namespace menshen;

namespace {

std::string writtenSix(const char *text)
{
    sockaddr_storage storage{};
    auto &six = reinterpret_cast<sockaddr_in6 &>(storage);
    six.sin6_family = AF_INET6;
    EXPECT_EQ(::inet_pton(AF_INET6, text, &six.sin6_addr), 1);
    return writtenAddress(storage);
}

} // namespace

TEST(Neighbourhood, OneTelephonesManyAddressesAreOneVisitor)
{
    EXPECT_EQ(neighbourhoodOf("2001:db8:0:7::1"), "2001:db8:0:7::/64");
    EXPECT_EQ(neighbourhoodOf("2001:db8:0:7:ffff:ffff:ffff:ffff"), "2001:db8:0:7::/64");
    EXPECT_NE(neighbourhoodOf("2001:db8:0:8::1"), "2001:db8:0:7::/64");
    EXPECT_EQ(neighbourhoodOf("192.168.1.20"), "192.168.1.20");
    EXPECT_EQ(neighbourhoodOf("?"), "?");
}

TEST(Neighbourhood, AllOfIPv4IsNotOneVisitorOfAnIPv6Socket)
{
    EXPECT_EQ(writtenSix("::ffff:192.168.1.20"), "192.168.1.20");
    EXPECT_EQ(writtenSix("2001:DB8::1"), "2001:db8::1");
}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

struct sockaddr_storage;

namespace menshen {

/// An address as the log says it; an IPv4 one that came to an IPv6 socket as what it is.
[[nodiscard]] std::string writtenAddress(const sockaddr_storage &address);

/// What counts as one visitor where visitors are counted: an IPv4 address; of IPv6, where one telephone has as many addresses as
/// it likes, the network around it ("2001:db8::/64").
[[nodiscard]] std::string neighbourhoodOf(const std::string &address);

} // namespace menshen

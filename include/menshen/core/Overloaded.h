// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace menshen {

/// Several lambdas as one visitor for std::visit.
template <typename... Handlers>
struct Overloaded : Handlers... {
    using Handlers::operator()...;
};

template <typename... Handlers>
Overloaded(Handlers...) -> Overloaded<Handlers...>;

} // namespace menshen

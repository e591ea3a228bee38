// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drivers/sim/SimWorld.h"
#include "menshen/core/Identity.h"

#include <array>
#include <optional>
#include <string_view>
#include <utility>

namespace menshen {

// The words that day scripts, the simulator's HTTP interface and its command line use.

template <typename E, std::size_t N>
using NameTable = std::array<std::pair<std::string_view, E>, N>;

inline constexpr NameTable<MannequinFace, 7> kFaceNames{{{"no_mask", MannequinFace::NoMask},
                                                         {"mask", MannequinFace::Mask},
                                                         {"nose_out", MannequinFace::NoseOut},
                                                         {"chin", MannequinFace::Chin},
                                                         {"hand", MannequinFace::HandBeforeMouth},
                                                         {"veiled", MannequinFace::Veiled},
                                                         {"from_behind", MannequinFace::FromBehind}}};

inline constexpr NameTable<ThermometerFault, 8> kThermometerFaultNames{{{"none", ThermometerFault::None},
                                                                        {"silence", ThermometerFault::Silence},
                                                                        {"exception", ThermometerFault::ExceptionCode},
                                                                        {"wrong_transaction", ThermometerFault::WrongTransactionId},
                                                                        {"half_frame", ThermometerFault::HalfFrame},
                                                                        {"stuck", ThermometerFault::StuckValue},
                                                                        {"disconnect", ThermometerFault::Disconnect},
                                                                        {"garbage", ThermometerFault::Garbage}}};

inline constexpr NameTable<CameraFault, 5> kCameraFaultNames{{{"none", CameraFault::None},
                                                              {"black", CameraFault::Black},
                                                              {"frozen", CameraFault::Frozen},
                                                              {"stall", CameraFault::Stall},
                                                              {"disconnect", CameraFault::Disconnect}}};

inline constexpr NameTable<DocumentType, 7> kDocumentTypeNames{{{"resident_id", DocumentType::ResidentId},
                                                                {"travel_permit_hk_macau", DocumentType::TravelPermitHkMacau},
                                                                {"travel_permit_taiwan", DocumentType::TravelPermitTaiwan},
                                                                {"chinese_passport", DocumentType::ChinesePassport},
                                                                {"foreign_resident_card", DocumentType::ForeignResidentCard},
                                                                {"foreign_passport", DocumentType::ForeignPassport},
                                                                {"none", DocumentType::None}}};

template <typename E, std::size_t N>
[[nodiscard]] constexpr std::string_view nameIn(const NameTable<E, N> &table, E value) noexcept
{
    for (const auto &[name, meaning] : table) {
        if (meaning == value) {
            return name;
        }
    }
    return {};
}

template <typename E, std::size_t N>
[[nodiscard]] constexpr std::optional<E> valueIn(const NameTable<E, N> &table, std::string_view word) noexcept
{
    for (const auto &[name, meaning] : table) {
        if (name == word) {
            return meaning;
        }
    }
    return std::nullopt;
}

} // namespace menshen

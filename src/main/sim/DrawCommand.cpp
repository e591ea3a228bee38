// SPDX-License-Identifier: GPL-3.0-or-later
#include "src/main/sim/Commands.h"

#include "drivers/pictures/FrameMat.h"
#include "drivers/pictures/Pictures.h"
#include "drivers/sim/SimNames.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>
#include <iostream>

namespace menshen {

namespace {

/// The state that a detector should see, null where it should find no face; the labels' words are those of `menshenctl eye detect`.
const char *stateOf(MannequinFace face)
{
    switch (face) {
    case MannequinFace::Mask:
        return "mask";
    case MannequinFace::NoseOut:
    case MannequinFace::Chin:
        return "incorrect";
    case MannequinFace::NoMask:
    case MannequinFace::HandBeforeMouth:
        return "no_mask";
    case MannequinFace::Veiled:
    case MannequinFace::FromBehind:
        break;
    }
    return nullptr;
}

} // namespace

int draw(const DrawOptions &options)
{
    const std::filesystem::path folder{options.folder};
    std::error_code failure;
    std::filesystem::create_directories(folder, failure);
    std::ofstream labels(folder / "labels.jsonl");
    for (const auto &[name, face] : kFaceNames) {
        const char *state = stateOf(face);
        if (state == nullptr) {
            continue;
        }
        for (std::uint32_t variant = 0; variant < options.variants; ++variant) {
            const MannequinLook look{face, variant};
            const std::string file = std::string{name} + "-" + std::to_string(variant) + ".png";
            const Frame picture = frameOf(drawScene({look}, {options.width, options.height}, 0.0), MonoTime{});
            if (const auto saved = savePicture(picture, folder / file); !saved) {
                std::cerr << "menshen-sim: " << saved.error().detail << '\n';
                return kExitFailure;
            }
            labels << nlohmann::json{{"file", file},       {"face", name},          {"state", state},
                                     {"variant", variant}, {"height", look.height}, {"x", look.x}}
                          .dump()
                   << '\n';
        }
    }
    labels.close();
    if (!labels) {
        std::cerr << "menshen-sim: " << (folder / "labels.jsonl").string() << ": cannot be written\n";
        return kExitFailure;
    }
    return kExitOk;
}

} // namespace menshen

// SPDX-License-Identifier: GPL-3.0-or-later
// Writes pictures of the simulator's mannequin and their faces.jsonl: mannequins FOLDER COUNT
#include "drivers/sim/Mannequin.h"

#include <opencv2/imgcodecs.hpp>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <random>

namespace {

using menshen::MannequinFace;

const char *stateOf(MannequinFace face)
{
    switch (face) {
    case MannequinFace::Mask:
        return "mask";
    case MannequinFace::NoMask:
        return "no_mask";
    case MannequinFace::NoseOut:
    case MannequinFace::Chin:
        return "incorrect";
    case MannequinFace::HandBeforeMouth:
    case MannequinFace::Veiled:
    case MannequinFace::FromBehind:
        break;
    }
    return "covered";
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 3) {
        std::cerr << "mannequins FOLDER COUNT\n";
        return 2;
    }
    const std::filesystem::path folder = argv[1];
    std::filesystem::create_directories(folder / "images");
    std::ofstream labels(folder / "faces.jsonl");
    std::mt19937 random(1);
    const auto between = [&](double low, double high) { return std::uniform_real_distribution<double>(low, high)(random); };
    const cv::Size size(320, 240);
    for (int i = 0; i < std::stoi(argv[2]); ++i) {
        const std::uint32_t variant = random() % 400;
        const auto face = static_cast<MannequinFace>(random() % 5);
        const menshen::MannequinLook look{face, variant, std::exp(between(std::log(0.1), std::log(0.75))), between(0.25, 0.75)};
        const bool empty = i % 12 == 0;
        const cv::Mat picture = menshen::drawScene(empty ? std::vector<menshen::MannequinLook>{} : std::vector{look}, size, between(0, 60));
        const std::string file = "images/mannequin_" + std::to_string(i) + ".png";
        cv::imwrite((folder / file).string(), picture);
        // Mannequin.cpp's own figures: the face's middle, its height as the unit, eyes and mouth.
        const double unit = look.height * size.height, x = look.x * size.width, y = (0.47 + 0.02 * look.height) * size.height;
        labels << R"({"file": ")" << file << R"(", "width": 320, "height": 240, "source": "mannequins", "group": "variant )" << variant
               << R"(", "faces": [)";
        if (!empty) {
            labels << R"({"box": [)" << x - 0.42 * unit << ", " << y - 0.52 * unit << ", " << 0.84 * unit << ", " << 1.04 * unit
                   << R"(], "state": ")" << stateOf(face) << "\"}";
        }
        labels << "]}\n";
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drivers/vision/Evaluation.h"
#include "menshen/ports/Camera.h"
#include "menshen/ports/Clock.h"

#include <functional>
#include <map>
#include <stop_token>

namespace menshen {

/// Called after each picture.
using PictureProgress = std::function<void(std::size_t done, std::size_t total)>;

/// A detector in an evaluation, and how its faces become states.
struct Contestant {
    std::string name;
    MaskDetector *detector = nullptr;
    evaluation::Rules rules;
};

struct Failure {
    std::string file; ///< relative to the folder
    evaluation::Judged judged;
};

/// What one detector came to.
struct Measured {
    std::string name;
    std::map<std::string, evaluation::Tally> sources;
    std::vector<double> millis;    ///< of detection alone, a picture each, in the pictures' order
    std::vector<Failure> failures; ///< whatever was not right, worst first
};

struct FolderEvaluation {
    std::vector<Measured> measured;    ///< in the contestants' order
    std::vector<std::string> problems; ///< pictures that could not be read or searched: nobody was measured by them
};

/// Searches every picture with every contestant, in turns, so that what else the machine does hits all alike.
/// Cancelled when stopped.
[[nodiscard]] Result<FolderEvaluation> evaluateFolder(const std::filesystem::path &folder, const std::vector<LabelledPicture> &pictures,
                                                      const std::vector<Contestant> &contestants, const Clock &clock,
                                                      const PictureProgress &progress, const std::stop_token &stop);

} // namespace menshen

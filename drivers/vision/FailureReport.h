// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drivers/vision/EvaluateFolder.h"

#include <filesystem>

namespace menshen {

/// Writes index.html and a picture beside it for each of the worst failures (`most` at most) into `folder`, which is made:
/// the face and what is around it, enlarged, with the labelled box (green) and the detector's (red). People can be seen in
/// it: BadInput when `folder` lies in a checkout of git. Storage when it cannot be written. Cancelled when stopped: what
/// was written stays, without index.html. Answers how many were written.
[[nodiscard]] Result<std::size_t> writeFailureReport(const std::filesystem::path &folder, const std::filesystem::path &pictures,
                                                     const Measured &measured, std::size_t most, const PictureProgress &progress,
                                                     const std::stop_token &stop);

} // namespace menshen

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/ports/Camera.h"

#include <filesystem>
#include <vector>

namespace menshen {

/// Reads any picture that OpenCV knows (grey, alpha and 16 bits become 8-bit BGR; EXIF orientation is applied).
/// `at` of the frame is the epoch: a file has no time. NotFound when it cannot be read, BadInput when it is empty, cut
/// short, too large or no picture.
[[nodiscard]] Result<Frame> loadPicture(const std::filesystem::path &file);

/// The pictures of a folder and of the folders below it, by extension, in name order. NotFound when there is no such folder.
[[nodiscard]] Result<std::vector<std::filesystem::path>> listPictures(const std::filesystem::path &folder);

/// Writes `frame` in the format of the file's ending. Storage when it cannot.
[[nodiscard]] Result<void> savePicture(const Frame &frame, const std::filesystem::path &file);

} // namespace menshen

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Mask.h"
#include "menshen/core/Result.h"

#include <filesystem>
#include <istream>
#include <string>
#include <vector>

namespace menshen {

/// What a person says of a face.
struct LabelledFace {
    PixelBox box; ///< in the picture's pixels; of a size above 0
    /// `Unsure` stands for "covered": a hand or a cup before the mouth, of which only unsure is right.
    MaskState state = MaskState::Unsure;
    bool counts = true; ///< false: nobody can say; whatever is found there is neither right nor wrong
};

/// A line of faces.jsonl.
struct LabelledPicture {
    std::string file;   ///< relative to the folder
    std::string source; ///< "portraits", "scenes", …
    std::string group;  ///< one person or one series: never split
    std::vector<LabelledFace> faces;
};

struct LabelledFolder {
    std::vector<LabelledPicture> pictures; ///< of every good line, in the file's order
    std::vector<std::string> problems;     ///< of every other: "faces.jsonl:12: what is wrong: what would be right"
};

/// Reads {"file", "source", "group", "faces": [{"box": [x, y, w, h], "state"}]}, one object a line; other keys are left
/// alone. A bad line is a problem and no picture. `name` is what problems call the text.
[[nodiscard]] LabelledFolder parseLabelledFaces(std::istream &lines, const std::string &name);

/// The same of faces.jsonl in `folder`. NotFound when there is none.
[[nodiscard]] Result<LabelledFolder> loadLabelledFaces(const std::filesystem::path &folder);

} // namespace menshen

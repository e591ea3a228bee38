// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/vision/LabelledFaces.h"

#include "drivers/vision/StateWords.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>
#include <string_view>
#include <utility>

namespace menshen {
namespace {

using Json = nlohmann::json;
namespace fs = std::filesystem;

constexpr std::string_view kIgnored = "ignored";
constexpr std::array<MaskState, 4> kStates{MaskState::Mask, MaskState::NoMask, MaskState::Incorrect, MaskState::Unsure};

/// What is wrong and what would be right.
Error bad(const std::string &what, const std::string &remedy) { return {ErrorCode::BadInput, what + ": " + remedy}; }

std::string shown(const Json &value) { return value.dump(-1, ' ', false, Json::error_handler_t::replace).substr(0, 60); }

Result<std::string> textOf(const Json &object, const char *key)
{
    const auto value = object.find(key);
    if (value == object.end())
        return bad(std::string(key) + " is missing", "a text");
    if (!value->is_string() || value->get_ref<const std::string &>().empty())
        return bad(std::string(key) + ": " + shown(*value), "a text");
    return value->get<std::string>();
}

/// Nothing outside of the folder is ever read.
bool isBelow(const fs::path &file) { return file.is_relative() && std::ranges::find(file, fs::path("..")) == file.end(); }

Result<PixelBox> boxOf(const Json &face)
{
    constexpr auto kRemedy = "four numbers x, y, width, height in pixels, width and height above 0";
    const auto value = face.find("box");
    if (value == face.end())
        return bad("box is missing", kRemedy);
    const bool fits = value->is_array() && value->size() == 4 && std::ranges::all_of(*value, [](const Json &n) { return n.is_number(); });
    if (!fits)
        return bad("box: " + shown(*value), kRemedy);
    const PixelBox box{(*value)[0], (*value)[1], (*value)[2], (*value)[3]};
    if (!std::isfinite(box.x) || !std::isfinite(box.y) || !(box.w > 0) || !(box.h > 0))
        return bad("box: " + shown(*value), kRemedy);
    return box;
}

Result<LabelledFace> faceOf(const Json &json)
{
    if (!json.is_object())
        return bad(shown(json), "an object with box and state");
    const auto box = boxOf(json);
    if (!box)
        return box.error();
    const auto word = textOf(json, "state");
    if (word && *word == kIgnored)
        return LabelledFace{*box, MaskState::Unsure, false};
    const auto state = std::ranges::find(kStates, word ? std::string_view(*word) : std::string_view(),
                                         [](MaskState s) { return wordOf(s, kCoveredLabel); });
    if (state == kStates.end())
        return bad(word ? "state: \"" + *word + '"' : word.error().detail, "mask, no_mask, incorrect, covered or ignored");
    return LabelledFace{*box, *state, true};
}

Result<std::vector<LabelledFace>> facesOf(const Json &json)
{
    const auto list = json.find("faces");
    if (list == json.end() || !list->is_array())
        return bad(list == json.end() ? "faces is missing" : "faces: " + shown(*list), "a list, empty when there is no face");
    std::vector<LabelledFace> faces;
    for (const Json &each : *list) {
        const auto face = faceOf(each);
        if (!face)
            return Error{ErrorCode::BadInput, "faces[" + std::to_string(faces.size()) + "]: " + face.error().detail};
        faces.push_back(*face);
    }
    return faces;
}

Result<LabelledPicture> pictureOf(const std::string &line)
{
    const Json json = Json::parse(line, nullptr, false);
    if (!json.is_object())
        return bad(json.is_discarded() ? "no JSON" : shown(json), "one JSON object with file, source, group and faces");
    LabelledPicture picture;
    for (const auto &[key, target] :
         {std::pair{"file", &picture.file}, std::pair{"source", &picture.source}, std::pair{"group", &picture.group}}) {
        auto text = textOf(json, key);
        if (!text)
            return text.error();
        *target = *std::move(text);
    }
    if (!isBelow(picture.file))
        return bad("file: \"" + picture.file + '"', "a path below the folder");
    auto faces = facesOf(json);
    if (!faces)
        return faces.error();
    picture.faces = *std::move(faces);
    return picture;
}

} // namespace

LabelledFolder parseLabelledFaces(std::istream &lines, const std::string &name)
{
    LabelledFolder folder;
    int number = 0;
    for (std::string line; std::getline(lines, line);) {
        ++number;
        if (line.find_first_not_of(" \t\r") == std::string::npos)
            continue;
        if (auto picture = pictureOf(line); picture)
            folder.pictures.push_back(*std::move(picture));
        else
            folder.problems.push_back(name + ':' + std::to_string(number) + ": " + picture.error().detail);
    }
    return folder;
}

Result<LabelledFolder> loadLabelledFaces(const fs::path &folder)
{
    const auto file = folder / "faces.jsonl";
    std::ifstream lines(file);
    if (!lines)
        return Error{ErrorCode::NotFound, file.string() + ": cannot be read: a folder with faces.jsonl and its pictures"};
    return parseLabelledFaces(lines, file.string());
}

} // namespace menshen

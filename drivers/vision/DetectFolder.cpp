// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/vision/DetectFolder.h"

#include "drivers/pictures/Pictures.h"
#include "drivers/vision/StateWords.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace menshen {
namespace {

using Json = nlohmann::ordered_json;

double rounded(double value, double steps) { return std::round(value * steps) / steps; }

Json jsonOf(const Face &face)
{
    Json json;
    json["box"] = {rounded(face.box.x, 10), rounded(face.box.y, 10), rounded(face.box.w, 10), rounded(face.box.h, 10)};
    json["state"] = wordOf(stateOf(face, MaskRules{}));
    json["score"] = rounded(face.score, 10000);
    return json;
}

double median(std::vector<double> values)
{
    if (values.empty())
        return 0;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

/// Adds the time that detection took to `millis`.
Result<std::vector<Face>> detectFile(MaskDetector &detector, const std::filesystem::path &file, const Clock &clock,
                                     std::vector<double> &millis)
{
    const auto frame = loadPicture(file);
    if (!frame)
        return frame.error();
    const MonoTime begin = clock.mono();
    auto faces = detector.detect(*frame);
    if (faces)
        millis.push_back(std::chrono::duration<double, std::milli>(clock.mono() - begin).count());
    return faces;
}

} // namespace

Result<FolderSummary> detectFolder(MaskDetector &detector, const std::filesystem::path &folder, std::ostream &lines, const Clock &clock)
{
    const auto files = listPictures(folder);
    if (!files)
        return files.error();
    FolderSummary summary;
    std::vector<double> millis;
    for (const auto &file : *files) {
        Json line;
        line["file"] = file.lexically_relative(folder).generic_string();
        line["faces"] = Json::array();
        ++summary.pictures;
        if (const auto faces = detectFile(detector, file, clock, millis); faces) {
            for (const Face &face : *faces)
                line["faces"].push_back(jsonOf(face));
        } else {
            ++summary.unreadable;
            line["error"] = faces.error().detail;
        }
        // A file's name may be no UTF-8 at all; the line must be JSON all the same.
        lines << line.dump(-1, ' ', false, Json::error_handler_t::replace) << '\n';
        if (!lines.flush())
            return Error{ErrorCode::Storage, "cannot write the detections"};
    }
    summary.medianMillis = median(std::move(millis));
    return summary;
}

} // namespace menshen

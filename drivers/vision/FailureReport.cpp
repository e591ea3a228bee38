// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/vision/FailureReport.h"

#include "drivers/pictures/FrameMat.h"
#include "drivers/pictures/Pictures.h"
#include "drivers/vision/StateWords.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <fstream>
#include <iomanip>
#include <sstream>

namespace menshen {
namespace {

namespace fs = std::filesystem;
using evaluation::Judged;

const cv::Scalar kLabelColour(80, 200, 0), kFoundColour(40, 40, 230); ///< blue, green, red
constexpr int kShownSide = 320;
constexpr double kAround = 2.5; ///< of the boxes' longer side

std::string escaped(const std::string &text)
{
    std::string html;
    for (const char c : text) {
        switch (c) {
        case '&':
            html += "&amp;";
            break;
        case '<':
            html += "&lt;";
            break;
        case '>':
            html += "&gt;";
            break;
        case '"':
            html += "&quot;";
            break;
        default:
            html += c;
        }
    }
    return html;
}

bool isInACheckout(const fs::path &folder)
{
    std::error_code ignored;
    for (auto at = fs::weakly_canonical(folder, ignored); !at.empty(); at = at.parent_path()) {
        if (fs::exists(at / ".git", ignored))
            return true;
        if (at == at.parent_path())
            break;
    }
    return false;
}

cv::Rect2d rectOf(const PixelBox &box) { return {box.x, box.y, box.w, box.h}; }

/// The part of the picture that is shown: square around both boxes, within the picture; the whole when there is none.
cv::Rect shownPart(const Judged &judged, cv::Size picture)
{
    cv::Rect2d boxes = judged.truth ? rectOf(judged.truth->box) : rectOf(judged.found->box);
    if (judged.truth && judged.found)
        boxes |= rectOf(judged.found->box);
    const double side = std::clamp(std::max(boxes.width, boxes.height) * kAround, 16.0, 1e5);
    const cv::Point2d centre(boxes.x + boxes.width / 2, boxes.y + boxes.height / 2);
    const cv::Rect part = cv::Rect(cv::Rect2d(centre.x - side / 2, centre.y - side / 2, side, side)) & cv::Rect({}, picture);
    return part.empty() ? cv::Rect({}, picture) : part;
}

cv::Mat drawn(const cv::Mat &picture, const Judged &judged)
{
    const cv::Rect part = shownPart(judged, picture.size());
    const double scale = static_cast<double>(kShownSide) / std::max(part.width, part.height);
    cv::Mat shown;
    cv::resize(picture(part), shown, cv::Size(std::max(1, cvRound(part.width * scale)), std::max(1, cvRound(part.height * scale))), 0, 0,
               cv::INTER_CUBIC);
    const auto frame = [&](const PixelBox &box, const cv::Scalar &colour) {
        cv::rectangle(shown, cv::Rect2d((box.x - part.x) * scale, (box.y - part.y) * scale, box.w * scale, box.h * scale), colour, 2);
    };
    if (judged.truth)
        frame(judged.truth->box, kLabelColour);
    if (judged.found)
        frame(judged.found->box, kFoundColour);
    return shown;
}

std::string caption(const Judged &judged)
{
    std::ostringstream text;
    text << std::fixed << std::setprecision(2);
    text << "is <b>"
         << (judged.truth    ? wordOf(judged.truth->state, kCoveredLabel)
             : judged.second ? std::string_view("no second face")
                             : "no face")
         << "</b>, ";
    if (!judged.found) {
        text << "<b>not found</b>";
    } else {
        const auto &[mask, noMask, incorrect, covered] = judged.found->state;
        text << "told <b>" << wordOf(judged.told) << "</b>, score " << judged.found->score << "<br>mask " << mask << ", no_mask " << noMask
             << ", incorrect " << incorrect << ", covered " << covered << "<br>sharpness " << judged.found->sharpness << ", brightness "
             << judged.found->brightness;
    }
    return text.str();
}

Result<void> savePart(const fs::path &source, const Judged &judged, const fs::path &target)
{
    const auto frame = loadPicture(source);
    if (!frame)
        return frame.error();
    const auto picture = matOf(*frame);
    return picture ? savePicture(frameOf(drawn(*picture, judged), frame->at), target) : picture.error();
}

void beginPage(std::ostream &page, const Measured &measured, std::size_t shown)
{
    page << "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>" << escaped(measured.name) << ": failures</title>\n"
         << "<style>body{font:14px sans-serif;margin:1em}figure{display:inline-block;width:330px;margin:4px;vertical-align:top}"
         << "img{max-width:320px}figcaption{overflow-wrap:anywhere}</style></head><body>\n"
         << "<h1>" << escaped(measured.name) << ": " << measured.failures.size() << " failures, worst first</h1>\n<p>" << shown
         << " are shown. Green: as labelled; red: as found.</p>\n";
}

} // namespace

Result<std::size_t> writeFailureReport(const fs::path &folder, const fs::path &pictures, const Measured &measured, std::size_t most,
                                       const PictureProgress &progress, const std::stop_token &stop)
{
    if (isInACheckout(folder))
        return Error{ErrorCode::BadInput, folder.string() + ": pictures of people: a folder outside of any git checkout"};
    std::error_code failure;
    fs::create_directories(folder, failure);
    if (failure)
        return Error{ErrorCode::Storage, folder.string() + ": " + failure.message()};

    const std::size_t count = std::min(most, measured.failures.size());
    std::ostringstream page;
    beginPage(page, measured, count);
    for (std::size_t i = 0; i < count; ++i) {
        if (stop.stop_requested())
            return Error{ErrorCode::Cancelled, "stopped"};
        const auto &[file, judged] = measured.failures[i];
        std::ostringstream name;
        name << std::setw(5) << std::setfill('0') << i + 1 << ".jpg";
        if (const auto saved = savePart(pictures / file, judged, folder / name.str()); !saved)
            return saved.error();
        page << "<figure><img src=\"" << name.str() << "\" alt=\"\"><figcaption>" << caption(judged) << "<br>" << escaped(file)
             << "</figcaption></figure>\n";
        if (progress)
            progress(i + 1, count);
    }
    page << "</body></html>\n";
    std::ofstream out(folder / "index.html", std::ios::trunc);
    out << page.str();
    if (!out.flush())
        return Error{ErrorCode::Storage, (folder / "index.html").string() + ": cannot be written"};
    return count;
}

} // namespace menshen

// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/vision/GroupSplit.h"

#include "drivers/pictures/FrameMat.h"
#include "drivers/pictures/Pictures.h"
#include "drivers/vision/Md5.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>

namespace menshen {
namespace {

constexpr std::string_view kSeed = "menshen-eye-20";
constexpr double kValidationShare = 0.2;
constexpr double kSamePicture = 0.93; ///< correlation of two thumbnails
constexpr int kThumbnailSide = 16;

/// A row of kThumbnailSide² numbers, mean 0 and length 1; of zeros when the picture cannot be read.
cv::Mat thumbnailOf(const std::filesystem::path &file)
{
    constexpr int count = kThumbnailSide * kThumbnailSide;
    cv::Mat row = cv::Mat::zeros(1, count, CV_32F);
    const auto frame = loadPicture(file);
    const auto picture = frame ? matOf(*frame) : Result<cv::Mat>(frame.error());
    if (!picture)
        return row;
    cv::Mat grey, small;
    cv::cvtColor(*picture, grey, cv::COLOR_BGR2GRAY);
    cv::resize(grey, small, cv::Size(kThumbnailSide, kThumbnailSide), 0, 0, cv::INTER_AREA);
    small.reshape(1, 1).convertTo(row, CV_32F);
    row -= cv::mean(row);
    row /= cv::norm(row) + 1e-6;
    return row;
}

} // namespace

std::string GroupClusters::of(std::string group) const
{
    for (auto parent = m_parents.find(group); parent != m_parents.end(); parent = m_parents.find(group))
        group = parent->second;
    return group;
}

void GroupClusters::join(const std::string &a, const std::string &b)
{
    const auto [first, second] = std::minmax({of(a), of(b)});
    if (first != second)
        m_parents[second] = first;
}

bool isValidation(std::string_view cluster)
{
    const auto digest = md5(std::string(kSeed) + ':' + std::string(cluster));
    std::uint32_t first = 0;
    for (std::size_t i = 0; i < 4; ++i)
        first = first << 8 | digest[i];
    return first / 4294967296.0 < kValidationShare;
}

Result<std::vector<LabelledPicture>> validationPart(const std::filesystem::path &folder, const std::vector<LabelledPicture> &pictures,
                                                    const PictureProgress &progress, const std::stop_token &stop)
{
    const Error stopped{ErrorCode::Cancelled, "stopped"};
    cv::Mat thumbnails(static_cast<int>(pictures.size()), kThumbnailSide * kThumbnailSide, CV_32F, cv::Scalar(0));
    GroupClusters clusters;
    for (int i = 0; i < thumbnails.rows; ++i) {
        if (stop.stop_requested())
            return stopped;
        const auto &picture = pictures[static_cast<std::size_t>(i)];
        if (picture.source != "mannequins") { // all alike; their groups do
            thumbnailOf(folder / picture.file).copyTo(thumbnails.row(i));
            const cv::Mat alike = thumbnails.rowRange(0, i + 1) * thumbnails.row(i).t();
            for (int j = 0; j < i; ++j)
                if (alike.at<float>(j) > static_cast<float>(kSamePicture))
                    clusters.join(picture.group, pictures[static_cast<std::size_t>(j)].group);
        }
        if (progress)
            progress(static_cast<std::size_t>(i) + 1, pictures.size());
    }
    std::vector<LabelledPicture> validation;
    std::ranges::copy_if(pictures, std::back_inserter(validation),
                         [&](const LabelledPicture &picture) { return isValidation(clusters.of(picture.group)); });
    return validation;
}

} // namespace menshen

// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/pictures/Pictures.h"

#include "drivers/pictures/FrameMat.h"

#include <opencv2/imgcodecs.hpp>

#include <algorithm>
#include <array>
#include <fstream>
#include <string_view>

namespace menshen {
namespace fs = std::filesystem;
namespace {

constexpr std::uintmax_t kMaxFileBytes = 512ull << 20;
constexpr std::array<std::string_view, 9> kExtensions{".bmp", ".jpeg", ".jpg", ".pgm", ".png", ".ppm", ".tif", ".tiff", ".webp"};

bool isPicture(const fs::path &file)
{
    std::string extension = file.extension().string();
    std::ranges::transform(extension, extension.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return std::ranges::find(kExtensions, extension) != kExtensions.end();
}

/// libjpeg fills what is missing with grey and calls it a success, so the end marker is looked for here.
/// Some cameras append data behind it: any marker in the last half counts (a thumbnail's stands in the first).
bool isCutJpeg(const std::vector<std::uint8_t> &bytes)
{
    constexpr std::array<std::uint8_t, 2> kStart{0xFF, 0xD8};
    constexpr std::array<std::uint8_t, 2> kEnd{0xFF, 0xD9};
    if (bytes.size() < 4 || !std::equal(kStart.begin(), kStart.end(), bytes.begin()))
        return false;
    const auto half = bytes.begin() + static_cast<std::ptrdiff_t>(bytes.size() / 2);
    return std::search(half, bytes.end(), kEnd.begin(), kEnd.end()) == bytes.end();
}

Result<std::vector<std::uint8_t>> readBytes(const fs::path &file)
{
    std::error_code failure;
    if (!fs::is_regular_file(file, failure))
        return Error{ErrorCode::NotFound, "no such picture: " + file.string()};
    const std::uintmax_t size = fs::file_size(file, failure);
    if (failure)
        return Error{ErrorCode::NotFound, "cannot read " + file.string() + ": " + failure.message()};
    if (size == 0)
        return Error{ErrorCode::BadInput, "the picture is empty: " + file.string()};
    if (size > kMaxFileBytes)
        return Error{ErrorCode::BadInput, "the picture's file is too large: " + file.string()};
    std::vector<std::uint8_t> bytes(size);
    std::ifstream in(file, std::ios::binary);
    if (!in.read(reinterpret_cast<char *>(bytes.data()), static_cast<std::streamsize>(size)))
        return Error{ErrorCode::NotFound, "cannot read " + file.string()};
    return bytes;
}

} // namespace

Result<Frame> loadPicture(const fs::path &file)
{
    const auto bytes = readBytes(file);
    if (!bytes)
        return bytes.error();
    if (isCutJpeg(*bytes))
        return Error{ErrorCode::BadInput, "the picture is cut short: " + file.string()};
    try {
        cv::Mat picture = cv::imdecode(*bytes, cv::IMREAD_COLOR);
        if (picture.empty())
            return Error{ErrorCode::BadInput, "not a picture: " + file.string()};
        return frameOf(std::move(picture), MonoTime{});
    } catch (const std::exception &failure) { // cv::Exception, and bad_alloc for huge ones
        return Error{ErrorCode::BadInput, "cannot decode " + file.string() + ": " + failure.what()};
    }
}

Result<std::vector<fs::path>> listPictures(const fs::path &folder)
{
    std::error_code failure;
    fs::recursive_directory_iterator entry(folder, fs::directory_options::skip_permission_denied, failure);
    if (failure)
        return Error{ErrorCode::NotFound, "cannot read the folder " + folder.string() + ": " + failure.message()};
    std::vector<fs::path> files;
    for (; entry != fs::recursive_directory_iterator(); entry.increment(failure)) {
        if (failure)
            return Error{ErrorCode::NotFound, "cannot read the folder " + folder.string() + ": " + failure.message()};
        std::error_code ignored;
        if (entry->is_regular_file(ignored) && isPicture(entry->path()))
            files.push_back(entry->path());
    }
    std::ranges::sort(files);
    return files;
}

Result<void> savePicture(const Frame &frame, const std::filesystem::path &file)
{
    const auto picture = matOf(frame);
    if (!picture) {
        return picture.error();
    }
    try {
        if (cv::imwrite(file.string(), *picture)) {
            return {};
        }
    } catch (const cv::Exception &error) {
        return Error{ErrorCode::Storage, file.string() + ": " + error.err};
    }
    return Error{ErrorCode::Storage, file.string() + ": cannot be written"};
}

} // namespace menshen

// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/pictures/CaptureFolder.h"

#include "drivers/pictures/FaceBlur.h"

#include <nlohmann/json.hpp>
#include <opencv2/imgcodecs.hpp>

#include <algorithm>
#include <array>
#include <cerrno>
#include <fcntl.h>
#include <fstream>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <system_error>
#include <unistd.h>

namespace menshen {

namespace fs = std::filesystem;

namespace {

constexpr int kJpegQuality = 90;
constexpr const char *kNotes = "notes.jsonl";
constexpr const char *kEnded = "ended";
constexpr const char *kDestroyed = "destroyed";

Error failure(const fs::path &path, const std::string &what, int code)
{
    return {code == ENOSPC || code == EDQUOT ? ErrorCode::DiskFull : ErrorCode::Storage,
            path.string() + ": " + what + ": " + std::generic_category().message(code)};
}

Error failure(const fs::path &path, const std::string &what, const std::error_code &code) { return failure(path, what, code.value()); }

/// Writes all of it, to a new file or behind what stands there, readable by its owner only.
Result<void> write(const fs::path &file, std::string_view bytes, int how)
{
    const int fd = ::open(file.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW | how, S_IRUSR | S_IWUSR);
    if (fd < 0) {
        return failure(file, "cannot be written", errno);
    }
    int code = 0;
    while (!bytes.empty() && code == 0) {
        const ssize_t written = ::write(fd, bytes.data(), bytes.size());
        if (written >= 0) {
            bytes.remove_prefix(static_cast<std::size_t>(written));
        } else if (errno != EINTR) {
            code = errno;
        }
    }
    if (::close(fd) != 0 && code == 0) {
        code = errno;
    }
    return code == 0 ? Result<void>() : Result<void>(failure(file, "cannot be written", code));
}

Result<void> makeFolder(const fs::path &folder)
{
    if (::mkdir(folder.c_str(), S_IRWXU) != 0) {
        return failure(folder, "cannot be made", errno);
    }
    return {};
}

Result<std::int64_t> roomAt(const fs::path &folder)
{
    struct statvfs disk {};
    if (::statvfs(folder.c_str(), &disk) != 0) {
        return failure(folder, "cannot be looked at", errno);
    }
    return static_cast<std::int64_t>(disk.f_bavail) * static_cast<std::int64_t>(disk.f_frsize);
}

bool isPicture(const fs::path &file) { return file.extension() == ".jpg"; }

std::string pictureName(int number)
{
    std::array<char, 32> name{};
    std::snprintf(name.data(), name.size(), "%04d.jpg", number);
    return name.data();
}

/// "2026-11-22T02:42:00.123Z"
std::string utcText(WallTime at)
{
    const auto day = std::chrono::floor<std::chrono::days>(at);
    const std::chrono::year_month_day date{day};
    const std::chrono::hh_mm_ss time{std::chrono::floor<std::chrono::milliseconds>(at - day)};
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02u-%02uT%02d:%02d:%02d.%03dZ", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()), static_cast<int>(time.hours().count()),
                  static_cast<int>(time.minutes().count()), static_cast<int>(time.seconds().count()),
                  static_cast<int>(time.subseconds().count()));
    return text.data();
}

std::string lineOf(const Frame &frame, const PictureNote &note, const std::string &name)
{
    auto faces = nlohmann::json::array();
    for (const Face &face : note.faces) {
        faces.push_back({{"box", {face.box.x, face.box.y, face.box.w, face.box.h}},
                         {"score", face.score},
                         {"mask", face.state.mask},
                         {"no_mask", face.state.noMask},
                         {"incorrect", face.state.incorrect},
                         {"covered", face.state.covered},
                         {"sharpness", face.sharpness},
                         {"brightness", face.brightness},
                         {"upright", face.upright}});
    }
    return nlohmann::json{{"picture", name},
                          {"at", utcText(note.at)},
                          {"width", frame.size.width},
                          {"height", frame.size.height},
                          {"faces", std::move(faces)}}
               .dump() +
           '\n';
}

Result<std::vector<std::uint8_t>> jpegOf(const cv::Mat &picture)
{
    std::vector<std::uint8_t> jpeg;
    try {
        if (cv::imencode(".jpg", picture, jpeg, {cv::IMWRITE_JPEG_QUALITY, kJpegQuality})) {
            return jpeg;
        }
    } catch (const cv::Exception &error) {
        return Error{ErrorCode::Internal, "the picture cannot be packed: " + error.err};
    }
    return Error{ErrorCode::Internal, "the picture cannot be packed"};
}

/// "312 expired"
void readDestroyed(const fs::path &folder, StoredCapture &capture)
{
    std::ifstream in(folder / kDestroyed);
    int pictures = 0;
    std::string why;
    if (in >> pictures >> why) {
        capture.destroyed = pictures;
        capture.expired = why == "expired";
    }
}

Result<StoredCapture> lookAt(const fs::path &folder)
{
    StoredCapture capture;
    capture.id = folder.filename().string();
    std::error_code failed;
    for (fs::directory_iterator file(folder, failed), none; !failed && file != none; file.increment(failed)) {
        std::error_code gone;
        const std::uintmax_t size = file->file_size(gone);
        capture.bytes += gone ? 0 : static_cast<std::int64_t>(size);
        capture.pictures += isPicture(file->path()) ? 1 : 0;
        capture.ended = capture.ended || file->path().filename() == kEnded;
    }
    if (failed) {
        return failure(folder, "cannot be read", failed);
    }
    readDestroyed(folder, capture);
    return capture;
}

} // namespace

Result<fs::path> CaptureFolder::folderOf(const std::string &id) const
{
    if (!captureBegan(id)) {
        return Error{ErrorCode::BadInput, "no name of a capture"};
    }
    return m_folder / id;
}

Result<std::int64_t> CaptureFolder::begin(const std::string &id)
{
    const auto folder = folderOf(id);
    if (!folder) {
        return folder.error();
    }
    std::error_code failed;
    if (!fs::is_directory(m_folder, failed)) {
        if (m_folder.has_parent_path()) {
            fs::create_directories(m_folder.parent_path(), failed);
        }
        if (auto made = makeFolder(m_folder); !made) {
            return made.error();
        }
    }
    if (auto made = makeFolder(*folder); !made) {
        return made.error();
    }
    return roomAt(*folder);
}

Result<PictureFile> CaptureFolder::keep(const std::string &id, const Frame &frame, const PictureNote &note,
                                        const std::vector<PixelBox> &hide)
{
    const auto folder = folderOf(id);
    if (!folder) {
        return folder.error();
    }
    const auto safe = withoutFaces(frame, hide);
    if (!safe) {
        return safe.error();
    }
    const auto jpeg = jpegOf(*safe);
    if (!jpeg) {
        return jpeg.error();
    }
    const std::string name = pictureName(note.number);
    const fs::path file = *folder / name;
    if (auto written = write(file, {reinterpret_cast<const char *>(jpeg->data()), jpeg->size()}, O_EXCL); !written) {
        ::unlink(file.c_str()); // half a picture is of no use
        return written.error();
    }
    const std::string line = lineOf(frame, note, name);
    if (auto written = write(*folder / kNotes, line, O_APPEND); !written) {
        ::unlink(file.c_str());
        return written.error();
    }
    const auto room = roomAt(*folder);
    if (!room) {
        return room.error();
    }
    return PictureFile{static_cast<std::int64_t>(jpeg->size() + line.size()), *room};
}

Result<void> CaptureFolder::end(const std::string &id)
{
    const auto folder = folderOf(id);
    return folder ? write(*folder / kEnded, {}, 0) : folder.error();
}

Result<std::vector<StoredCapture>> CaptureFolder::list()
{
    std::vector<StoredCapture> found;
    std::error_code failed;
    if (!fs::exists(m_folder, failed)) {
        return found;
    }
    for (fs::directory_iterator entry(m_folder, failed), none; !failed && entry != none; entry.increment(failed)) {
        if (!captureBegan(entry->path().filename().string())) {
            continue;
        }
        auto capture = lookAt(entry->path());
        if (!capture) {
            return capture.error();
        }
        found.push_back(*std::move(capture));
    }
    if (failed) {
        return failure(m_folder, "cannot be read", failed);
    }
    std::ranges::sort(found, {}, &StoredCapture::id);
    return found;
}

Result<int> CaptureFolder::destroy(const std::string &id, bool expired)
{
    const auto folder = folderOf(id);
    if (!folder) {
        return folder.error();
    }
    auto capture = lookAt(*folder);
    if (!capture) {
        return capture.error();
    }
    if (!capture->destroyed) { // said first: after a power cut it is gone on with
        capture->destroyed = capture->pictures;
        const std::string said = std::to_string(capture->pictures) + (expired ? " expired\n" : " wanted\n");
        if (auto written = write(*folder / kDestroyed, said, O_TRUNC); !written) {
            return written.error();
        }
    }
    std::error_code failed;
    std::vector<fs::path> doomed;
    for (fs::directory_iterator file(*folder, failed), none; !failed && file != none; file.increment(failed)) {
        if (file->path().filename() != kDestroyed) {
            doomed.push_back(file->path());
        }
    }
    for (const fs::path &file : doomed) {
        if (fs::remove(file, failed); failed) {
            return failure(file, "cannot be destroyed", failed);
        }
    }
    return failed ? Result<int>(failure(*folder, "cannot be read", failed)) : Result<int>(*capture->destroyed);
}

Result<void> CaptureFolder::forget(const std::string &id)
{
    const auto folder = folderOf(id);
    if (!folder) {
        return folder.error();
    }
    std::error_code failed;
    fs::remove(*folder / kDestroyed, failed);
    if (!failed) {
        fs::remove(*folder, failed); // refuses unless it is empty
    }
    return failed ? Result<void>(failure(*folder, "cannot be removed", failed)) : Result<void>();
}

} // namespace menshen

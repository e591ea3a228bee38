// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/tables/TextDecoding.h"

#include <cerrno>
#include <iconv.h>

namespace menshen {
namespace {

/// glibc's iconv; its handle and its end.
class Conversion {
public:
    explicit Conversion(const char *from) : m_handle(::iconv_open("UTF-8", from)) {}
    ~Conversion()
    {
        if (isOpen())
            ::iconv_close(m_handle);
    }
    Conversion(const Conversion &) = delete;
    Conversion &operator=(const Conversion &) = delete;

    [[nodiscard]] std::optional<std::string> run(std::string_view bytes)
    {
        if (!isOpen())
            return {};
        std::string out(bytes.size() * 3 / 2 + 16, '\0');
        std::string in(bytes);
        char *from = in.data();
        std::size_t left = in.size(), written = 0;
        while (left > 0) {
            char *to = out.data() + written;
            std::size_t room = out.size() - written;
            const bool failed = ::iconv(m_handle, &from, &left, &to, &room) == static_cast<std::size_t>(-1);
            written = out.size() - room;
            if (failed && errno != E2BIG)
                return {};
            if (failed)
                out.resize(out.size() * 2);
        }
        out.resize(written);
        return out;
    }

private:
    // NOLINTNEXTLINE(performance-no-int-to-ptr): iconv's own way to say no
    [[nodiscard]] bool isOpen() const { return m_handle != reinterpret_cast<iconv_t>(-1); }
    iconv_t m_handle;
};

std::optional<std::string> converted(std::string_view bytes, const char *from) { return Conversion(from).run(bytes); }

} // namespace

std::optional<std::string> decodedText(std::string_view bytes)
{
    using namespace std::string_view_literals;
    if (bytes.starts_with("\xFF\xFE"sv))
        return converted(bytes.substr(2), "UTF-16LE");
    if (bytes.starts_with("\xFE\xFF"sv))
        return converted(bytes.substr(2), "UTF-16BE");
    if (bytes.starts_with("\xEF\xBB\xBF"sv))
        return converted(bytes.substr(3), "UTF-8");
    if (auto utf8 = converted(bytes, "UTF-8"))
        return utf8;
    return converted(bytes, "GB18030");
}

} // namespace menshen

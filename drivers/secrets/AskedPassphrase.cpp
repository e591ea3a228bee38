// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/secrets/KeyStores.h"

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <system_error>
#include <termios.h>
#include <unistd.h>

namespace menshen {
namespace {

constexpr std::size_t kLongest = 1024;
constexpr char kCtrlC = 3;
constexpr std::string_view kPrompt = "口令 / Passphrase: ";
constexpr std::string_view kPromptAgain = "再输入一次 / Once more: ";

/// A terminal that shows nothing of what is typed, until this goes. Nothing at all for what is no terminal.
class Silence {
public:
    explicit Silence(int fd) : m_fd(fd), m_terminal(::tcgetattr(fd, &m_before) == 0)
    {
        if (!m_terminal)
            return;
        auto quiet = m_before;
        // Ctrl-C must not end the program before the echo is back: it ends the line instead.
        quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO | ISIG);
        quiet.c_lflag |= ICANON;
        quiet.c_cc[VEOL] = static_cast<cc_t>(kCtrlC);
        ::tcsetattr(fd, TCSAFLUSH, &quiet); // what was typed before was shown, so it is not taken
        std::array<char, 256> name{};
        if (::ttyname_r(fd, name.data(), name.size()) == 0)
            m_out = ::open(name.data(), O_WRONLY | O_NOCTTY | O_CLOEXEC);
    }
    ~Silence()
    {
        if (m_terminal)
            ::tcsetattr(m_fd, TCSADRAIN, &m_before);
        if (m_out >= 0)
            ::close(m_out);
    }
    Silence(const Silence &) = delete;
    Silence &operator=(const Silence &) = delete;

    [[nodiscard]] bool isTerminal() const noexcept { return m_terminal; }
    /// A prompt that cannot be shown is no reason not to read.
    void say(std::string_view text) const
    {
        if (m_out >= 0)
            (void)!::write(m_out, text.data(), text.size());
    }

private:
    int m_fd;
    int m_out = -1;
    termios m_before{};
    bool m_terminal;
};

/// Byte by byte: what follows the line is for the next reader.
Result<Passphrase> lineFrom(int fd)
{
    const Error tooLong{ErrorCode::BadInput, "a passphrase has at most " + std::to_string(kLongest) + " bytes"};
    std::array<char, kLongest + 1> line{};
    std::size_t size = 0;
    char byte = 0;
    bool cancelled = false;
    ssize_t count = 0;
    do {
        count = ::read(fd, &byte, 1);
        cancelled = count == 1 && byte == kCtrlC;
        if (count == 1 && byte != '\n' && size < line.size())
            line[size++] = byte;
    } while ((count == 1 && byte != '\n' && !cancelled) || (count < 0 && errno == EINTR));
    const int code = errno;
    if (size > 0 && line[size - 1] == '\r')
        --size;
    Passphrase typed(std::string(line.data(), size));
    SecretKey::wipe(line.data(), line.size());
    if (count < 0)
        return Error{ErrorCode::Storage, "standard input cannot be read: " + std::generic_category().message(code)};
    if (cancelled)
        return Error{ErrorCode::Cancelled, "no passphrase was given"};
    if (size == 0)
        return Error{ErrorCode::NotFound, "no passphrase was given"};
    if (size > kLongest)
        return tooLong;
    return typed;
}

Result<Passphrase> prompted(const Silence &terminal, int fd, std::string_view prompt)
{
    terminal.say(prompt);
    auto line = lineFrom(fd);
    terminal.say("\n"); // the one that was typed did not show
    return line;
}

} // namespace

Result<Passphrase> askedPassphrase(int fd, bool twice)
{
    const Silence terminal(fd);
    auto first = prompted(terminal, fd, kPrompt);
    if (!first || !twice || !terminal.isTerminal())
        return first;
    const auto second = prompted(terminal, fd, kPromptAgain);
    if (!second)
        return second.error();
    if (second->text() != first->text())
        return Error{ErrorCode::BadInput, "the two passphrases differ"};
    return first;
}

} // namespace menshen

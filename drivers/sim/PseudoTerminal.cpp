// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/sim/PseudoTerminal.h"

#include <fcntl.h>
#include <stdlib.h>
#include <termios.h>

#include <array>
#include <cerrno>
#include <system_error>

namespace menshen {

namespace {

Error terminalError(const char *what)
{
    return Error{ErrorCode::DeviceUnavailable, std::string{"pseudo-terminal: "} + what + ": " + std::generic_category().message(errno)};
}

} // namespace

Result<PseudoTerminal> PseudoTerminal::create()
{
    std::error_code ignored;
    std::string folder = (std::filesystem::temp_directory_path(ignored) / "menshen-sim-XXXXXX").string();
    if (mkdtemp(folder.data()) == nullptr) {
        return terminalError("folder");
    }
    PseudoTerminal terminal{std::filesystem::path{folder} / "thermometer"};
    if (auto plugged = terminal.plug(); !plugged) {
        return plugged.error();
    }
    return terminal;
}

PseudoTerminal::PseudoTerminal(PseudoTerminal &&other) noexcept
    : m_link(std::exchange(other.m_link, {})), m_master(std::move(other.m_master)), m_slave(std::move(other.m_slave))
{
}

PseudoTerminal::~PseudoTerminal()
{
    if (!m_link.empty()) {
        unplug();
        std::error_code ignored;
        std::filesystem::remove(m_link.parent_path(), ignored);
    }
}

void PseudoTerminal::unplug() noexcept
{
    std::error_code ignored;
    std::filesystem::remove(m_link, ignored);
    m_slave.reset();
    m_master.reset();
}

Result<void> PseudoTerminal::plug()
{
    Descriptor master{posix_openpt(O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC)};
    std::array<char, 128> name{};
    if (!master || grantpt(master.fd()) != 0 || unlockpt(master.fd()) != 0 || ptsname_r(master.fd(), name.data(), name.size()) != 0) {
        return terminalError("open");
    }
    Descriptor slave{open(name.data(), O_RDWR | O_NOCTTY | O_CLOEXEC)};
    termios raw{};
    if (!slave || tcgetattr(slave.fd(), &raw) != 0) {
        return terminalError(name.data());
    }
    cfmakeraw(&raw);
    tcsetattr(slave.fd(), TCSANOW, &raw);
    std::error_code failure;
    std::filesystem::create_symlink(name.data(), m_link, failure);
    if (failure) {
        return Error{ErrorCode::DeviceUnavailable, m_link.string() + ": " + failure.message()};
    }
    m_master = std::move(master);
    m_slave = std::move(slave);
    return {};
}

} // namespace menshen

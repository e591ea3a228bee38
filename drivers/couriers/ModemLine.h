// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drivers/couriers/AtReply.h"
#include "menshen/core/Result.h"
#include "menshen/ports/Thermometer.h"

#include <chrono>
#include <functional>
#include <memory>
#include <stop_token>
#include <string>
#include <string_view>

namespace menshen {

/// A modem on a serial line that is ours alone, from open() until it goes. Every wait ends at its time, or within
/// milliseconds when asked to stop. One thread.
class ModemLine {
public:
    /// DeviceUnavailable; DeviceBusy when another program holds it.
    [[nodiscard]] static Result<std::unique_ptr<ModemLine>> open(const SerialLine &line, std::stop_token stop);
    ~ModemLine();
    ModemLine(const ModemLine &) = delete;
    ModemLine &operator=(const ModemLine &) = delete;

    /// Sends the command and waits for what ends its answer. DeviceTimeout, DeviceUnavailable (pulled), DeviceProtocol
    /// (babbling), Cancelled; that the modem says ERROR is an answer.
    [[nodiscard]] Result<AtReply> ask(const std::string &command, Micros within);
    /// The same for a command that is answered by a prompt.
    [[nodiscard]] Result<AtReply> askForPrompt(const std::string &command, Micros within);
    /// The text that the prompt wants.
    [[nodiscard]] Result<AtReply> give(const std::string &text, Micros within);
    /// Ends a prompt that was left open, by us or by a program before us, and throws away what is still being said: else every
    /// answer would be taken for the next one's. Takes a second at most.
    void reset();

private:
    ModemLine(std::string name, int fd, std::stop_token stop);
    [[nodiscard]] Result<AtReply> exchange(std::string_view bytes, AtReply reply, Micros within);
    [[nodiscard]] Result<void> wait(short events, std::chrono::steady_clock::time_point until) const;
    [[nodiscard]] Error gone(const char *what, int code) const;

    std::string m_name;
    int m_fd;
    int m_wake; ///< eventfd, written when we are asked to stop
    std::stop_token m_stop;
    std::unique_ptr<std::stop_callback<std::function<void()>>> m_onStop;
};

} // namespace menshen

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace menshen {

/// What a modem says to one command, put together from its bytes as they come. Its echo of the command and empty lines are left
/// out; what it says unasked (a call, a message that came in) stays among the lines.
class AtReply {
public:
    enum class State : std::uint8_t {
        Waiting,
        Prompt, ///< "> ": it wants the text
        Ok,
        Failed,  ///< ERROR, +CMS ERROR, +CME ERROR
        Nonsense ///< more than any reply has
    };

    /// `promptWanted`: for a command whose answer is a prompt; elsewhere a line may well begin with ">".
    explicit AtReply(std::string command, bool promptWanted = false) : m_command(std::move(command)), m_promptWanted(promptWanted) {}

    /// Nothing changes once it is not Waiting any more.
    State add(std::string_view bytes);
    [[nodiscard]] State state() const noexcept { return m_state; }

    /// The line that begins so, what follows that; absent: there is none.
    [[nodiscard]] std::optional<std::string> after(std::string_view beginning) const;
    /// Of Failed: the last line, "+CMS ERROR: 38".
    [[nodiscard]] const std::string &failure() const noexcept { return m_failure; }
    /// The number in a "+CMS ERROR: n"; absent for another failure, or for words in its place.
    [[nodiscard]] std::optional<int> smsError() const;

private:
    void take(std::string_view line);

    std::string m_command;
    bool m_promptWanted;
    std::string m_rest; ///< of a line whose end has not come
    std::size_t m_seen = 0;
    std::vector<std::string> m_lines;
    std::string m_failure;
    State m_state = State::Waiting;
};

} // namespace menshen

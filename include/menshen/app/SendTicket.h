// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>

namespace menshen {

/// Of a message that stands in a courier's queue: the courier begins it, or who asked for it takes it back; never both. Any thread.
class SendTicket {
public:
    /// The courier's question before it sends: false when it was taken back.
    [[nodiscard]] bool begin() noexcept { return leave(State::Begun); }
    /// True: it will not be sent, and nothing is heard of it any more. False: it has been begun, its outcome comes.
    [[nodiscard]] bool withdraw() noexcept { return leave(State::Withdrawn); }

private:
    enum class State : unsigned char { Waiting, Begun, Withdrawn };

    bool leave(State to) noexcept
    {
        State waiting = State::Waiting;
        return m_state.compare_exchange_strong(waiting, to);
    }

    std::atomic<State> m_state{State::Waiting};
};

} // namespace menshen

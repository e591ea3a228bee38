// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/app/Snapshot.h"
#include "src/app/CourierWorkers.h"

namespace menshen {

/// The ways to people as the engine sees them: it hands a message over and hears on its own thread what became of it. Keeps the
/// newest result of each for the screens. Lives on the engine's thread.
class CourierDesk {
public:
    using Done = std::function<void(const Delivery &)>;
    /// Runs its argument on the engine's thread; from any thread, also after the desk has gone (then not at all).
    using Home = std::function<void(std::function<void()>)>;

    CourierDesk(const Clock &clock, std::vector<CourierPart> couriers, Home home);

    /// `done` is called once, later; not at all when the message is taken back or the station ends first.
    void send(const std::string &courier, CourierMessage message, std::shared_ptr<SendTicket> ticket, Done done);

    [[nodiscard]] const std::shared_ptr<const std::vector<CourierView>> &view() const noexcept { return m_view; }

private:
    void note(const std::string &courier, MonoTime asked, const std::optional<Delivery> &delivery);
    void change(const std::string &courier, const std::function<void(CourierView &)> &how);

    const Clock &m_clock;
    Home m_home;
    std::shared_ptr<const std::vector<CourierView>> m_view;
    CourierWorkers m_workers; ///< last: its threads end before what they call
};

} // namespace menshen

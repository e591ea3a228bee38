// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/app/Station.h"
#include "menshen/ports/Courier.h"
#include "src/app/Inbox.h"

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <thread>

namespace menshen {

/// One thread a courier: a mail server that never answers keeps nobody else waiting.
class CourierWorkers {
public:
    /// Nothing: the message was taken back before it was begun.
    using Done = std::function<void(const std::optional<Delivery> &)>;

    explicit CourierWorkers(std::vector<CourierPart> couriers);
    ~CourierWorkers(); ///< bounded: couriers stop within a second; what was not sent is sent after the next start
    CourierWorkers(const CourierWorkers &) = delete;
    CourierWorkers &operator=(const CourierWorkers &) = delete;

    /// Any thread; returns at once. `done` is called exactly once, on the courier's thread or, when nobody is called so, on this
    /// one; not at all when the workers end first.
    void send(const std::string &courier, CourierMessage message, std::shared_ptr<SendTicket> ticket, Done done);

private:
    struct Job {
        CourierMessage message;
        std::shared_ptr<SendTicket> ticket;
        Done done;
    };
    struct Worker {
        std::shared_ptr<Inbox<Job>> inbox = std::make_shared<Inbox<Job>>();
        std::jthread thread;
    };

    std::map<std::string, Worker> m_workers;
};

} // namespace menshen

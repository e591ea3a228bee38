// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/ports/Courier.h"

#include <condition_variable>
#include <mutex>
#include <set>
#include <string>
#include <vector>

namespace menshen {

/// What the couriers of one test were given; any thread.
class Outside {
public:
    struct Sent {
        std::string courier;
        CourierMessage message;
    };

    Delivery take(const std::string &courier, const CourierMessage &message, const std::stop_token &stop)
    {
        std::unique_lock lock(m_mutex);
        ++m_begun;
        m_let.wait(lock, stop, [&] { return !m_held.contains(courier); });
        m_sent.push_back({courier, message});
        Delivery delivery;
        delivery.outcome = m_broken.contains(courier) ? Delivery::Outcome::Unreachable : Delivery::Outcome::Accepted;
        delivery.provider = m_broken.contains(courier) ? "no route" : "250 ok";
        if (m_misses && delivery.outcome == Delivery::Outcome::Accepted) {
            delivery.missed = {0};
        }
        return delivery;
    }
    /// Its server accepts and does not answer, until let go.
    void hold(const std::string &courier)
    {
        const std::scoped_lock lock(m_mutex);
        m_held.insert(courier);
    }
    void letGo()
    {
        {
            const std::scoped_lock lock(m_mutex);
            m_held.clear();
        }
        m_let.notify_all();
    }
    [[nodiscard]] int begun() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_begun;
    }
    void missTheFirst()
    {
        const std::scoped_lock lock(m_mutex);
        m_misses = true;
    }
    void breakDown(const std::string &courier)
    {
        const std::scoped_lock lock(m_mutex);
        m_broken.insert(courier);
    }
    [[nodiscard]] std::vector<Sent> sent() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_sent;
    }
    [[nodiscard]] std::vector<std::string> attempts() const
    {
        std::vector<std::string> names;
        for (const Sent &each : sent()) {
            names.push_back(each.courier + " " + each.message.attempt);
        }
        return names;
    }

private:
    mutable std::mutex m_mutex;
    std::condition_variable_any m_let;
    std::vector<Sent> m_sent;
    std::set<std::string> m_broken, m_held;
    int m_begun = 0;
    bool m_misses = false;
};

class OutsideCourier final : public Courier {
public:
    OutsideCourier(std::string id, Outside &outside) : m_id(std::move(id)), m_outside(outside) {}
    Delivery deliver(const CourierMessage &message, std::stop_token stop) override { return m_outside.take(m_id, message, stop); }

private:
    std::string m_id;
    Outside &m_outside;
};

} // namespace menshen

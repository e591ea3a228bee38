// SPDX-License-Identifier: GPL-3.0-or-later
#include "src/app/CourierWorkers.h"

namespace menshen {

namespace {

constexpr Micros kLook = 1s;

template <typename Jobs>
void run(const std::stop_token &stop, const CourierPart &part, Jobs &jobs)
{
    const std::unique_ptr<Courier> courier = part.make();
    while (!stop.stop_requested()) {
        for (const auto &job : jobs.takeAll(stop, kLook)) {
            if (stop.stop_requested()) {
                return;
            }
            job.done(job.ticket->begin() ? std::optional(courier->deliver(job.message, stop)) : std::nullopt);
        }
    }
}

} // namespace

CourierWorkers::CourierWorkers(std::vector<CourierPart> couriers)
{
    for (CourierPart &part : couriers) {
        Worker &worker = m_workers[part.id];
        worker.thread =
            std::jthread([part = std::move(part), inbox = worker.inbox](const std::stop_token &stop) { run(stop, part, *inbox); });
    }
}

CourierWorkers::~CourierWorkers()
{
    for (auto &[id, worker] : m_workers) { // all at once, then wait for each
        worker.thread.request_stop();
    }
}

void CourierWorkers::send(const std::string &courier, CourierMessage message, std::shared_ptr<SendTicket> ticket, Done done)
{
    const auto worker = m_workers.find(courier);
    if (worker == m_workers.end()) {
        Delivery nobody;
        nobody.outcome = Delivery::Outcome::Refused;
        nobody.error = {ErrorCode::NotFound, "no courier is called " + courier};
        if (ticket->begin()) {
            done(nobody);
        }
        return;
    }
    worker->second.inbox->post(Job{std::move(message), std::move(ticket), std::move(done)});
}

} // namespace menshen

// SPDX-License-Identifier: GPL-3.0-or-later
#include "src/app/CourierDesk.h"

#include <algorithm>

namespace menshen {

namespace {

std::shared_ptr<const std::vector<CourierView>> untried(const std::vector<CourierPart> &couriers)
{
    auto views = std::make_shared<std::vector<CourierView>>();
    for (const CourierPart &part : couriers) {
        views->push_back({part.id, 0, {}});
    }
    return views;
}

} // namespace

CourierDesk::CourierDesk(const Clock &clock, std::vector<CourierPart> couriers, Home home)
    : m_clock(clock), m_home(std::move(home)), m_view(untried(couriers)), m_workers(std::move(couriers))
{
}

void CourierDesk::send(const std::string &courier, CourierMessage message, std::shared_ptr<SendTicket> ticket, Done done)
{
    change(courier, [](CourierView &view) { ++view.underWay; });
    m_workers.send(courier, std::move(message), std::move(ticket),
                   [this, home = m_home, courier, done = std::move(done), asked = m_clock.mono()](const auto &delivery) {
                       home([this, courier, done, asked, delivery] {
                           note(courier, asked, delivery);
                           if (delivery) {
                               done(*delivery);
                           }
                       });
                   });
}

void CourierDesk::note(const std::string &courier, MonoTime asked, const std::optional<Delivery> &delivery)
{
    change(courier, [&](CourierView &view) {
        --view.underWay;
        if (delivery) {
            view.last = CourierView::Result{m_clock.wall(), m_clock.mono() - asked, *delivery};
        }
    });
}

void CourierDesk::change(const std::string &courier, const std::function<void(CourierView &)> &how)
{
    auto views = std::make_shared<std::vector<CourierView>>(*m_view);
    const auto view = std::ranges::find(*views, courier, &CourierView::id);
    if (view != views->end()) {
        how(*view);
        m_view = std::move(views);
    }
}

} // namespace menshen

// SPDX-License-Identifier: GPL-3.0-or-later
#include "src/app/InsideDesk.h"

namespace menshen {

namespace {

constexpr Micros kPause = 5s;          ///< before an entry that failed is tried again
constexpr int kMostInside = 1'000'000; ///< more is a typing error

} // namespace

void InsideDesk::tick(MonoTime now, HallDay today, int inside)
{
    if (m_failed) {
        m_failed = false;
        m_again = now + kPause;
    }
    if (m_beginning || now < m_again || !beginsDay(m_count, today)) {
        return;
    }
    m_beginning = true;
    const StationEntry entry = dayBegan(inside);
    m_append(entry, "station", [this, today, entry](const Result<Receipt> &result) { began(today, entry, result); });
}

void InsideDesk::began(HallDay day, const StationEntry &entry, const Result<Receipt> &result)
{
    m_beginning = false;
    m_failed = !result;
    if (result) {
        m_count = afterEntry(m_count, day, entry);
        m_counted(0);
    }
}

void InsideDesk::reviewed(const ReviewInside &command)
{
    if (command.found < 0 || command.found > kMostInside) {
        if (command.done) {
            command.done(Error{ErrorCode::BadInput, "no number of people: " + std::to_string(command.found)});
        }
        return;
    }
    m_append(insideReviewed(command.found), command.actor,
             [this, found = command.found, done = command.done](const Result<Receipt> &result) {
                 if (result) {
                     m_count.leftOver.reset();
                     m_counted(found);
                 }
                 if (done) {
                     done(result);
                 }
             });
}

} // namespace menshen

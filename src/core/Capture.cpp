// SPDX-License-Identifier: GPL-3.0-or-later
#include "menshen/core/Capture.h"

#include "menshen/core/Overloaded.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace menshen {

namespace {

constexpr Micros kClockSlack = 24h; ///< a clock that is set right by less does not make a capture one of the future

/// One event's work on a state. The order of its effects is the order in which they are carried out.
class Stepping {
public:
    Stepping(CaptureState state, const CaptureRules &rules) : m_state(std::move(state)), m_rules(rules) {}

    [[nodiscard]] CaptureStep done() && { return {std::move(m_state), std::move(m_effects)}; }

    void on(const CaptureClock &clock)
    {
        m_state.now = clock.now;
        m_state.wall = clock.wall;
        // By either clock: the wall's may be set back, the monotonic one stands still while the machine sleeps.
        if (m_state.phase == CapturePhase::On && (clock.now >= m_state.ends || clock.wall >= m_state.until)) {
            end(CaptureEnd::TimeUp, "station");
        }
    }

    void on(const CaptureAsked &asked)
    {
        if (m_state.phase != CapturePhase::Off) {
            return; // one at a time
        }
        if (asked.lasts < m_rules.shortest || asked.lasts > m_rules.longest || asked.reason.empty()) {
            m_state.problem = Error{ErrorCode::BadInput, "a capture needs a reason and lasts from 1 to 60 minutes"};
            return;
        }
        CaptureState begun;
        begun.phase = CapturePhase::Recording;
        begun.now = m_state.now;
        begun.wall = m_state.wall;
        begun.id = captureId(m_state.wall);
        begun.lasts = asked.lasts;
        m_state = std::move(begun);
        const auto minutes = std::chrono::ceil<std::chrono::minutes>(asked.lasts).count();
        m_effects.emplace_back(RecordCapture{{m_state.id, static_cast<int>(minutes), asked.reason}});
    }

    void on(const CaptureEndAsked &asked)
    {
        switch (m_state.phase) {
        case CapturePhase::Off:
        case CapturePhase::Ending:
            return;
        case CapturePhase::Recording:
        case CapturePhase::Opening:
            // What is under way is answered first; then it ends without a picture.
            m_state.last = asked.end;
            m_state.ender = asked.actor;
            return;
        case CapturePhase::On:
            end(asked.end, asked.actor);
        }
    }

    void on(const CaptureRecorded &recorded)
    {
        if (m_state.phase != CapturePhase::Recording) {
            return;
        }
        if (!recorded.result) {
            m_state.phase = CapturePhase::Off; // what is not in the ledger does not happen
            m_state.last.reset();
            m_state.problem = recorded.result.error();
            return;
        }
        if (m_state.last) {
            finish();
            return;
        }
        m_state.phase = CapturePhase::Opening;
        m_state.ends = m_state.now + m_state.lasts;
        m_state.until = m_state.wall + m_state.lasts;
        m_effects.emplace_back(OpenCapture{m_state.id});
    }

    void on(const CaptureOpened &opened)
    {
        if (m_state.phase != CapturePhase::Opening) {
            return;
        }
        m_state.phase = CapturePhase::On;
        m_state.next = m_state.now;
        if (m_state.last) {
            end(*m_state.last, m_state.ender);
        } else if (!opened.room) {
            fail(opened.room.error());
        } else if (*opened.room < m_rules.leastRoom) {
            end(CaptureEnd::NoRoom, "station");
        }
    }

    void on(const FacesSeen &seen)
    {
        if (m_state.phase != CapturePhase::On) {
            return;
        }
        const MonoTime oldest = (m_state.held ? std::min(*m_state.held, seen.at) : seen.at) - m_rules.around;
        std::erase_if(m_state.around, [&](const FacesSeen &each) { return each.at < oldest; });
        m_state.around.push_back(seen);
        if (m_state.held) {
            release(seen.at);
        }
    }

    void on(const PictureSeen &event)
    {
        // Faces of another picture say nothing of where this one's are.
        if (event.picture != event.seen.at || m_state.phase != CapturePhase::On) {
            return;
        }
        on(event.seen);
        if (wantsPicture(m_state) && event.picture >= m_state.next) {
            m_state.held = event.picture;
            m_state.next = event.picture + std::max(m_rules.apart, m_state.lasts / m_rules.mostPictures);
            m_effects.emplace_back(HoldPicture{});
        }
    }

    void on(const PictureKept &kept)
    {
        if (!m_state.storing) {
            return;
        }
        m_state.storing = false;
        if (kept.file) {
            ++m_state.pictures;
            m_state.bytes += kept.file->bytes;
        }
        if (m_state.phase == CapturePhase::Ending) {
            finish();
        } else if (!kept.file) {
            fail(kept.file.error());
        } else if (m_state.pictures >= m_rules.mostPictures || m_state.bytes >= m_rules.mostBytes) {
            end(CaptureEnd::Full, "station");
        } else if (kept.file->room < m_rules.leastRoom) {
            end(CaptureEnd::NoRoom, "station");
        }
    }

private:
    /// The held picture goes to the disk once enough was seen after it; what comes too late says nothing of it any more.
    void release(MonoTime seen)
    {
        const Micros after = seen - *m_state.held;
        if (after > 3 * m_rules.around) {
            drop();
        } else if (after >= m_rules.around && !m_state.storing) {
            KeepPicture keep{m_state.pictures + 1, {}};
            for (const FacesSeen &each : m_state.around) {
                if (std::chrono::abs(each.at - *m_state.held) <= m_rules.around) {
                    for (const Face &face : each.faces) {
                        keep.hide.push_back(face.box);
                    }
                }
            }
            m_state.held.reset();
            m_state.storing = true;
            m_effects.emplace_back(std::move(keep));
        }
    }

    void drop()
    {
        if (m_state.held) {
            m_state.held.reset();
            m_effects.emplace_back(DropPicture{});
        }
    }

    void fail(const Error &error)
    {
        m_state.problem = error;
        end(error.code == ErrorCode::DiskFull ? CaptureEnd::NoRoom : CaptureEnd::Failed, "station");
    }

    void end(CaptureEnd why, const std::string &actor)
    {
        drop();
        m_state.around.clear();
        m_state.last = why;
        m_state.ender = actor;
        m_state.phase = CapturePhase::Ending;
        if (!m_state.storing) {
            finish();
        }
    }

    void finish()
    {
        m_state.phase = CapturePhase::Off;
        m_effects.emplace_back(
            RecordCaptureEnd{{m_state.id, m_state.last.value_or(CaptureEnd::Failed), m_state.pictures, m_state.bytes}, m_state.ender});
    }

    CaptureState m_state;
    const CaptureRules &m_rules;
    std::vector<CaptureEffect> m_effects;
};

} // namespace

CaptureStep step(CaptureState state, const CaptureEvent &event, const CaptureRules &rules)
{
    Stepping stepping(std::move(state), rules);
    std::visit([&](const auto &each) { stepping.on(each); }, event);
    return std::move(stepping).done();
}

bool wantsPicture(const CaptureState &state) noexcept
{
    return state.phase == CapturePhase::On && !state.held && !state.storing && state.now >= state.next;
}

std::string captureId(WallTime began)
{
    const auto day = std::chrono::floor<std::chrono::days>(began);
    const std::chrono::year_month_day date{day};
    const std::chrono::hh_mm_ss time{std::chrono::floor<std::chrono::seconds>(began - day)};
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%04d%02u%02uT%02d%02d%02dZ", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()), static_cast<int>(time.hours().count()),
                  static_cast<int>(time.minutes().count()), static_cast<int>(time.seconds().count()));
    return text.data();
}

std::optional<WallTime> captureBegan(std::string_view id)
{
    constexpr std::string_view kForm = "00000000T000000Z";
    if (id.size() != kForm.size()) {
        return std::nullopt;
    }
    for (std::size_t i = 0; i < id.size(); ++i) {
        if (kForm[i] == '0' ? id[i] < '0' || id[i] > '9' : id[i] != kForm[i]) {
            return std::nullopt;
        }
    }
    const auto number = [id](std::size_t from, std::size_t digits) {
        int value = 0;
        for (const char digit : id.substr(from, digits)) {
            value = 10 * value + (digit - '0');
        }
        return value;
    };
    const std::chrono::year_month_day date{std::chrono::year{number(0, 4)}, std::chrono::month{static_cast<unsigned>(number(4, 2))},
                                           std::chrono::day{static_cast<unsigned>(number(6, 2))}};
    const int hour = number(9, 2), minute = number(11, 2), second = number(13, 2);
    if (!date.ok() || hour > 23 || minute > 59 || second > 59) {
        return std::nullopt;
    }
    return WallTime{std::chrono::sys_days{date}} + std::chrono::hours{hour} + std::chrono::minutes{minute} + std::chrono::seconds{second};
}

bool isCaptureExpired(WallTime began, WallTime now, std::chrono::days keep) noexcept
{
    return now - began >= keep || began - now > kClockSlack;
}

} // namespace menshen

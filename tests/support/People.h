// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Screening.h"

#include <algorithm>

namespace menshen::test {

/// A plan with one question and no warm-up; small, so that a test shows what it is about.
inline Plan smallPlan()
{
    Plan plan;
    plan.id = "test";
    plan.temperature.warmUp = 0s;
    plan.questions = {{"cough", {"咳嗽", "Cough"}, CheckLevel::Hard, true}};
    plan.alertSteps = {{"hold", {"原地等候", "Keep here"}}, {"isolate", {"隔离室", "Isolation room"}}};
    return plan;
}

inline IdentityDraft zhang()
{
    IdentityDraft draft;
    draft.name = "张三";
    draft.document = "11010519491231002X";
    draft.phone = "13800138000";
    draft.purpose = "社保";
    return draft;
}

inline Face faceOf(MaskState state, double height = 200, double x = 220)
{
    Face face;
    face.box = {x, 120, 0.8 * height, height};
    face.score = 0.95;
    face.sharpness = 200;
    face.brightness = 120;
    face.state = state == MaskState::Mask     ? MaskProbabilities{0.97, 0.02, 0.01}
                 : state == MaskState::NoMask ? MaskProbabilities{0.01, 0.98, 0.01}
                                              : MaskProbabilities{0.03, 0.02, 0.95};
    if (state == MaskState::Unsure) {
        face.state = {0.4, 0.35, 0.25};
    }
    return face;
}

/// Coarse colours of the `n`th invented person; of one number they are the same, and of a uniform the clothes are.
inline FaceLook lookOf(unsigned n, std::optional<unsigned> uniform = std::nullopt)
{
    FaceLook look;
    look.share[0][n % 4 + 8] = 255;                                    // hair: greys
    look.share[1][n % 3] = 120;                                        // face
    look.share[1][(n / 3) % 5 + 3] += 135;                             // mask
    look.share[2][uniform.value_or(n) * 7 % FaceLook::kColours] = 255; // clothes
    return look;
}

inline constexpr HallDay kToday{std::chrono::year{2026} / 11 / 22};

/// Drives `step` with a person in front at 15 frames/s and a thermometer at 10 Hz.
class DoorBench {
public:
    explicit DoorBench(Plan plan = smallPlan()) : m_plan(std::move(plan)), m_state(initialState(m_plan, Calibration{}))
    {
        wait(0ms);
        send(ThermometerUp{true});
        send(CameraUp{true});
    }

    void send(const ScreeningEvent &event)
    {
        auto [state, effects] = step(std::move(m_state), event, m_plan);
        m_state = std::move(state);
        m_gates += static_cast<std::size_t>(std::count_if(
            effects.begin(), effects.end(), [](const ScreeningEffect &effect) { return std::holds_alternative<OpenGate>(effect); }));
        m_effects.insert(m_effects.end(), effects.begin(), effects.end());
    }

    void wait(Micros duration)
    {
        m_now += duration;
        send(Tick{m_now, WallTime{std::chrono::sys_days{kToday}} + m_now.time_since_epoch(), kToday});
    }

    void see(const std::vector<Face> &faces) { send(FacesSeen{m_now, {640, 480}, faces}); }

    void warm(Celsius object, std::vector<SensorFault> faults = {}, Celsius ambient = Celsius{23})
    {
        send(ThermometerSample{m_now, object, ambient, std::move(faults)});
    }

    /// Frames and samples for `duration`; 33.33 ms steps would not meet both rates, 20 ms ones do.
    void stand(const std::vector<Face> &faces, std::optional<Celsius> object, Micros duration = 1s)
    {
        for (Micros t = 0ms; t < duration; t += 20ms) {
            if (t % 60ms == 0ms) {
                see(faces);
            }
            if (object && t % 100ms == 0ms) {
                warm(*object);
            }
            wait(20ms);
        }
    }

    void answer(Answer answer = Answer::No) { send(AnswerGiven{.question = 0, .answer = answer}); }

    /// A person who is fine, up to the verdict.
    void standsFine()
    {
        stand({faceOf(MaskState::Mask)}, Celsius{35.4});
        send(IdentityEdited{zhang()});
        answer();
    }

    template <typename Effect>
    [[nodiscard]] std::vector<Effect> effects() const
    {
        std::vector<Effect> found;
        for (const ScreeningEffect &effect : m_effects) {
            if (const auto *e = std::get_if<Effect>(&effect)) {
                found.push_back(*e);
            }
        }
        return found;
    }

    /// The ledger takes what is being recorded, with its alert before it if it has one.
    void durable(std::int64_t seq = 1)
    {
        const bool withAlert = (m_state.deciding && m_state.deciding->finding == kEntryBefore) ||
                               (m_state.punching && m_state.punching->finding == kEntryBefore);
        send(VisitDurable{{EntrySeq{seq}, m_state.wall}, m_state.subject, EntrySeq{withAlert ? seq - 1 : 0}});
    }
    /// The ledger takes an alert that was raised at once.
    void alarmDurable(std::int64_t seq) { send(FindingDurable{EntrySeq{seq}, m_state.subject}); }

    [[nodiscard]] std::size_t gatesOpened() const { return m_gates; }
    [[nodiscard]] const ScreeningState &state() const { return m_state; }
    [[nodiscard]] const Assessment &assessment() const { return m_state.assessment; }

private:
    Plan m_plan;
    ScreeningState m_state;
    std::vector<ScreeningEffect> m_effects;
    std::size_t m_gates = 0;
    MonoTime m_now{10s};
};

} // namespace menshen::test

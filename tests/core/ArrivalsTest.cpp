// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Arrivals.h"

#include <gtest/gtest.h>

#include <cstdlib>

using namespace menshen;
using namespace menshen::test;

namespace {

/// The door alone, as the model's station.
class CoreDoor {
public:
    static constexpr bool kHasLedger = false; // the model is its ledger

    CoreDoor() : m_plan(smallPlan()), m_state(initialState(m_plan, Calibration{}))
    {
        send(Tick{MonoTime{100s}, {}, kToday});
        send(ThermometerUp{true});
        send(CameraUp{true});
    }

    void send(const ScreeningEvent &event)
    {
        auto [state, effects] = step(std::move(m_state), event, m_plan);
        m_state = std::move(state);
        m_effects.insert(m_effects.end(), effects.begin(), effects.end());
    }
    [[nodiscard]] std::vector<ScreeningEffect> takeEffects() { return std::exchange(m_effects, {}); }
    [[nodiscard]] const ScreeningState &state() const { return m_state; }

private:
    Plan m_plan;
    ScreeningState m_state;
    std::vector<ScreeningEffect> m_effects;
};

/// How many sequences: a sample here, as many as one likes by hand (MENSHEN_ARRIVALS; docs/arrivals.md).
long sequences()
{
    const char *asked = std::getenv("MENSHEN_ARRIVALS");
    return asked != nullptr ? std::atol(asked) : 1500;
}

} // namespace

/// No entry ever holds a reading, vote, contact value, form or answer of anybody else.
TEST(Arrivals, EveryEntryHoldsWhatIsOfOnePerson)
{
    Arrivals::Figures figures;
    for (long i = 0; i < sequences(); ++i) {
        CoreDoor door;
        Arrivals(static_cast<std::uint32_t>(20261130 + i), figures).play(door);
        if (figures.violations.size() > 20) {
            break;
        }
    }
    std::printf("%ld sequences: %ld entries (%ld admitted, %ld punches, %ld findings), %ld swaps (%ld in the same uniform at the same "
                "place), of these not told apart by pictures %ld; entries of two persons %ld\n",
                figures.sequences, figures.entries, figures.admitted, figures.punches, figures.findings, figures.swaps, figures.swapsAlike,
                figures.unseen, figures.mixed);
    for (const std::string &violation : figures.violations) {
        ADD_FAILURE() << violation;
    }
    EXPECT_GT(figures.admitted, figures.sequences / 20) << "the walk must reach admissions to prove anything";
    EXPECT_GE(5 * figures.swapsAlike, figures.swaps) << "a fifth of the swaps";
    EXPECT_LT(figures.mixed, std::max(4L, figures.swaps / 400));
}

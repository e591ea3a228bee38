// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/Stage.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace menshen::test {

/// The office, opened with its PIN, in front of a ledger in memory.
class OfficeTest : public testing::Test {
protected:
    static constexpr const char *kPin = "246810";

    ~OfficeTest() override
    {
        m_turnstile.set(true);
        if (m_stage) {
            m_stage->upkeep().turnstile.set(true);
        }
        EXPECT_TRUE(UiProgram::takeWarnings().isEmpty());
    }

    Stage &start(StageOptions options = {})
    {
        options.pin = kPin;
        options.whileReading = [this] { m_turnstile.pass(); };
        m_stage = std::make_unique<Stage>(std::move(options));
        EXPECT_TRUE(m_stage->click("tabOffice"));
        m_stage->type(kPin);
        EXPECT_TRUE(m_stage->click("pinOk"));
        EXPECT_TRUE(comes("sectionVisits"));
        return *m_stage;
    }
    [[nodiscard]] bool comes(const QString &name)
    {
        return Stage::eventually([&] { return m_stage->item(name) != nullptr; });
    }
    [[nodiscard]] bool goes(const QString &name)
    {
        return Stage::eventually([&] { return m_stage->item(name) == nullptr; });
    }
    [[nodiscard]] bool says(const QString &name, const QString &text)
    {
        return Stage::eventually([&] { return m_stage->text(name) == text; }, 4s);
    }
    [[nodiscard]] bool begins(const QString &name, const QString &text)
    {
        return Stage::eventually([&] { return m_stage->text(name).startsWith(text); }, 4s);
    }
    /// Some visible text holds `part`.
    [[nodiscard]] bool shows(const QString &part)
    {
        return std::ranges::any_of(visibleItems(m_stage->window().contentItem()), [&](const QQuickItem *item) {
            return item->inherits("QQuickText") && item->property("text").toString().contains(part);
        });
    }
    template <typename E>
    [[nodiscard]] std::vector<E> appended() const
    {
        std::vector<E> found;
        for (const AppendEntry &command : m_stage->posted<AppendEntry>()) {
            if (const auto *entry = std::get_if<E>(&command.entry)) {
                EXPECT_EQ(command.actor, "office");
                found.push_back(*entry);
            }
        }
        return found;
    }
    [[nodiscard]] std::vector<StationAction> recorded() const
    {
        std::vector<StationAction> actions;
        for (const RecordStation &record : m_stage->posted<RecordStation>()) {
            actions.push_back(record.action);
        }
        return actions;
    }
    /// Opens the newest visit; the rows are masked.
    void openVisit()
    {
        ASSERT_TRUE(comes("ledgerRow0"));
        ASSERT_TRUE(m_stage->click("ledgerRow0"));
        ASSERT_TRUE(comes("storyTitle0"));
    }
    void giveReason(const QString &reason)
    {
        ASSERT_TRUE(comes("disclosureReason"));
        m_stage->type(reason);
    }
    void givePin(const QString &pin)
    {
        ASSERT_TRUE(m_stage->click("disclosureNext"));
        ASSERT_TRUE(comes("disclosurePin"));
        m_stage->type(pin);
        ASSERT_TRUE(m_stage->click("disclosureOk"));
    }

    Turnstile m_turnstile; ///< where the worker waits before it opens the ledger
    std::unique_ptr<Stage> m_stage;
};

} // namespace menshen::test

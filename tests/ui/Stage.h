// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/registers/RegisterFolder.h"
#include "drivers/secrets/PersonPinFolder.h"
#include "drivers/secrets/PinFile.h"
#include "menshen/app/RegisterOffice.h"
#include "tests/support/Leaders.h"
#include "tests/support/TestClocks.h"
#include "tests/support/TestFolder.h"
#include "tests/ui/SampleLedger.h"
#include "tests/ui/SampleReports.h"
#include "tests/ui/Samples.h"
#include "ui/UiShell.h"

#include <QQuickItem>
#include <QQuickWindow>
#include <QSize>
#include <QString>
#include <QStringList>

#include <functional>
#include <mutex>

namespace menshen::test {

/// The QGuiApplication that all tests of a program share, and every message that Qt printed since the last look.
class UiProgram {
public:
    static void start();
    [[nodiscard]] static QStringList takeWarnings();
};

struct StageOptions {
    Plan plan = hallPlan();
    Language language = Language::English;
    Theme theme = Theme::Light;
    QSize size{1280, 800};
    bool windowed = true;
    Micros officeIdle = 3min;
    std::string pin = {}; ///< set beforehand; empty: none
    int visits = 120;
    std::function<void()> whileReading = {};                ///< runs on the worker before each ledger opens
    std::function<std::optional<Error>()> whenReading = {}; ///< why no ledger opens; nothing: one does
    std::function<void(StationConfig &)> configure = {};    ///< changes the hall's settings
    std::function<std::optional<Error>(const Entry &)> ledgerSays =
        {};                    ///< what the ledger answers to an officer's entry; nothing: a receipt
    bool ledgerSilent = false; ///< an officer's entry is never answered
    Micros showWhole = 60s;
    LeadingGroup group = sampleGroup();
    Roster roster = sampleRoster();
};

/// The moment of every sample snapshot.
class SampleClock final : public Clock {
public:
    [[nodiscard]] WallTime wall() const override { return nobodyThere(hallPlan()).door.wall; }
    [[nodiscard]] MonoTime mono() const override { return {}; }
};

/// A real window on hand-made snapshots. What the guard does comes back as commands.
class Stage {
public:
    explicit Stage(StageOptions options = {});
    ~Stage();
    Stage(const Stage &) = delete;
    Stage &operator=(const Stage &) = delete;

    void show(const Snapshot &snapshot);
    void showFrame() { m_shell->frameSink()(drawnFrame()); }
    void resize(QSize size);

    [[nodiscard]] UiShell &shell() { return *m_shell; }
    [[nodiscard]] QQuickWindow &window() { return *m_shell->window(); }
    [[nodiscard]] const Plan &plan() const { return m_options.plan; }
    [[nodiscard]] const TestFolder &folder() const { return m_folder; }
    [[nodiscard]] PinFile &pins() { return m_pins; }
    [[nodiscard]] RegisterOffice &registers() { return m_registers; }
    [[nodiscard]] PersonPinFolder &personPins() { return m_personPins; }
    [[nodiscard]] SampleLedger &ledger() { return m_ledger; }
    [[nodiscard]] SampleUpkeep &upkeep() { return m_upkeep; }
    [[nodiscard]] SampleReports &reports() { return m_reports; }

    /// The item of this name that can be seen now; null when none.
    [[nodiscard]] QQuickItem *item(const QString &name);
    [[nodiscard]] QString text(const QString &name);
    [[nodiscard]] bool enabled(const QString &name);
    /// With the mouse, once the item is there; false when it never comes.
    [[nodiscard]] bool click(const QString &name);
    /// As click(), after scrolling the list around it so far that it shows.
    [[nodiscard]] bool scrollAndClick(const QString &name);
    /// Key by key into what has the focus.
    void type(const QString &text);
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);

    [[nodiscard]] std::vector<StationCommand> commands() const;
    template <typename Event>
    [[nodiscard]] std::vector<Event> posted() const;

    /// Lets the window live until `condition` holds; false after the deadline.
    [[nodiscard]] static bool eventually(const std::function<bool()> &condition, std::chrono::milliseconds deadline = 8s);
    /// Everything that is under way has been shown: layouts, animations of sheets, queued deliveries.
    void settle();

private:
    [[nodiscard]] UiParts parts();
    void take(StationCommand command);

    StageOptions m_options;
    TestFolder m_folder;
    RealClock m_clock;
    PinFile m_pins;
    SampleClock m_sampleClock;
    RegisterFolder m_registerFolder;
    RegisterOffice m_registers;
    PersonPinFolder m_personPins;
    SampleLedger m_ledger;
    SampleUpkeep m_upkeep;
    SampleReports m_reports;
    mutable std::mutex m_mutex;
    std::vector<StationCommand> m_commands;
    std::unique_ptr<UiShell> m_shell;
};

template <typename Event>
std::vector<Event> Stage::posted() const
{
    std::vector<Event> found;
    for (const StationCommand &command : commands()) {
        if constexpr (std::is_constructible_v<ScreeningEvent, Event>) {
            const auto *event = std::get_if<ScreeningEvent>(&command);
            if (event && std::holds_alternative<Event>(*event)) {
                found.push_back(std::get<Event>(*event));
            }
        } else if (std::holds_alternative<Event>(command)) {
            found.push_back(std::get<Event>(command));
        }
    }
    return found;
}

/// As Stage::settle(), of any window.
void settle(QQuickWindow &window);

/// All items below `root` that can be seen, `root` included.
[[nodiscard]] std::vector<QQuickItem *> visibleItems(QQuickItem *root);

} // namespace menshen::test

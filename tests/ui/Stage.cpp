// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/Stage.h"

#include "drivers/documents/FormsPaper.h"
#include "drivers/documents/QrCode.h"
#include "drivers/tables/CsvTable.h"
#include "drivers/tables/SheetFile.h"
#include "drivers/tables/XlsxTable.h"
#include "src/main/common/ReportFile.h"

#include <QElapsedTimer>
#include <QGuiApplication>
#include <QTest>

#include <cstdio>

/// fontconfig keeps its caches until the end of the program.
extern "C" const char *__lsan_default_suppressions() { return "leak:libfontconfig\n"; }

namespace menshen::test {

namespace {

/// Without a display unless somebody asks for one.
void chooseUnlessChosen(const char *variable, const char *value)
{
    if (!qEnvironmentVariableIsSet(variable)) {
        qputenv(variable, value);
    }
}

std::mutex warningsMutex;
QStringList warnings;

void onMessage(QtMsgType type, const QMessageLogContext &, const QString &message)
{
    // What the platform says of a bare machine is not the screens' fault: no window hints offscreen, no XDG_RUNTIME_DIR.
    const bool bare =
        message.startsWith(QLatin1String("This plugin does not support")) || message.startsWith(QLatin1String("QStandardPaths:"));
    if (type != QtDebugMsg && type != QtInfoMsg && !bare) {
        const std::scoped_lock lock(warningsMutex);
        warnings.append(message);
        std::fprintf(stderr, "%s\n", qPrintable(message));
    }
}

template <typename Table>
Result<std::unique_ptr<TableWriter>> made(Result<std::unique_ptr<Table>> table)
{
    if (!table) {
        return table.error();
    }
    return std::unique_ptr<TableWriter>(*std::move(table));
}

QQuickItem *findVisible(QQuickItem *root, const QString &name)
{
    for (QQuickItem *item : visibleItems(root)) {
        if (item->objectName() == name) {
            return item;
        }
    }
    return nullptr;
}

} // namespace

void UiProgram::start()
{
    static int argc = 1;
    static char name[] = "menshen_ui_tests";
    static char *argv[] = {name, nullptr};
    chooseUnlessChosen("QT_QPA_PLATFORM", "offscreen");
    chooseUnlessChosen("QT_QUICK_BACKEND", "software");
    UiShell::prepareEnvironment();
    qInstallMessageHandler(onMessage);
    // Never taken down: plugins are unloaded at exit in an order that nobody can rely on.
    static auto *application = new QGuiApplication(argc, argv);
    Q_UNUSED(application);
    QGuiApplication::setQuitOnLastWindowClosed(false);
}

QStringList UiProgram::takeWarnings()
{
    const std::scoped_lock lock(warningsMutex);
    return std::exchange(warnings, {});
}

std::vector<QQuickItem *> visibleItems(QQuickItem *root)
{
    std::vector<QQuickItem *> found;
    if (!root || !root->isVisible() || root->opacity() == 0) {
        return found;
    }
    found.push_back(root);
    for (QQuickItem *child : root->childItems()) {
        const auto below = visibleItems(child);
        found.insert(found.end(), below.begin(), below.end());
    }
    return found;
}

Stage::Stage(StageOptions options)
    : m_options(std::move(options)), m_pins(m_folder / "pin", m_clock),
      m_registerFolder(m_folder / "registers", std::make_shared<const KeyRing>(StationId{}, SecretKey{}, SecretKey{}, SecretKey{})),
      m_registers(m_registerFolder, m_sampleClock, UtcOffset{}),
      m_personPins(
          m_folder / "pins", [this] { return m_registers.now()->group; }, m_clock),
      m_ledger(m_options.visits)
{
    UiProgram::start();
    if (!m_options.pin.empty() && !m_pins.set({}, m_options.pin)) {
        throw std::runtime_error("the PIN was not taken");
    }
    for (const RegisterContent &content : {RegisterContent(m_options.group), RegisterContent(m_options.roster)}) {
        if (linesOf(content) > 0 && (!m_registerFolder.stage(content, m_sampleClock.wall()) || !m_registerFolder.take(kindOf(content)))) {
            throw std::runtime_error("a register was not taken");
        }
    }
    if (!m_registers.look()) {
        throw std::runtime_error("the registers were not read");
    }
    m_shell = std::make_unique<UiShell>(parts());
    if (!m_shell->load()) {
        throw std::runtime_error("the window was not loaded");
    }
    resize(m_options.size);
    show(nobodyThere(m_options.plan));
    settle();
}

Stage::~Stage() = default;

UiParts Stage::parts()
{
    StationConfig config = hallConfig(m_folder.path().string());
    config.plan = m_options.plan;
    config.language = m_options.language;
    config.theme = m_options.theme;
    if (m_options.configure) {
        m_options.configure(config);
    }
    return {.post = [this](StationCommand command) { take(std::move(command)); },
            .pins = m_pins,
            .openReader = [this]() -> Result<std::unique_ptr<LedgerReader>> {
                if (m_options.whileReading) {
                    m_options.whileReading();
                }
                const auto refused = m_options.whenReading ? m_options.whenReading() : std::nullopt;
                return refused ? Result<std::unique_ptr<LedgerReader>>(*refused) : m_ledger.reader();
            },
            .openTable = [](const std::string &path) -> Result<std::unique_ptr<TableWriter>> {
                return path.ends_with(".csv") ? made(CsvTable::create(path)) : made(XlsxTable::create(path));
            },
            .upkeep = m_upkeep,
            .qrOf = qrOf,
            .openReports = [this]() -> Result<std::unique_ptr<ReportReader>> { return m_reports.reader(); },
            .writeReport = writeReportFile,
            .registers = m_registers,
            .personPins = m_personPins,
            .readSheet = readSheet,
            .writeForms = writeEmptyForms,
            .config = std::move(config),
            .windowed = m_options.windowed,
            .officeIdle = m_options.officeIdle,
            .showWhole = m_options.showWhole};
}

void Stage::take(StationCommand command)
{
    const auto *append = std::get_if<AppendEntry>(&command);
    if (append && append->done && !m_options.ledgerSilent) {
        const auto refused = m_options.ledgerSays ? m_options.ledgerSays(append->entry) : std::nullopt;
        const auto *report = std::get_if<ReportSignedEntry>(&append->entry);
        append->done(refused  ? Result<Receipt>(*refused)
                     : report ? m_reports.append(*report, append->actor)
                              : m_ledger.append(append->entry, append->actor));
    }
    const auto answer = [&](const auto &asked, const Entry &entry) {
        if (asked.done && !m_options.ledgerSilent) {
            const auto refused = m_options.ledgerSays ? m_options.ledgerSays(entry) : std::nullopt;
            asked.done(refused ? Result<Receipt>(*refused) : m_ledger.append(entry, asked.actor));
        }
    };
    if (const auto *act = std::get_if<ActOnAlert>(&command)) {
        answer(*act, act->action);
    } else if (const auto *reported = std::get_if<ReportCase>(&command)) {
        AlertRaisedEntry entry;
        entry.who = maskedName(reported->name, Audience::Public);
        entry.origin = reported->origin;
        entry.sign = reported->sign;
        entry.note = reported->note;
        answer(*reported, entry);
    } else if (const auto *review = std::get_if<ReviewInside>(&command)) {
        answer(*review, insideReviewed(review->found));
    }
    const std::scoped_lock lock(m_mutex);
    m_commands.push_back(std::move(command));
}

void Stage::resize(QSize size)
{
    window().setVisibility(QWindow::Windowed);
    window().setMinimumSize(QSize(1, 1));
    window().resize(size);
    (void)eventually([&] { return window().contentItem()->size().toSize() == size; });
}

void Stage::show(const Snapshot &snapshot)
{
    m_shell->snapshotSink()(std::make_shared<const Snapshot>(snapshot));
    settle();
}

QQuickItem *Stage::item(const QString &name) { return findVisible(window().contentItem(), name); }

QString Stage::text(const QString &name)
{
    const QQuickItem *found = item(name);
    return found ? found->property("text").toString() : QString();
}

bool Stage::enabled(const QString &name)
{
    const QQuickItem *found = item(name);
    return found && found->isEnabled();
}

bool Stage::click(const QString &name)
{
    if (!eventually([&] { return item(name) != nullptr; })) {
        return false;
    }
    settle();
    const QQuickItem *found = item(name);
    const QPointF middle = found->mapToScene(QPointF(found->width() / 2, found->height() / 2));
    if (!QRectF(QPointF(0, 0), window().contentItem()->size()).contains(middle)) {
        return false;
    }
    QTest::mouseClick(&window(), Qt::LeftButton, Qt::NoModifier, middle.toPoint());
    settle();
    return true;
}

bool Stage::scrollAndClick(const QString &name)
{
    if (!eventually([&] { return item(name) != nullptr; })) {
        return false;
    }
    settle();
    const QQuickItem *found = item(name);
    for (QQuickItem *around = found->parentItem(); around; around = around->parentItem()) {
        if (around->inherits("QQuickFlickable")) {
            const double below = found->mapToItem(around, QPointF(0, found->height())).y() - around->height();
            const double above = -found->mapToItem(around, QPointF(0, 0)).y();
            const double by = below > 0 ? below : above > 0 ? -above : 0;
            around->setProperty("contentY", around->property("contentY").toDouble() + by);
        }
    }
    return click(name);
}

void Stage::type(const QString &text)
{
    for (const QChar character : text) {
        QTest::sendKeyEvent(QTest::Click, &window(), Qt::Key_unknown, QString(character), Qt::NoModifier);
    }
    settle();
}

void Stage::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QTest::keyClick(&window(), key, modifiers);
    settle();
}

std::vector<StationCommand> Stage::commands() const
{
    const std::scoped_lock lock(m_mutex);
    return m_commands;
}

bool Stage::eventually(const std::function<bool()> &condition, std::chrono::milliseconds deadline)
{
    QElapsedTimer timer;
    timer.start();
    while (!condition()) {
        if (timer.hasExpired(deadline.count())) {
            return false;
        }
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 20);
    }
    return true;
}

void Stage::settle() { test::settle(window()); }

void settle(QQuickWindow &window)
{
    // Two frames: the first lays out, the second shows what that set off.
    for (int frame = 0; frame < 2; ++frame) {
        QCoreApplication::processEvents();
        bool shown = false;
        const auto connection = QObject::connect(&window, &QQuickWindow::afterFrameEnd, &window, [&shown] { shown = true; });
        window.update();
        (void)Stage::eventually([&shown] { return shown; }, 2s);
        QObject::disconnect(connection);
    }
}

} // namespace menshen::test

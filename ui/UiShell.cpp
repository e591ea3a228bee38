// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/UiShell.h"

#include "ui/viewmodels/AlertModel.h"
#include "ui/viewmodels/DoorModel.h"
#include "ui/viewmodels/InsideReviewModel.h"
#include "ui/viewmodels/LiveView.h"
#include "ui/viewmodels/OfficeModel.h"
#include "ui/viewmodels/ShellModel.h"
#include "ui/viewmodels/StaffDesk.h"
#include "ui/viewmodels/UiWords.h"

#include <QFont>
#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QQuickWindow>
#include <QTranslator>

// A static library's module: without these two references the linker drops it.
extern void qml_register_types_Menshen();

namespace menshen {

namespace {

const QUrl kMain(QStringLiteral("qrc:/qt/qml/Menshen/Main.qml"));

bool isTouch(QEvent::Type type)
{
    return type == QEvent::MouseButtonPress || type == QEvent::TouchBegin || type == QEvent::KeyPress || type == QEvent::Wheel;
}

} // namespace

class UiShell::Impl : public QObject {
public:
    explicit Impl(UiParts parts);
    ~Impl() override;

    bool load();
    void receive(GuiInbox::Delivery delivery);
    void tellCamera(const Snapshot &snapshot);
    void translate();
    bool eventFilter(QObject *watched, QEvent *event) override;

    std::shared_ptr<GuiInbox> inbox;
    BackOffice backOffice;
    PinDesk pins;
    FrameSource frames;
    ShellModel shell;
    DoorModel door;
    AlertModel alert;
    StaffDesk staff;
    InsideReviewModel inside;
    OfficeModel office;
    QTranslator translator;
    CameraView cameraView;
    std::unique_ptr<QQmlApplicationEngine> engine;
};

UiShell::Impl::Impl(UiParts parts)
    : inbox(std::make_shared<GuiInbox>(this, [this](GuiInbox::Delivery delivery) { receive(std::move(delivery)); })), backOffice(inbox),
      pins(parts.pins, backOffice), shell(parts.config, parts.windowed, pins), door(parts.config, parts.post),
      alert(parts.config, parts.post, pins, backOffice), staff(parts, backOffice), inside(parts, backOffice),
      office(parts, pins, backOffice), cameraView(CameraDesk::remembered(parts.config))
{
    qml_register_types_Menshen();
    QFont font(QStringLiteral("Noto Sans CJK SC"));
    font.setHintingPreference(QFont::PreferNoHinting);
    QGuiApplication::setFont(font);
    connect(&shell, &ShellModel::languageChanged, this, &Impl::translate);
    connect(&shell, &ShellModel::closing, this, [] { QGuiApplication::quit(); });
    translate();
    qApp->installEventFilter(this);
}

UiShell::Impl::~Impl()
{
    qApp->removeEventFilter(this);
    QGuiApplication::removeTranslator(&translator);
    inbox->close();
    office.stop();
    engine.reset(); // before the models that its bindings read
}

bool UiShell::Impl::load()
{
    engine = std::make_unique<QQmlApplicationEngine>();
    engine->addImportPath(QStringLiteral("qrc:/qt/qml"));
    engine->setInitialProperties({{QStringLiteral("shell"), QVariant::fromValue(&shell)},
                                  {QStringLiteral("door"), QVariant::fromValue(&door)},
                                  {QStringLiteral("alert"), QVariant::fromValue(&alert)},
                                  {QStringLiteral("staff"), QVariant::fromValue(&staff)},
                                  {QStringLiteral("inside"), QVariant::fromValue(&inside)},
                                  {QStringLiteral("office"), QVariant::fromValue(&office)},
                                  {QStringLiteral("frames"), QVariant::fromValue(&frames)}});
    engine->load(kMain);
    return !engine->rootObjects().isEmpty();
}

void UiShell::Impl::receive(GuiInbox::Delivery delivery)
{
    if (delivery.frame) {
        frames.show(*std::move(delivery.frame));
    }
    if (delivery.snapshot) {
        tellCamera(*delivery.snapshot);
        shell.show(delivery.snapshot);
        door.show(delivery.snapshot);
        alert.show(delivery.snapshot);
        staff.show(delivery.snapshot);
        inside.show(delivery.snapshot);
        office.show(delivery.snapshot);
    }
    for (const auto &result : delivery.results) {
        result();
    }
}

void UiShell::Impl::tellCamera(const Snapshot &snapshot)
{
    const DeviceStatus &camera = snapshot.devices[static_cast<std::size_t>(DeviceKind::Camera)];
    const bool down = camera.health == DeviceHealth::Down;
    frames.setTrouble(down ? uiwords::of(camera.error) : QString(), down && !snapshot.camera.trouble);
}

void UiShell::Impl::translate()
{
    QGuiApplication::removeTranslator(&translator);
    const QString name = shell.isChinese() ? QStringLiteral(":/i18n/menshen_zh_CN.qm") : QStringLiteral(":/i18n/menshen_en.qm");
    if (translator.load(name)) {
        QGuiApplication::installTranslator(&translator);
    }
    shell.retranslate();
    door.setLanguage(shell.language());
    alert.setLanguage(shell.language());
    staff.setLanguage(shell.language());
    inside.retranslate();
    office.setLanguage(shell.language());
    if (engine) {
        engine->retranslate();
    }
}

bool UiShell::Impl::eventFilter(QObject *watched, QEvent *event)
{
    if (isTouch(event->type())) {
        office.touch();
    }
    return QObject::eventFilter(watched, event);
}

void UiShell::prepareEnvironment() { qputenv("QT_QUICK_CONTROLS_STYLE", "Basic"); }

UiShell::UiShell(UiParts parts) : m_impl(std::make_unique<Impl>(std::move(parts))) {}
UiShell::~UiShell() = default;

bool UiShell::load() { return m_impl->load(); }

SnapshotSink UiShell::snapshotSink()
{
    return [inbox = m_impl->inbox](SnapshotPtr snapshot) { inbox->put(std::move(snapshot)); };
}

FrameSink UiShell::frameSink()
{
    return [inbox = m_impl->inbox](const Frame &frame) { inbox->put(frame); };
}

QQuickWindow *UiShell::window() const
{
    const auto roots = m_impl->engine ? m_impl->engine->rootObjects() : QList<QObject *>();
    return roots.isEmpty() ? nullptr : qobject_cast<QQuickWindow *>(roots.front());
}

CameraView UiShell::cameraView() const { return m_impl->cameraView; }

void UiShell::setLanguage(Language language) { m_impl->shell.setLanguage(language); }
void UiShell::setTheme(Theme theme) { m_impl->shell.setTheme(theme); }

void UiShell::showPage(const std::string &page) { m_impl->shell.setPage(page == "staff" ? 1 : page == "office" ? 2 : 0); }

} // namespace menshen

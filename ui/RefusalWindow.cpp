// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/RefusalWindow.h"

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

const QUrl kPage(QStringLiteral("qrc:/qt/qml/Menshen/Refusal.qml"));

struct Refusal {
    Q_DECLARE_TR_FUNCTIONS(Refusal)
};

/// What a person reads, in the language that is installed now.
QVariantMap side(const Error &error)
{
    return {
        {QStringLiteral("heading"), Refusal::tr("The station cannot start")},
        {QStringLiteral("happened"), Refusal::tr("The ledger was not opened: %1. Nothing in it has been changed.").arg(uiwords::of(error))},
        {QStringLiteral("advice"), uiwords::adviceFor(error).split(QLatin1Char('\n'))},
        {QStringLiteral("meanwhile"), Refusal::tr("Until then write everybody who comes in on paper; nobody is recorded here.")},
        {QStringLiteral("whatToDo"), Refusal::tr("What to do")},
        {QStringLiteral("technician"), Refusal::tr("For the technician")},
        {QStringLiteral("close"), Refusal::tr("Close")}};
}

QVariantMap sideIn(Language language, const Error &error)
{
    QTranslator translator;
    const bool loaded =
        translator.load(language == Language::Chinese ? QStringLiteral(":/i18n/menshen_zh_CN.qm") : QStringLiteral(":/i18n/menshen_en.qm"));
    if (loaded) {
        QCoreApplication::installTranslator(&translator);
    }
    return side(error); // the translator removes itself as it goes
}

} // namespace

class RefusalWindow::Impl {
public:
    QVariantMap properties;
    std::unique_ptr<QQmlApplicationEngine> engine;
};

RefusalWindow::RefusalWindow(const StationConfig &config, const Error &error, bool windowed) : m_impl(std::make_unique<Impl>())
{
    qml_register_types_Menshen();
    QFont font(QStringLiteral("Noto Sans CJK SC"));
    font.setHintingPreference(QFont::PreferNoHinting);
    QGuiApplication::setFont(font);
    const Language other = config.language == Language::Chinese ? Language::English : Language::Chinese;
    m_impl->properties = {{QStringLiteral("sides"), QVariantList{sideIn(config.language, error), sideIn(other, error)}},
                          {QStringLiteral("file"), QString::fromStdString(config.ledgerFile)},
                          {QStringLiteral("detail"), QString::fromStdString(error.detail)},
                          {QStringLiteral("stationName"), QString::fromStdString(config.stationName)},
                          {QStringLiteral("dark"), config.theme == Theme::Dark},
                          {QStringLiteral("windowed"), windowed}};
}

RefusalWindow::~RefusalWindow() = default;

bool RefusalWindow::load()
{
    m_impl->engine = std::make_unique<QQmlApplicationEngine>();
    m_impl->engine->addImportPath(QStringLiteral("qrc:/qt/qml"));
    m_impl->engine->setInitialProperties(m_impl->properties);
    m_impl->engine->load(kPage);
    if (!window()) {
        return false;
    }
    QObject::connect(window(), &QWindow::visibleChanged, qApp, [](bool visible) {
        if (!visible) {
            QCoreApplication::quit();
        }
    });
    return true;
}

QQuickWindow *RefusalWindow::window() const
{
    const auto roots = m_impl->engine ? m_impl->engine->rootObjects() : QList<QObject *>();
    return roots.isEmpty() ? nullptr : qobject_cast<QQuickWindow *>(roots.front());
}

} // namespace menshen

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewmodels/ShellModel.h"

#include "ui/viewmodels/EntryWords.h"

#include <QPointer>
#include <QSettings>
#include <QStringList>

namespace menshen {

namespace {

const QString kLanguageKey = QStringLiteral("language");
const QString kThemeKey = QStringLiteral("theme");

} // namespace

ShellModel::ShellModel(const StationConfig &config, bool windowed, PinDesk &pins, QObject *parent)
    : QObject(parent), m_pins(pins), m_stateFile(QString::fromStdString(config.stateFile)),
      m_stationName(QString::fromStdString(config.stationName)), m_offset(config.offset), m_responseLevel(config.plan.responseLevel),
      m_windowed(windowed), m_language(config.language), m_theme(config.theme), m_snapshot(std::make_shared<const Snapshot>()),
      m_devices({"name", "condition", "sign"})
{
    if (!m_stateFile.isEmpty()) {
        const QSettings state(m_stateFile, QSettings::IniFormat);
        const QString language = state.value(kLanguageKey).toString();
        const QString theme = state.value(kThemeKey).toString();
        m_language = language == QLatin1String("zh_CN") ? Language::Chinese
                     : language == QLatin1String("en")  ? Language::English
                                                        : m_language;
        m_theme = theme == QLatin1String("dark") ? Theme::Dark : theme == QLatin1String("light") ? Theme::Light : m_theme;
    }
    showDevices();
}

void ShellModel::show(const SnapshotPtr &snapshot)
{
    m_snapshot = snapshot;
    showDevices();
    emit changed();
}

void ShellModel::setLanguage(Language language)
{
    if (m_language != language) {
        m_language = language;
        remember();
        emit languageChanged();
    }
}

void ShellModel::setTheme(Theme theme)
{
    if (m_theme != theme) {
        m_theme = theme;
        remember();
        emit changed();
    }
}

void ShellModel::remember() const
{
    if (!m_stateFile.isEmpty()) {
        QSettings state(m_stateFile, QSettings::IniFormat);
        state.setValue(kLanguageKey, isChinese() ? QStringLiteral("zh_CN") : QStringLiteral("en"));
        state.setValue(kThemeKey, isDark() ? QStringLiteral("dark") : QStringLiteral("light"));
    }
}

void ShellModel::retranslate()
{
    showDevices();
    emit changed();
}

void ShellModel::setPage(int page)
{
    if (m_page != page) {
        m_page = page;
        emit pageChanged();
    }
}

void ShellModel::close(const QString &pin)
{
    if (m_busy || pin.isEmpty()) {
        return;
    }
    m_busy = true;
    m_pinError.reset();
    emit changed();
    m_pins.verify(pin.toStdString(), [self = QPointer(this)](const Result<void> &result) {
        if (!self) {
            return;
        }
        self->m_busy = false;
        self->m_mayClose = result.has_value();
        self->m_pinError = result ? std::nullopt : std::optional(result.error());
        emit self->changed();
        if (self->m_mayClose) {
            emit self->closing();
        }
    });
}

void ShellModel::forgetPinProblem()
{
    m_pinError.reset();
    emit changed();
}

QString ShellModel::pinProblem() const { return m_pinError ? uiwords::ofPin(*m_pinError) : QString(); }

QString ShellModel::head() const
{
    const qint64 seq = m_snapshot->head.value;
    return seq == 0 ? tr("Ledger empty") : tr("Ledger %1 · %2").arg(seq).arg(QString::fromStdString(shortForm(m_snapshot->headHash)));
}

bool ShellModel::isFaulty() const
{
    const auto &troubles = m_snapshot->ledgerTroubles; // worst first
    return !troubles.empty() && troubles.front().kind == LedgerTroubleKind::ChainFault;
}

QString ShellModel::ledgerFault() const { return isFaulty() ? uiwords::of(m_snapshot->ledgerTroubles.front(), m_offset) : QString(); }

QString ShellModel::ledgerTroubles() const
{
    QStringList words;
    for (const LedgerTrouble &trouble : m_snapshot->ledgerTroubles) {
        if (trouble.kind != LedgerTroubleKind::ChainFault) {
            words.append(uiwords::of(trouble, m_offset));
        }
    }
    return words.join(QStringLiteral(" · "));
}

QString ShellModel::clock() const { return uiwords::dayAndClock(m_snapshot->door.wall, m_offset); }

QString ShellModel::level() const
{
    const QStringList roman{QStringLiteral("I"), QStringLiteral("II"), QStringLiteral("III"), QStringLiteral("IV")};
    return tr("Response level %1").arg(roman.value(m_responseLevel - 1, QString::number(m_responseLevel)));
}

std::optional<ShellModel::Concern> ShellModel::concernOf(DeviceKind kind) const
{
    if (kind == DeviceKind::Ledger && isFaulty()) {
        return Concern{tr("altered or damaged"), SignIcon::Refuse};
    }
    if (kind == DeviceKind::Thermometer && m_snapshot->door.frozen.stuck) {
        return Concern{tr("does not move"), SignIcon::Refuse};
    }
    if (kind == DeviceKind::Thermometer && m_snapshot->door.warmEmpty) {
        return Concern{tr("warm, and nobody there"), SignIcon::Attention};
    }
    return std::nullopt;
}

void ShellModel::showDevices()
{
    QList<QVariantList> rows;
    for (std::size_t i = 0; i < m_snapshot->devices.size(); ++i) {
        const DeviceStatus &device = m_snapshot->devices[i];
        const auto kind = static_cast<DeviceKind>(i);
        if (kind == DeviceKind::Siren && device.health == DeviceHealth::Off) {
            continue; // the loudspeaker is enough for most
        }
        const auto concern = device.health == DeviceHealth::Up ? concernOf(kind) : std::nullopt;
        const QString state = concern                               ? concern->words
                              : device.health == DeviceHealth::Down ? uiwords::of(device.error)
                                                                    : uiwords::of(device.health);
        rows.append({uiwords::of(kind), state, static_cast<int>(concern ? concern->sign : uiwords::signOf(device.health))});
    }
    m_devices.show(rows);
}

} // namespace menshen

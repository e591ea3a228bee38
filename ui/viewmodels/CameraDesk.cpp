// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewmodels/CameraDesk.h"

#include "ui/viewmodels/UiWords.h"

#include <QLocale>
#include <QSettings>
#include <QUrl>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace menshen {

namespace {

const QString kGroup = QStringLiteral("camera");
const QString kExposureKey = QStringLiteral("exposure_us"); ///< 0: automatic
const QString kMirrorKey = QStringLiteral("mirror");
const QString kRotationKey = QStringLiteral("rotation");
const QString kZoneKey = QStringLiteral("zone"); ///< x y w h

/// What a camera may be told, in µs. Ten milliseconds are half a wave of the mains: lamps do not flicker.
constexpr std::array<Micros::rep, 20> kExposures{100,   200,   500,   1000,  2000,  3000,  4000,  5000,  6000,  8000,
                                                 10000, 12000, 15000, 20000, 25000, 33300, 40000, 50000, 66700, 100000};
constexpr Micros kFirstExposure = 10ms;
constexpr double kStep = 0.05;

QString zoneToText(const PictureZone &zone)
{
    QStringList shares;
    for (const double share : {zone.x, zone.y, zone.w, zone.h}) {
        shares.append(QString::number(share, 'f', 4));
    }
    return shares.join(QLatin1Char(' '));
}

std::optional<PictureZone> zoneFromText(const QString &text)
{
    std::array<double, 4> shares{};
    const QStringList parts = text.split(QLatin1Char(' '));
    bool sound = parts.size() == 4;
    for (qsizetype i = 0; sound && i < 4; ++i) {
        shares[static_cast<std::size_t>(i)] = parts[i].toDouble(&sound);
    }
    return sound ? std::optional(PictureZone{shares[0], shares[1], shares[2], shares[3]}) : std::nullopt;
}

/// Within the picture and not too small, whatever a finger did; to the ten-thousandth, as it is remembered.
PictureZone tidied(const QRectF &zone)
{
    constexpr double grain = 10'000;
    const auto snapped = [](double share) { return std::round(share * grain) / grain; };
    const double w = std::clamp(snapped(zone.width()), PictureZone::kSmallest, 1.0);
    const double h = std::clamp(snapped(zone.height()), PictureZone::kSmallest, 1.0);
    return {std::clamp(snapped(zone.x()), 0.0, 1 - w), std::clamp(snapped(zone.y()), 0.0, 1 - h), w, h};
}

QString percent(double share) { return QStringLiteral("%1 %").arg(std::lround(share * 100)); }

QString sizeText(FrameSize size) { return QStringLiteral("%1 × %2").arg(size.width).arg(size.height); }

/// Where the camera is, without the password that an address may hold.
QString sourceOf(const StationConfig &config)
{
    QString source = config.camera ? QString::fromStdString(config.camera->source) : QString();
    if (!config.camera || config.camera->kind != CameraKind::Url) {
        return source;
    }
    return QUrl(source).toDisplayString(QUrl::RemoveUserInfo | QUrl::RemoveQuery);
}

} // namespace

CameraView CameraDesk::remembered(const StationConfig &config)
{
    const CameraView configured = config.camera ? config.camera->view : CameraView{};
    if (config.stateFile.empty()) {
        return configured;
    }
    QSettings state(QString::fromStdString(config.stateFile), QSettings::IniFormat);
    state.beginGroup(kGroup);
    if (!state.contains(kZoneKey)) {
        return configured;
    }
    CameraView view;
    bool sound = true;
    const qlonglong exposure = state.value(kExposureKey).toLongLong(&sound);
    if (exposure != 0) {
        view.exposure = Micros(exposure);
    }
    view.mirror = state.value(kMirrorKey).toBool();
    view.rotation = sound ? state.value(kRotationKey).toInt(&sound) : 0;
    const auto zone = zoneFromText(state.value(kZoneKey).toString());
    view.zone = zone.value_or(PictureZone{});
    return sound && zone && view.isSound() ? view : configured;
}

CameraDesk::CameraDesk(const UiParts &parts, QObject *parent)
    : QObject(parent), m_post(parts.post), m_stateFile(QString::fromStdString(parts.config.stateFile)), m_source(sourceOf(parts.config)),
      m_present(parts.config.camera.has_value()), m_configured(m_present ? parts.config.camera->view : CameraView{}),
      m_view(remembered(parts.config)), m_opened(m_view), m_snapshot(std::make_shared<const Snapshot>()),
      m_facts({"label", "value", "sign"})
{
    showFacts();
}

void CameraDesk::show(const SnapshotPtr &snapshot)
{
    m_snapshot = snapshot;
    showFacts();
    if (std::exchange(m_exposure, snapshot->camera.exposure) != snapshot->camera.exposure) {
        emit changed();
    }
}

void CameraDesk::retranslate()
{
    showFacts();
    emit changed();
}

void CameraDesk::enter()
{
    m_opened = m_view;
    emit changed();
}

void CameraDesk::leave() { closeZone(); }

/// To the camera at once, and to the file for the next start. What is as the settings say is not remembered, so that a
/// change of the settings comes through.
void CameraDesk::apply()
{
    if (!m_stateFile.isEmpty()) {
        QSettings state(m_stateFile, QSettings::IniFormat);
        state.remove(kGroup);
        if (!isConfigured()) {
            state.beginGroup(kGroup);
            state.setValue(kExposureKey, static_cast<qlonglong>(m_view.exposure.value_or(0us).count()));
            state.setValue(kMirrorKey, m_view.mirror);
            state.setValue(kRotationKey, m_view.rotation);
            state.setValue(kZoneKey, zoneToText(m_view.zone));
        }
    }
    CameraView view = m_view;
    if (m_zoneOpen) {
        view.zone = {};
    }
    m_post(AdjustCamera{view});
    emit changed();
}

void CameraDesk::setMirror(bool mirror)
{
    if (m_view.mirror != mirror) {
        m_view.mirror = mirror;
        apply();
    }
}

void CameraDesk::setRotation(int degrees)
{
    if (m_view.rotation != degrees) {
        m_view.zone = m_view.zone.turned((degrees - m_view.rotation + 360) % 360); // the same part of the hall
        m_view.rotation = degrees;
        apply();
    }
}

// ---- exposure --------------------------------------------------------------------------------------------

bool CameraDesk::isExposureSettable() const { return m_exposure == ExposureControl::Settable; }

void CameraDesk::setExposureFixed(bool fixed)
{
    if (isExposureFixed() != fixed) {
        m_view.exposure = fixed ? std::optional(kFirstExposure) : std::nullopt;
        apply();
    }
}

void CameraDesk::stepExposure(int steps)
{
    if (!m_view.exposure) {
        return;
    }
    const auto now = m_view.exposure->count();
    const auto above = std::upper_bound(kExposures.begin(), kExposures.end(), now);
    const auto notBelow = std::lower_bound(kExposures.begin(), kExposures.end(), now);
    auto next = now;
    if (steps > 0 && above != kExposures.end()) {
        next = *above;
    } else if (steps < 0 && notBelow != kExposures.begin()) {
        next = *std::prev(notBelow);
    }
    if (next != now) {
        m_view.exposure = Micros(next);
        apply();
    }
}

QString CameraDesk::exposureTime() const
{
    const double millis = std::chrono::duration<double, std::milli>(m_view.exposure.value_or(kFirstExposure)).count();
    return tr("%1 ms").arg(QLocale::c().toString(millis, 'g', 4));
}

QString CameraDesk::exposureHint() const
{
    switch (m_exposure) {
    case ExposureControl::Unknown:
        return tr("Whether the exposure can be set is known once the camera runs.");
    case ExposureControl::None:
        return tr("The exposure of this camera cannot be set from here: it sees to it itself.");
    case ExposureControl::Settable:
        return {};
    }
    return {};
}

// ---- the zone --------------------------------------------------------------------------------------------

QRectF CameraDesk::zone() const
{
    const PictureZone shown = m_view.mirror ? m_view.zone.mirrored() : m_view.zone;
    return {shown.x, shown.y, shown.w, shown.h};
}

void CameraDesk::setZone(const QRectF &zone)
{
    const PictureZone shown = tidied(zone);
    const PictureZone wanted = m_view.mirror ? tidied({1 - shown.x - shown.w, shown.y, shown.w, shown.h}) : shown;
    if (m_zoneOpen && m_view.zone != wanted) {
        m_view.zone = wanted;
        emit changed();
    }
}

void CameraDesk::keepZone() { apply(); }

void CameraDesk::openZone()
{
    if (!m_zoneOpen) {
        m_zoneOpen = true;
        apply();
    }
}

void CameraDesk::closeZone()
{
    if (m_zoneOpen) {
        m_zoneOpen = false;
        apply();
    }
}

void CameraDesk::stepEdge(int edge, int steps)
{
    QRectF now = zone();
    const double by = steps * kStep;
    const auto least = PictureZone::kSmallest;
    switch (edge) {
    case Left:
        now.setLeft(std::clamp(now.left() + by, 0.0, now.right() - least));
        break;
    case Right:
        now.setRight(std::clamp(now.right() + by, now.left() + least, 1.0));
        break;
    case Top:
        now.setTop(std::clamp(now.top() + by, 0.0, now.bottom() - least));
        break;
    default:
        now.setBottom(std::clamp(now.bottom() + by, now.top() + least, 1.0));
        break;
    }
    setZone(now);
    keepZone();
}

QStringList CameraDesk::edges() const
{
    const QRectF now = zone();
    return {percent(now.left()), percent(now.right()), percent(now.top()), percent(now.bottom())};
}

void CameraDesk::wholePicture()
{
    m_view.zone = {};
    apply();
}

QString CameraDesk::zoneText() const
{
    return isZoneWhole()
               ? tr("The whole picture is shown and searched.")
               : tr("%1 of the width, %2 of the height are shown and searched.").arg(percent(m_view.zone.w), percent(m_view.zone.h));
}

// ---- back ------------------------------------------------------------------------------------------------

void CameraDesk::undo()
{
    m_zoneOpen = false;
    m_view = m_opened;
    apply();
}

void CameraDesk::asConfigured()
{
    m_zoneOpen = false;
    m_view = m_configured;
    apply();
}

// ---- what it says ----------------------------------------------------------------------------------------

void CameraDesk::showFacts()
{
    const CameraReport &report = m_snapshot->camera;
    const DeviceStatus &device = m_snapshot->devices[static_cast<std::size_t>(DeviceKind::Camera)];
    const bool down = device.health == DeviceHealth::Down;
    const auto none = static_cast<int>(SignIcon::None);
    QList<QVariantList> rows;
    rows.append(
        {tr("Condition"), down ? uiwords::of(device.error) : uiwords::of(device.health), static_cast<int>(uiwords::signOf(device.health))});
    rows.append({tr("Source"), m_source.isEmpty() ? QStringLiteral("–") : m_source, none});
    rows.append({tr("Picture"),
                 report.sent.width == 0 ? QStringLiteral("–") : tr("%1, shown %2").arg(sizeText(report.sent), sizeText(report.shown)),
                 none});
    rows.append({tr("Pictures a second"),
                 report.picturesPerSecond > 0 ? QString::number(report.picturesPerSecond, 'f', 1) : QStringLiteral("–"), none});
    rows.append({tr("Dropped pictures"),
                 tr("%1 before they were shown, %2 before the detector").arg(report.dropped).arg(m_snapshot->droppedFrames), none});
    switch (report.light) {
    case PictureLight::Unknown:
        rows.append({tr("Light"), QStringLiteral("–"), none});
        break;
    case PictureLight::TooDark:
        rows.append({tr("Light"), tr("too dark"), static_cast<int>(SignIcon::Attention)});
        break;
    case PictureLight::Good:
        rows.append({tr("Light"), tr("good"), static_cast<int>(SignIcon::Pass)});
        break;
    case PictureLight::TooBright:
        rows.append({tr("Light"), tr("too bright"), static_cast<int>(SignIcon::Attention)});
        break;
    }
    m_facts.show(rows);
}

} // namespace menshen

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewmodels/DoorNotices.h"

#include "ui/viewmodels/UiWords.h"

#include <algorithm>
#include <utility>

namespace menshen {

DoorNotices::DoorNotices(const StationConfig &config, std::function<void(StationCommand)> post, QObject *parent)
    : QObject(parent), m_offset(config.offset), m_post(std::move(post)), m_snapshot(std::make_shared<const Snapshot>())
{
}

void DoorNotices::show(const SnapshotPtr &snapshot)
{
    m_snapshot = snapshot;
    emit changed();
}

void DoorNotices::anotherIncident()
{
    if (mayBeAnother()) {
        m_post(AnotherIncident{door().subject});
    }
}

QString DoorNotices::held() const
{
    const Finding &finding = door().finding;
    if (!isHere() || (!finding.told && !finding.feverSince && !finding.yesSince)) {
        return {};
    }
    if (!finding.told) {
        return finding.feverSince ? tr("Ask the person to wait here, apart from others, and measure with the contact thermometer.")
                                  : tr("Ask the person to wait here, apart from others.");
    }
    if (!finding.joined) {
        return tr("Ask the person to wait here, apart from others. The leading group is being notified.");
    }
    const auto incident = std::ranges::find(door().incidents, finding.alert, &DoorIncident::alert);
    if (incident == door().incidents.end()) {
        return tr("Ask the person to wait here. Counted to the open incident: nobody is notified twice.");
    }
    const WallTime at = door().wall - (door().now - incident->at);
    return tr("Ask the person to wait here. Counted to the open incident of %1: nobody is notified twice.")
        .arg(uiwords::clock(at, m_offset).left(5));
}

QString DoorNotices::who() const
{
    if (!isHere()) {
        return {};
    }
    if (door().assessment.notAlone) {
        return tr("Two people stand close: nobody is admitted until one of them steps back.");
    }
    return door().notSurelySame ? tr("Not surely the same person as before: measuring again.") : QString();
}

QString DoorNotices::face() const
{
    const Evidence &evidence = door().evidence;
    if (!isHere() || (evidence.mask != MaskState::Unsure && !evidence.maskByGuard)) {
        return {};
    }
    if (!door().cameraUp) {
        return tr("The camera gives no picture: please look at the mask yourself.");
    }
    return evidence.faceNotFound
               ? tr("The camera finds no face: please look at the mask yourself, and measure with the contact thermometer.")
               : tr("The camera cannot tell about the mask: please look yourself.");
}

QString DoorNotices::instrument() const
{
    return door().frozen.stuck ? tr("The thermometer's value does not move: measure with the contact thermometer and have it looked at.")
                               : QString();
}

QString DoorNotices::warmEmpty() const
{
    return door().warmEmpty ? tr("Body warmth where the camera sees nobody: something warm stands behind, or somebody whom the camera "
                                 "does not see.")
                            : QString();
}

} // namespace menshen

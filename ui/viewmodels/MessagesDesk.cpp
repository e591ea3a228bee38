// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewmodels/MessagesDesk.h"

#include "menshen/app/CourierTrial.h"
#include "menshen/core/Identity.h"
#include "menshen/core/Overloaded.h"
#include "ui/viewmodels/SignIcon.h"
#include "ui/viewmodels/UiWords.h"

#include <QRegularExpression>

#include <algorithm>

namespace menshen {

namespace {

QString qs(const std::string &text) { return QString::fromStdString(text); }

bool isMail(const CourierSettings &courier) { return std::holds_alternative<SmtpSettings>(courier.channel); }
bool isSms(const CourierSettings &courier) { return std::holds_alternative<SmsSettings>(courier.channel); }

QString kindOf(const CourierSettings &courier)
{
    return std::visit(Overloaded{
                          [](const SmtpSettings &) { return MessagesDesk::tr("Mail"); },
                          [](const RobotSettings &robot) {
                              switch (robot.kind) {
                              case RobotKind::WeCom:
                                  return MessagesDesk::tr("WeCom group");
                              case RobotKind::DingTalk:
                                  return MessagesDesk::tr("DingTalk group");
                              case RobotKind::Feishu:
                                  break;
                              }
                              return MessagesDesk::tr("Feishu group");
                          },
                          [](const WebhookSettings &) { return MessagesDesk::tr("Webhook"); },
                          [](const SmsSettings &) { return MessagesDesk::tr("SMS modem"); },
                      },
                      courier.channel);
}

/// Where it goes, as far as that is no secret: a robot's address is one.
QString placeOf(const CourierSettings &courier)
{
    if (const auto *mail = std::get_if<SmtpSettings>(&courier.channel)) {
        return QStringLiteral("%1:%2").arg(qs(mail->server.host)).arg(mail->server.port);
    }
    if (const auto *hook = std::get_if<WebhookSettings>(&courier.channel)) {
        return qs(hook->url).section(QLatin1Char('?'), 0, 0);
    }
    if (const auto *sms = std::get_if<SmsSettings>(&courier.channel)) {
        return qs(sms->line.device);
    }
    return {};
}

QString wordOf(const CourierView &view)
{
    if (!view.last) {
        return MessagesDesk::tr("Not used since the start");
    }
    switch (view.last->delivery.outcome) {
    case Delivery::Outcome::Accepted:
        return MessagesDesk::tr("Delivered");
    case Delivery::Outcome::TryLater:
        return MessagesDesk::tr("A limit holds it back");
    case Delivery::Outcome::Refused:
        return MessagesDesk::tr("Refused");
    case Delivery::Outcome::Unreachable:
        break;
    }
    return MessagesDesk::tr("No answer");
}

SignIcon::Kind signOf(const CourierView &view)
{
    if (!view.last) {
        return SignIcon::None;
    }
    switch (view.last->delivery.outcome) {
    case Delivery::Outcome::Accepted:
        return view.last->delivery.missed.empty() ? SignIcon::Pass : SignIcon::Attention;
    case Delivery::Outcome::TryLater:
        return SignIcon::Attention;
    default:
        return SignIcon::Refuse;
    }
}

/// When, how long it took, and what the other side said.
QString whatOf(const CourierView &view, UtcOffset offset)
{
    if (!view.last) {
        return {};
    }
    const Delivery &delivery = view.last->delivery;
    const auto seconds = std::chrono::duration<double>(view.last->took).count();
    QStringList parts{MessagesDesk::tr("%1, after %2 s").arg(uiwords::clock(view.last->at, offset), QString::number(seconds, 'f', 1))};
    if (!delivery.missed.empty()) {
        parts.append(MessagesDesk::tr("%n person(s) could not be reached", nullptr, static_cast<int>(delivery.missed.size())));
    }
    const QString said = qs(delivery.provider.empty() ? delivery.error.detail : delivery.provider);
    if (!said.isEmpty()) {
        parts.append(said);
    }
    return parts.join(QStringLiteral(" · "));
}

} // namespace

MessagesDesk::MessagesDesk(const UiParts &parts, QObject *parent)
    : QObject(parent), m_post(parts.post), m_stationName(parts.config.stationName), m_offset(parts.config.offset),
      m_settings(parts.config.couriers), m_configured(parts.config.escalation), m_registers(parts.registers), m_policy(m_configured),
      m_language(parts.config.language), m_couriers({"id", "title", "detail", "sign", "word", "what", "to", "asksTo", "busy"}),
      m_ladder({"title", "detail"})
{
    showCouriers();
    showLadder();
}

void MessagesDesk::enter()
{
    m_policy = m_registers.policyAt(m_configured, m_now);
    showCouriers();
    showLadder();
    emit changed();
}

void MessagesDesk::show(const SnapshotPtr &snapshot)
{
    m_now = snapshot->door.wall;
    if (m_views != snapshot->couriers) {
        m_views = snapshot->couriers;
        showCouriers();
    }
}

void MessagesDesk::setLanguage(Language language)
{
    m_language = language;
    showCouriers();
    showLadder();
    emit changed();
}

void MessagesDesk::showCouriers()
{
    QList<QVariantList> rows;
    for (const CourierSettings &courier : m_settings) {
        CourierView view{courier.id, 0, {}};
        if (m_views) {
            if (const auto known = std::ranges::find(*m_views, courier.id, &CourierView::id); known != m_views->end()) {
                view = *known;
            }
        }
        const QString place = placeOf(courier);
        const QString detail = place.isEmpty() ? kindOf(courier) : QStringLiteral("%1 · %2").arg(kindOf(courier), place);
        rows.append({qs(courier.id), qs(courier.id), detail, static_cast<int>(signOf(view)), wordOf(view), whatOf(view, m_offset),
                     usualAddress(courier), isMail(courier) || isSms(courier), view.underWay > 0});
    }
    m_couriers.show(rows);
}

void MessagesDesk::showLadder()
{
    QList<QVariantList> rows;
    const auto add = [&](const EscalationLevel &level, const QString &place) {
        QStringList people;
        for (const Recipient &person : level.people) {
            people.append(qs(person.name));
        }
        QStringList ways;
        for (const std::string &courier : level.couriers) {
            ways.append(qs(courier));
        }
        const auto minutes = static_cast<int>(std::chrono::duration_cast<std::chrono::minutes>(level.patience).count());
        QStringList parts{people.isEmpty() ? tr("everybody in the group") : people.join(tr(", ")), ways.join(QStringLiteral(" → "))};
        if (&level >= m_policy.levels.data() && &level < m_policy.levels.data() + m_policy.levels.size()) {
            parts.append(tr("%n minute(s) to answer", nullptr, minutes));
        }
        rows.append({QStringLiteral("%1  %2").arg(place, qs(m_language == Language::Chinese ? level.name.zh : level.name.en)),
                     parts.join(QStringLiteral(" · "))});
    };
    int number = 0;
    for (const EscalationLevel &level : m_policy.levels) {
        add(level, QString::number(++number));
    }
    for (const EscalationLevel &line : m_policy.beside) {
        add(line, QStringLiteral("+"));
    }
    m_ladder.show(rows);
}

QString MessagesDesk::advice() const
{
    if (m_settings.empty()) {
        return tr("There is no way to tell the leading group yet: alerts are seen and heard at this door only. Add [[courier]] and "
                  "[escalation] to the settings.");
    }
    return m_policy.levels.empty() ? tr("Nobody is told of alerts yet: add the levels of [escalation] to the settings.") : QString();
}

QString MessagesDesk::usualAddress(const CourierSettings &courier) const
{
    for (const EscalationLevel &level : m_policy.levels) {
        if (std::ranges::find(level.couriers, courier.id) == level.couriers.end()) {
            continue;
        }
        for (const Recipient &person : level.people) {
            const std::string &address = isMail(courier) ? person.email : person.mobile;
            if (!address.empty()) {
                return qs(address);
            }
        }
    }
    return {};
}

bool MessagesDesk::isAddress(const QString &courier, const QString &to) const
{
    const auto settings = std::ranges::find(m_settings, courier.toStdString(), &CourierSettings::id);
    if (settings == m_settings.end()) {
        return false;
    }
    static const QRegularExpression kMail(QStringLiteral("^[^\\s@<>,\"]+@[^\\s@<>,\"]+$"));
    static const QRegularExpression kMobile(QStringLiteral("^\\+?[0-9]{8,15}$"));
    if (isMail(*settings)) {
        return kMail.match(to.trimmed()).hasMatch();
    }
    return isSms(*settings) ? kMobile.match(to.trimmed()).hasMatch() : true;
}

void MessagesDesk::tryOut(const QString &courier, const QString &to)
{
    if (!isAddress(courier, to)) {
        return;
    }
    std::vector<Recipient> people;
    if (!to.trimmed().isEmpty()) {
        people.push_back(recipientFrom(to.trimmed().toStdString()));
    }
    m_post(SendMessage{courier.toStdString(), trialMessage(m_stationName, std::move(people), m_now), [](const Delivery &) {}});
}

} // namespace menshen

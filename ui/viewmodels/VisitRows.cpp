// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewmodels/VisitRows.h"

#include "ui/viewmodels/EntryWords.h"

#include <QCoreApplication>

namespace menshen::visitrows {

namespace {

struct VisitRows {
    Q_DECLARE_TR_FUNCTIONS(VisitRows)
};

QString orDash(const std::string &text) { return text.empty() ? QStringLiteral("–") : QString::fromStdString(text); }

QString temperatureOf(const VisitRow &row) { return row.temperature ? uiwords::degrees(*row.temperature) : QStringLiteral("–"); }

/// Lines of label and value; those without a value are left out.
class Lines {
public:
    void add(const QString &label, const QString &value)
    {
        if (!value.isEmpty()) {
            m_lines.append({label, value});
        }
    }
    void add(const QString &label, const std::string &value) { add(label, QString::fromStdString(value)); }
    [[nodiscard]] QList<QVariantList> take() { return std::move(m_lines); }

private:
    QList<QVariantList> m_lines;
};

void addPerson(Lines &lines, const IdentityDraft &identity, bool whole)
{
    lines.add(VisitRows::tr("Name"), maskedName(identity.name, Audience::Office));
    lines.add(uiwords::of(identity.documentType), whole ? identity.document : maskedDocument(identity.document, Audience::Office));
    lines.add(VisitRows::tr("Issued by"), identity.country);
    lines.add(VisitRows::tr("Kept as unverified because"), identity.unverifiedReason);
    lines.add(VisitRows::tr("Phone"), whole ? identity.phone : maskedPhone(identity.phone, Audience::Office));
    lines.add(VisitRows::tr("No phone because"), identity.phoneNote);
    lines.add(VisitRows::tr("Purpose"), identity.purpose);
}

} // namespace

QList<QByteArray> roles()
{
    return {"time",        "seq",     "name",        "document",  "phone",    "temperature", "outcome",
            "outcomeSign", "verdict", "verdictSign", "corrected", "readable", "afterwards"};
}

QVariantList of(const VisitRow &row, UtcOffset offset, When when)
{
    const QString date = uiwords::dayAndClock(row.at, offset);
    const bool readable = row.personal == PersonalState::Whole;
    return {when == When::Clock  ? uiwords::clock(row.at, offset)
            : when == When::Date ? date
                                 : date.mid(5),
            static_cast<qint64>(row.seq.value),
            readable ? orDash(maskedName(row.identity.name, Audience::Office)) : uiwords::of(row.personal),
            orDash(maskedDocument(row.identity.document, Audience::Office)),
            orDash(maskedPhone(row.identity.phone, Audience::Office)),
            temperatureOf(row),
            uiwords::of(row.outcome),
            static_cast<int>(uiwords::signOf(row.outcome)),
            row.verdict ? uiwords::of(*row.verdict) : QStringLiteral("–"),
            static_cast<int>(row.verdict ? uiwords::signOf(*row.verdict) : SignIcon::None),
            row.corrected,
            readable,
            row.afterwards ? VisitRows::tr("paper form, %1").arg(uiwords::dayAndClock(row.afterwards->happened, offset).mid(5))
                           : QString()};
}

QList<QVariantList> details(const VisitRow &row, const Plan &plan, Language language, UtcOffset offset, bool whole)
{
    Lines lines;
    lines.add(VisitRows::tr("Entry"), VisitRows::tr("%1 · %2").arg(row.seq.value).arg(uiwords::dayAndClock(row.at, offset)));
    if (row.afterwards) {
        const std::string &by = row.afterwards->by;
        lines.add(VisitRows::tr("Entered afterwards"),
                  VisitRows::tr("It happened on %1; filled in by: %2. It stands under the day on which it was entered.")
                      .arg(uiwords::dayAndClock(row.afterwards->happened, offset), uiwords::ofActor(by == "guard" ? by : "staff:" + by)));
    }
    lines.add(VisitRows::tr("Outcome"), uiwords::of(row.outcome));
    lines.add(VisitRows::tr("Verdict"), row.verdict ? uiwords::of(*row.verdict) : QString());
    lines.add(VisitRows::tr("Reasons"), uiwords::of(row.reasons, plan, language));
    if (row.personal == PersonalState::Whole) {
        addPerson(lines, row.identity, whole);
    }
    if (row.temperature) {
        const bool uncorrected = row.defaultCalibration && row.instrument == Instrument::Infrared;
        lines.add(VisitRows::tr("Temperature"), VisitRows::tr("%1 °C · %2%3")
                                                    .arg(temperatureOf(row), row.instrument ? uiwords::of(*row.instrument) : QString(),
                                                         !uncorrected     ? QString()
                                                         : row.afterwards ? VisitRows::tr(" · as read")
                                                                          : VisitRows::tr(" · default correction")));
    }
    lines.add(VisitRows::tr("Mask"), row.mask ? uiwords::of(*row.mask) : QString());
    lines.add(VisitRows::tr("Admitted all the same because"), row.overrideReason);
    lines.add(VisitRows::tr("The guard's note"), row.note);
    return lines.take();
}

} // namespace menshen::visitrows

// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/ReportJson.h"

#include "db/seal/Chain.h"
#include "menshen/core/ReportNames.h"

namespace menshen {

template <>
struct EnumNames<ReportPunctuality> {
    static constexpr std::string_view kWhat = "punctuality";
    static constexpr auto kAll = std::to_array<NameOf<ReportPunctuality>>({{ReportPunctuality::None, "none"},
                                                                           {ReportPunctuality::InTime, "in_time"},
                                                                           {ReportPunctuality::Late, "late"},
                                                                           {ReportPunctuality::Missing, "missing"},
                                                                           {ReportPunctuality::Pending, "pending"}});
};

namespace {

Json toJson(const ReportFigures &figures)
{
    Json to = Json::object();
    for (std::size_t i = 0; i < kReportItems; ++i) {
        const auto &value = figures[reportItem(i)];
        to[std::string(kReportItemNames[i])] = value ? Json(*value) : Json(nullptr);
    }
    return to;
}

/// An item that an older version of Menshen did not know was not kept.
ReportFigures figuresFrom(const Json &from)
{
    ReportFigures figures;
    for (std::size_t i = 0; i < kReportItems; ++i) {
        const auto found = from.find(std::string(kReportItemNames[i]));
        if (found != from.end() && !found->is_null())
            figures[reportItem(i)] = found->get<std::int64_t>();
    }
    return figures;
}

Json toJson(const DailyReport &report)
{
    Json refused = Json::object();
    for (std::size_t i = 0; i < kReasonCodes; ++i)
        refused[std::string(kRefusalNames[i])] = report.refusedBy[i];
    refused["guard"] = report.refusedByGuard;
    Json to{{"day", dayText(report.day)},
            {"unit", report.parties.unit},
            {"preparer", report.parties.preparer},
            {"reviewer", report.parties.reviewer},
            {"telephone", report.parties.telephone},
            {"plan", report.plan},
            {"ended", report.ended},
            {"figures", toJson(report.figures)},
            {"refused_by", std::move(refused)},
            {"since_beginning", toJson(report.sinceBeginning)},
            {"ledger_began", dayText(report.ledgerBegan)},
            {"previous", nameOf(report.previous)},
            {"previous_late_minutes", report.previousLate.count()},
            {"missing_before", report.missingBefore}};
    return to;
}

DailyReport reportFrom(const Json &from)
{
    DailyReport report;
    report.day = day(from, "day");
    report.parties = {text(from, "unit"), text(from, "preparer"), text(from, "reviewer"), text(from, "telephone")};
    report.plan = text(from, "plan");
    report.ended = from.at("ended").get<bool>();
    report.figures = figuresFrom(from.at("figures"));
    const auto &refused = from.at("refused_by");
    for (std::size_t i = 0; i < kReasonCodes; ++i)
        report.refusedBy[i] = refused.value(std::string(kRefusalNames[i]), std::int64_t{0});
    report.refusedByGuard = refused.value("guard", std::int64_t{0});
    report.sinceBeginning = figuresFrom(from.at("since_beginning"));
    report.ledgerBegan = day(from, "ledger_began");
    report.previous = named<ReportPunctuality>(from, "previous");
    report.previousLate = std::chrono::minutes{whole(from, "previous_late_minutes")};
    report.missingBefore = whole(from, "missing_before");
    return report;
}

Json toJson(const ReportSignedEntry &entry, const EntryHash &digest)
{
    Json to{
        {"day", dayText(entry.report.day)}, {"version", entry.version}, {"digest", hexOf(digest)}, {"late_minutes", entry.late.count()}};
    if (entry.replaces > EntrySeq{}) {
        to["replaces"] = entry.replaces.value;
        to["differences"] = entry.differences;
    }
    return to;
}

} // namespace

std::string reportJson(const DailyReport &report) { return dumped(toJson(report)); }

EntryHash reportDigest(const DailyReport &report) { return reportContentHash(reportJson(report)); }

std::string reportFile(const DailyReport &report, const ReportSignedEntry *asSigned, const Receipt *receipt)
{
    Json to{{"report", toJson(report)}, {"signed", nullptr}};
    if (asSigned) {
        auto &signature = to["signed"] = toJson(*asSigned, reportDigest(report));
        if (receipt) {
            signature["entry"] = receipt->seq.value;
            signature["entry_hash"] = hexOf(receipt->hash);
            signature["at_us"] = receipt->at.time_since_epoch().count();
        }
    }
    return to.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

std::string encodedBody(const ReportSignedEntry &entry)
{
    auto to = toJson(entry, reportDigest(entry.report));
    to["report"] = toJson(entry.report);
    return dumped(to);
}

ReportSignedEntry reportSignedFrom(const Json &from, std::string reason)
{
    ReportSignedEntry entry;
    entry.report = reportFrom(from.at("report"));
    entry.version = static_cast<int>(whole(from, "version"));
    entry.late = std::chrono::minutes{whole(from, "late_minutes")};
    entry.replaces = {from.value("replaces", std::int64_t{0})};
    if (from.contains("differences"))
        entry.differences = from.at("differences").get<std::vector<std::string>>();
    entry.reason = std::move(reason);
    // Of the text as it stands there: a later version of Menshen may store more than this one knows.
    entry.digest = reportContentHash(dumped(from.at("report")));
    if (text(from, "digest") != hexOf(entry.digest) || day(from, "day") != entry.report.day)
        throw DecodeError("the report is not the one that was signed");
    return entry;
}

std::string encodedBody(const ReportToldEntry &entry)
{
    Json to{{"news", nameOf(entry.news)}, {"day", dayText(entry.day)}};
    if (entry.version > 0)
        to["version"] = entry.version;
    if (entry.level > 0)
        to["level"] = entry.level;
    to["courier"] = entry.courier;
    to["delivered"] = entry.delivered;
    if (!entry.detail.empty())
        to["detail"] = entry.detail;
    return dumped(to);
}

ReportToldEntry reportToldFrom(const Json &from)
{
    return {named<ReportNews>(from, "news"), day(from, "day"),      from.value("version", 0),
            from.value("level", 0),          text(from, "courier"), from.at("delivered").get<bool>(),
            from.value("detail", "")};
}

} // namespace menshen

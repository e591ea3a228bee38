// SPDX-License-Identifier: GPL-3.0-or-later
#include "src/main/station/RehearsalReport.h"

#include "menshen/app/Words.h"

#include <fmt/format.h>

#include <cstdio>
#include <filesystem>
#include <stdexcept>

namespace menshen {

namespace {

DayOutcome outcomeOf(Outcome outcome)
{
    return outcome == Outcome::Admitted ? DayOutcome::Admitted : outcome == Outcome::Refused ? DayOutcome::Refused : DayOutcome::Left;
}

std::string temperatureOf(const Evidence &evidence)
{
    const TemperatureReading *reading = decidingReading(evidence);
    if (reading == nullptr || !reading->body) {
        return "no result";
    }
    return fmt::format("{:.1f}±{:.1f} °C{}", reading->body->value.degrees, reading->body->uncertainty.degrees,
                       reading->instrument == Instrument::Contact ? " contact" : "");
}

} // namespace

RehearsalReport::RehearsalReport(const std::string &folder, UtcOffset offset) : m_offset(offset)
{
    std::filesystem::create_directories(folder + "/screens");
    m_lines.open(folder + "/lines.txt");
    if (!m_lines) {
        throw std::runtime_error("cannot write " + folder + "/lines.txt");
    }
}

void RehearsalReport::visit(const DayPerson &person, const VisitEntry &entry, const Receipt &receipt)
{
    ++(entry.outcome == Outcome::Admitted ? m_counts.admitted : entry.outcome == Outcome::Refused ? m_counts.refused : m_counts.left);
    line(person, maskedName(person.identity.name, Audience::Public), entry.evidence, entry.verdict, word(entry.outcome, Language::English),
         entry.reasons, receipt);
    check(person, outcomeOf(entry.outcome));
}

void RehearsalReport::punch(const DayPerson &person, const StaffPunchEntry &entry, const Receipt &receipt)
{
    const bool in = entry.direction == PunchDirection::In;
    const bool on = entry.outcome == Outcome::Admitted;
    ++(!on ? m_counts.staffRefused : in ? m_counts.staffIn : m_counts.staffOut);
    line(person, "staff " + entry.number, entry.evidence, entry.verdict,
         on ? word(entry.direction, Language::English) : word(entry.outcome, Language::English), entry.reasons, receipt);
    check(person, !on ? outcomeOf(entry.outcome) : in ? DayOutcome::In : DayOutcome::Out);
}

void RehearsalReport::left(const DayPerson &person, const Evidence &evidence, const Assessment &assessment, const Receipt &receipt)
{
    ++m_counts.left;
    line(person, maskedName(person.identity.name, Audience::Public), evidence, assessment.verdict, word(Outcome::Left, Language::English),
         assessment.reasons, receipt);
    check(person, DayOutcome::Left);
}

void RehearsalReport::gone(const DayPerson &person)
{
    say(fmt::format("{:8}  {:4}  {:5} {:10}  went before a decision, nothing was found", "", person.id, "-",
                    maskedName(person.identity.name, Audience::Public)));
    check(person, DayOutcome::Gone);
}

void RehearsalReport::failed(const DayPerson &person, const std::string &why)
{
    ++m_failures;
    say(fmt::format("{:8}  {:4}  FAILED: {}", "", person.id, why));
}

void RehearsalReport::line(const DayPerson &person, const std::string &who, const Evidence &evidence, std::optional<Verdict> verdict,
                           const std::string &outcome, const std::vector<Reason> &reasons, const Receipt &receipt)
{
    say(fmt::format("{}  {:4}  #{:<4} {:10}  {:16}  {:22}  {:9}  {:10}  {}", localTime(receipt.at, m_offset).substr(11), person.id,
                    receipt.seq.value, who, temperatureOf(evidence), word(evidence.mask, Language::English),
                    word(verdict, Language::English), outcome, reasons.empty() ? "-" : words(reasons, Language::English)));
}

void RehearsalReport::check(const DayPerson &person, DayOutcome outcome)
{
    if (outcome != person.expect) {
        failed(person, "did not end as the script expects");
    }
}

void RehearsalReport::say(const std::string &text)
{
    std::printf("%s\n", text.c_str());
    std::fflush(stdout);
    m_lines << text << '\n' << std::flush;
}

bool RehearsalReport::close(const DayCounts &ledger)
{
    say(fmt::format("admitted {}, refused {}, left {}, staff in {}, staff out {}, staff refused {}", m_counts.admitted, m_counts.refused,
                    m_counts.left, m_counts.staffIn, m_counts.staffOut, m_counts.staffRefused));
    const bool same = ledger.admitted == m_counts.admitted && ledger.refused == m_counts.refused && ledger.left == m_counts.left &&
                      ledger.staffIn == m_counts.staffIn && ledger.staffOut == m_counts.staffOut &&
                      ledger.staffRefused == m_counts.staffRefused;
    if (!same) {
        say(fmt::format("FAILED: the station counts admitted {}, refused {}, left {}, staff in {}, staff out {}", ledger.admitted,
                        ledger.refused, ledger.left, ledger.staffIn, ledger.staffOut));
    }
    return same && m_failures == 0;
}

} // namespace menshen

// SPDX-License-Identifier: GPL-3.0-or-later
#include "src/main/ctl/EyeFigures.h"

#include <algorithm>
#include <array>
#include <iomanip>
#include <sstream>
#include <string_view>
#include <utility>

namespace menshen::ctl {

namespace {

using evaluation::kTold;
using evaluation::Row;
using evaluation::Sizes;
using evaluation::sumOf;
using evaluation::Tally;

constexpr std::array<std::string_view, 4> kStateNames{"mask", "no_mask", "incorrect", "covered"}; ///< as in faces.jsonl
constexpr std::array<std::string_view, kTold> kToldNames{"mask", "no_mask", "incorrect", "unsure", "not found"};
constexpr std::array<std::pair<Sizes, std::string_view>, evaluation::kSizes> kSizeNames{
    {{Sizes::All, "any size"}, {Sizes::LongerSide, "longer side >= 24 px"}, {Sizes::ShorterSide, "shorter side >= 24 px"}}};

/// A tenth of a per cent is as fine as these counts go.
std::string percent(int part, int whole)
{
    std::ostringstream text;
    text << std::fixed << std::setprecision(1) << (whole > 0 ? 100.0 * part / whole : 0.0) << " %";
    return text.str();
}

std::string fixed(double value, int digits)
{
    std::ostringstream text;
    text << std::fixed << std::setprecision(digits) << value;
    return text.str();
}

/// A detector that saw no picture of this source has an empty tally.
Tally tallyOf(const Measured &measured, const std::string &source)
{
    const auto found = measured.sources.find(source);
    return found == measured.sources.end() ? Tally{} : found->second;
}

void printRow(std::ostream &out, const std::string &name, const Row &row, MaskState truth)
{
    out << std::left << std::setw(10) << name << std::right;
    for (const int count : row)
        out << std::setw(10) << count;
    out << std::setw(10) << percent(row[static_cast<std::size_t>(truth)], sumOf(row)) << '\n';
}

void printTable(std::ostream &out, const std::vector<Measured> &measured, const std::string &source)
{
    out << std::left << std::setw(24) << "labelled, of" << std::setw(10) << "told by" << std::right;
    for (const auto name : kToldNames)
        out << std::setw(10) << name;
    out << std::setw(10) << "right" << '\n';
    for (const auto &[sizes, sizeName] : kSizeNames) {
        out << sizeName << '\n';
        for (const auto truth : {MaskState::Mask, MaskState::NoMask, MaskState::Incorrect, MaskState::Unsure}) {
            const int faces = sumOf(tallyOf(measured.front(), source).row(sizes, truth));
            for (const auto &one : measured) {
                if (faces == 0)
                    continue;
                const auto label = "  " + std::string(kStateNames[static_cast<std::size_t>(truth)]) + ", " + std::to_string(faces);
                out << std::left << std::setw(24) << (&one == &measured.front() ? label : "");
                printRow(out, one.name, tallyOf(one, source).row(sizes, truth), truth);
            }
        }
    }
}

void printRest(std::ostream &out, const Measured &measured, const std::string &source)
{
    const Tally tally = tallyOf(measured, source);
    int faces = 0, unsure = 0;
    for (const Row &row : tally.rows[static_cast<std::size_t>(Sizes::All)]) {
        faces += sumOf(row);
        unsure += row[static_cast<std::size_t>(evaluation::Told::Unsure)];
    }
    out << measured.name << ": unsure " << percent(unsure, faces) << "; false faces "
        << fixed(tally.pictures > 0 ? static_cast<double>(tally.falseFaces) / tally.pictures : 0, 4) << " a picture (" << tally.falseFaces
        << ", of them " << tally.secondBoxes << " second boxes on a face)\n";
}

void printReliability(std::ostream &out, const std::vector<Measured> &measured, const std::string &source)
{
    out << "how often the winner is right, by its probability\n";
    for (std::size_t bin = 0; bin < Tally{}.reliability.size(); ++bin) {
        const auto binOf = [&](const Measured &one) { return tallyOf(one, source).reliability[bin]; };
        if (std::ranges::all_of(measured, [&](const Measured &one) { return binOf(one).faces == 0; }))
            continue;
        out << "  " << fixed(static_cast<double>(bin) / 10, 1) << " to " << fixed(static_cast<double>(bin + 1) / 10, 1);
        for (const auto &one : measured) {
            const auto [faces, right] = binOf(one);
            out << "   " << one.name << ' ' << std::right << std::setw(8) << (faces > 0 ? percent(right, faces) : "-") << " of"
                << std::setw(6) << faces;
        }
        out << '\n';
    }
}

double at(std::vector<double> values, double share)
{
    if (values.empty())
        return 0;
    std::ranges::sort(values);
    return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
}

void printTimes(std::ostream &out, const std::vector<Measured> &measured)
{
    out << "time a picture\n";
    for (const auto &one : measured)
        out << "  " << std::left << std::setw(10) << one.name << "median " << fixed(at(one.millis, 0.5), 1) << " ms, p99 "
            << fixed(at(one.millis, 0.99), 1) << " ms\n";
    const auto &own = measured.front();
    for (const auto &other : measured) {
        if (&other == &own)
            continue;
        std::vector<double> ratios;
        std::ranges::transform(own.millis, other.millis, std::back_inserter(ratios), [](double a, double b) { return b > 0 ? a / b : 0; });
        out << "  " << own.name << " to " << other.name << ": " << fixed(at(ratios, 0.5), 2) << ", median of the pictures' ratios\n";
    }
}

} // namespace

void printFigures(std::ostream &out, const std::vector<Measured> &measured)
{
    if (measured.empty())
        return;
    for (const auto &[source, tally] : measured.front().sources) {
        out << "== " << source << ": " << tally.pictures << " pictures\n";
        printTable(out, measured, source);
        for (const auto &one : measured)
            printRest(out, one, source);
        printReliability(out, measured, source);
        out << '\n';
    }
    printTimes(out, measured);
}

} // namespace menshen::ctl

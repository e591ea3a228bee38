// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/LedgerState.h"
#include "db/sqlite/SqliteReportReader.h"
#include "drivers/config/ConfigFiles.h"
#include "drivers/secrets/KeyStores.h"
#include "drivers/secrets/PinFile.h"
#include "menshen/app/ReportOffice.h"
#include "menshen/app/ReportWords.h"
#include "menshen/app/Words.h"
#include "src/main/common/ReportFile.h"
#include "src/main/common/SystemClock.h"
#include "src/main/ctl/LedgerTools.h"

#include <CLI/CLI.hpp>
#include <QGuiApplication>

#include <array>
#include <iostream>

namespace menshen::ctl {

namespace {

struct DailyArguments {
    std::string date, format, out, language, reason;
    bool sign = false;
};

/// What every report command opens.
struct Opened {
    StationConfig config;
    std::unique_ptr<StationKeyStore> store;
    std::unique_ptr<SqliteReportReader> reader;
};

Result<Opened> openedFor(StationConfig config)
{
    Opened opened{std::move(config), nullptr, nullptr};
    opened.store = makeKeyStore(opened.config.ledgerKey);
    // A report needs nobody's personal data, so it can be made without the key; only the reasons of corrections are sealed.
    auto keys = KeyRing::open(opened.config.ledgerFile, *opened.store);
    auto reader = SqliteReportReader::open(opened.config.ledgerFile, keys ? std::move(*keys) : nullptr);
    if (!reader)
        return reader.error();
    opened.reader = std::move(*reader);
    return opened;
}

/// For a person at the terminal, in the language that was asked for.
void print(const ReportDocument &document, Language language)
{
    const bool chinese = language == Language::Chinese;
    std::cout << in(language, document.title) << "  " << isoDay(document.day)
              << (document.draft ? (chinese ? "（草稿，未签署）" : "  (draft, not signed)") : "") << "\n\n";
    for (const auto &[label, value] : document.facts)
        std::cout << in(language, label) << ": " << in(language, value) << '\n';
    std::cout << '\n' << in(language, document.verdict) << '\n';
    for (const auto &section : document.sections) {
        std::cout << '\n' << in(language, section.title) << '\n';
        for (const auto &line : section.lines) {
            std::cout << "  " << in(language, line.label) << ": " << in(language, line.value);
            if (line.total)
                std::cout << (chinese ? "（累计 " : "  (since the beginning ") << in(language, line.totalText) << (chinese ? "）" : ")");
            std::cout << '\n';
        }
    }
    for (const auto &remark : document.remarks)
        std::cout << '\n' << in(language, remark);
    std::cout << '\n';
}

/// Says in both languages what an officer can do about it.
int failReport(const Error &error, ReportProblem problem)
{
    if (problem == ReportProblem::None)
        return error.code == ErrorCode::BadInput ? fail(error, kUsage) : failLedger(error);
    const auto words = problemInWords(problem);
    std::cerr << "menshenctl: " << words.zh << '\n';
    return fail(error, kUsage);
}

Result<void> writeFile(const DailyArguments &arguments, const DailyReport &report, const SignedReport *asSigned,
                       const ReportDocument &document, Language language)
{
    std::string name = "menshenctl", option = "-platform", platform = "offscreen";
    std::array<char *, 4> words{name.data(), option.data(), platform.data(), nullptr};
    int count = 3;
    const QGuiApplication fonts(count, words.data());
    return writeReportFile(arguments.out, arguments.format, report, asSigned, document, language);
}

int write(const Opened &opened, const DailyArguments &arguments, const DailyReport &report, const SignedReport *asSigned)
{
    const auto &config = opened.config;
    const auto language = arguments.language.empty() ? config.language : arguments.language == "en" ? Language::English : Language::Chinese;
    auto document = reportDocument(report, asSigned, config.stationName, config.offset);
    if (const auto state = ledgerState(config.ledgerFile))
        putHead(document, asSigned, state->head);
    if (arguments.out.empty()) {
        print(document, language);
        return kOk;
    }
    if (const auto written = writeFile(arguments, report, asSigned, document, language); !written)
        return fail(written.error(), kFailed);
    std::cout << arguments.out << ": " << isoDay(report.day)
              << (asSigned
                      ? ", version " + std::to_string(asSigned->entry.version) + ", entry " + std::to_string(asSigned->receipt.seq.value)
                      : std::string(", draft, not signed"))
              << '\n';
    return kOk;
}

int sign(const Opened &opened, const DailyArguments &arguments, HallDay day, ReportOffice &office)
{
    const SystemClock clock;
    const auto pin = askedOfficePin();
    if (!pin)
        return failLedger(pin.error());
    PinFile pins(opened.config.pinFile, clock);
    const auto signedReport =
        office.sign({day, pin->text(), arguments.reason, "ctl"}, pins, clock.wall(), [&](Entry entry, const std::string &actor) {
            return appendTo(opened.config, *opened.store, clock, std::move(entry), actor);
        });
    if (signedReport)
        return write(opened, arguments, signedReport->entry.report, &*signedReport);
    const auto preview = office.preview(day, clock.wall());
    return failReport(signedReport.error(), preview ? preview->problem : ReportProblem::None);
}

int daily(const DailyArguments &arguments, const Program &program)
{
    if (!arguments.format.empty() && arguments.out.empty())
        return fail({ErrorCode::BadInput, "--format: --out FILE is needed too"}, kUsage);
    auto config = loadStationConfig(program.config);
    if (!config)
        return fail(config.error(), kUsage);
    const auto day = dayOption(arguments.date, "--date");
    if (!day)
        return fail(day.error(), kUsage);
    const auto opened = openedFor(std::move(*config));
    if (!opened)
        return failLedger(opened.error());
    ReportOffice office(*opened->reader, reportSettings(opened->config));
    if (arguments.sign)
        return sign(*opened, arguments, *day, office);
    const auto preview = office.preview(*day, SystemClock{}.wall());
    if (!preview)
        return failReport(preview.error(), ReportProblem::None);
    // What was signed is what counts; a draft of it would say the same or be a correction that nobody has signed.
    const auto *newest = preview->versions.empty() ? nullptr : &preview->versions.back();
    if (!preview->differences.empty())
        std::cerr << "menshenctl: since it was signed there are differences: " << differencesInWords(preview->differences).en
                  << "; --sign --reason makes a correction\n";
    return write(*opened, arguments, newest ? newest->entry.report : preview->report, newest);
}

int due(const Program &program)
{
    auto config = loadStationConfig(program.config);
    if (!config)
        return fail(config.error(), kUsage);
    const auto opened = openedFor(std::move(*config));
    if (!opened)
        return failLedger(opened.error());
    ReportOffice office(*opened->reader, reportSettings(opened->config));
    const auto duty = office.duty(SystemClock{}.wall());
    if (!duty)
        return failLedger(duty.error());
    const auto reminder = reportReminder(*duty, office.settings());
    if (!reminder) {
        std::cout << "nothing is due\n";
        return kOk;
    }
    std::cout << in(opened->config.language, reminder->body) << '\n';
    return duty->missing.empty() ? kOk : kFailed;
}

} // namespace

void addReportDaily(CLI::App &group, Program &program)
{
    auto arguments = std::make_shared<DailyArguments>();
    auto *command = group.add_subcommand("daily", "Shows, writes or signs a day's report; also when it is zero.\n"
                                                  "Works while a station is running, but for --sign");
    command->add_option("--date", arguments->date, "The day, YYYY-MM-DD")->required();
    auto *sign = command->add_flag("--sign", arguments->sign, "Sign it: asks for the office's PIN. Only of a day that has ended");
    command->add_option("--reason", arguments->reason, "Why it is corrected, when it was signed before")->needs(sign);
    auto *out = command->add_option("--out", arguments->out, "The file to write; printed when left out");
    auto *format = command->add_option("--format", arguments->format, "pdf, xlsx or json")->check(CLI::IsMember({"pdf", "xlsx", "json"}));
    out->needs(format);
    command->add_option("--language", arguments->language, "zh or en; the station's when left out. Paper has both")
        ->check(CLI::IsMember({"zh", "en"}));
    command->callback(
        [arguments, &program] { program.run = [arguments, &program](const std::stop_token &) { return daily(*arguments, program); }; });
}

void addReportDue(CLI::App &group, Program &program)
{
    auto *command = group.add_subcommand("due", "Says which reports are due or missing; exit code 1 when one is missing");
    command->callback([&program] { program.run = [&program](const std::stop_token &) { return due(program); }; });
}

} // namespace menshen::ctl

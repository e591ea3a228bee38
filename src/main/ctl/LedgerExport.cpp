// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/SqliteLedgerReader.h"
#include "drivers/config/ConfigFiles.h"
#include "drivers/secrets/KeyStores.h"
#include "drivers/tables/CsvTable.h"
#include "drivers/tables/XlsxTable.h"
#include "menshen/app/ExportOffice.h"
#include "menshen/app/Words.h"
#include "src/main/common/SystemClock.h"
#include "src/main/ctl/LedgerTools.h"

#include <CLI/CLI.hpp>

#include <iostream>
#include <unistd.h>

namespace menshen::ctl {

namespace {

struct ExportArguments {
    std::string from, to, format, out, language, reason;
    bool inClear = false;
};

Result<HallDay> dayOf(const std::string &text, const char *option, HallDay standard)
{
    return text.empty() ? standard : dayOption(text, option);
}

Result<ExportRequest> requestOf(const ExportArguments &arguments, const StationConfig &config)
{
    const auto today = hallDayOf(SystemClock{}.wall(), config.offset);
    const auto from = dayOf(arguments.from, "--from", today);
    if (!from)
        return from.error();
    const auto to = dayOf(arguments.to, "--to", arguments.from.empty() ? today : std::max(*from, today));
    if (!to)
        return to.error();
    if (*to < *from)
        return Error{ErrorCode::BadInput, "--to: " + isoDay(*to) + ": a day that is not before --from, which is " + isoDay(*from)};
    ExportRequest request;
    request.filter.from = *from;
    request.filter.to = *to;
    request.inClear = arguments.inClear;
    request.offset = config.offset;
    request.language = arguments.language.empty() ? config.language : arguments.language == "en" ? Language::English : Language::Chinese;
    return request;
}

template <typename Table>
Result<std::unique_ptr<TableWriter>> create(const std::string &out)
{
    auto table = Table::create(out);
    if (!table)
        return table.error();
    return std::unique_ptr<TableWriter>(std::move(*table));
}

void showProgress(ExportProgress progress)
{
    if (::isatty(STDERR_FILENO) == 1)
        std::cerr << '\r' << progress.done << " / " << progress.total << std::flush;
}

/// Who looks at whole documents says why, and the ledger keeps it before the first one is written.
Result<void> disclose(const ExportRequest &request, const std::string &reason, const StationConfig &config, StationKeyStore &store)
{
    const SystemClock clock;
    if (auto right = officePin(config, clock); !right)
        return right;
    DisclosureEntry entry;
    entry.kind = DisclosureKind::ExportedInClear;
    entry.from = request.filter.from;
    entry.to = request.filter.to;
    entry.reason = reason;
    const auto receipt = appendTo(config, store, clock, std::move(entry), "ctl");
    return receipt ? Result<void>() : receipt.error();
}

int write(SqliteLedgerReader &reader, const ExportArguments &arguments, const ExportRequest &request, const std::stop_token &stop)
{
    const auto writer = arguments.format == "csv" ? create<CsvTable>(arguments.out) : create<XlsxTable>(arguments.out);
    if (!writer)
        return fail(writer.error(), kFailed);
    const auto summary = exportLedger(reader, **writer, request, showProgress, stop);
    endProgress();
    if (!summary)
        return fail(summary.error(), kFailed);
    std::cout << arguments.out << ": " << summary->visits << " visits, " << summary->punches << " staff punches\n";
    return kOk;
}

int exportTo(const ExportArguments &arguments, const Program &program, const std::stop_token &stop)
{
    const auto config = loadStationConfig(program.config);
    if (!config)
        return fail(config.error(), kUsage);
    const auto request = requestOf(arguments, *config);
    if (!request)
        return fail(request.error(), kUsage);
    const auto store = makeKeyStore(config->ledgerKey);
    auto keys = KeyRing::open(config->ledgerFile, *store);
    if (!keys)
        return failLedger(keys.error());
    if (arguments.inClear)
        if (const auto recorded = disclose(*request, arguments.reason, *config, *store); !recorded)
            return failLedger(recorded.error());
    const auto reader = SqliteLedgerReader::open(config->ledgerFile, std::move(*keys));
    return reader ? write(**reader, arguments, *request, stop) : failLedger(reader.error());
}

} // namespace

void addLedgerExport(CLI::App &group, Program &program)
{
    auto arguments = std::make_shared<ExportArguments>();
    auto *command = group.add_subcommand("export", "Writes visits and staff punches of some days, personal data masked.\n"
                                                   "Works while a station is running, but for --in-clear");
    command->add_option("--from", arguments->from, "First day, YYYY-MM-DD; today when left out");
    command->add_option("--to", arguments->to, "Last day; today when left out");
    command->add_option("--format", arguments->format, "csv (staff punches in a second file) or xlsx")
        ->required()
        ->check(CLI::IsMember({"csv", "xlsx"}));
    command->add_option("--out", arguments->out, "The file to write")->required();
    command->add_option("--language", arguments->language, "zh or en; the station's when left out")->check(CLI::IsMember({"zh", "en"}));
    auto *inClear = command->add_flag("--in-clear", arguments->inClear,
                                      "Documents and phones whole: asks for the office's PIN, and the ledger keeps who wanted it and why");
    auto *reason = command->add_option("--reason", arguments->reason, "Why they are wanted whole")->needs(inClear);
    inClear->needs(reason);
    command->callback([arguments, &program] {
        program.run = [arguments, &program](const std::stop_token &stop) { return exportTo(*arguments, program, stop); };
    });
}

} // namespace menshen::ctl

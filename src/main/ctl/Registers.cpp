// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/registers/RegisterFolder.h"
#include "db/sqlite/RegisterChanges.h"
#include "drivers/config/ConfigFiles.h"
#include "drivers/secrets/KeyStores.h"
#include "drivers/tables/CsvTable.h"
#include "drivers/tables/SheetFile.h"
#include "drivers/tables/XlsxTable.h"
#include "menshen/app/RegisterOffice.h"
#include "menshen/app/RegisterTables.h"
#include "menshen/app/ReportWords.h"
#include "menshen/app/Words.h"
#include "src/main/common/SystemClock.h"
#include "src/main/ctl/LedgerTools.h"

#include <CLI/CLI.hpp>

#include <filesystem>
#include <iostream>

namespace menshen::ctl {

namespace {

struct RegisterArguments {
    RegisterKind kind = RegisterKind::Roster;
    std::string file, from, to, language;
    bool dryRun = false;
};

/// What every command on registers opens.
struct Opened {
    StationConfig config;
    SystemClock clock;
    std::unique_ptr<StationKeyStore> store;
    std::unique_ptr<RegisterFolder> folder;
    std::unique_ptr<RegisterOffice> office;
};

Result<std::unique_ptr<Opened>> openedFor(StationConfig config, bool settle)
{
    auto opened = std::make_unique<Opened>();
    opened->config = std::move(config);
    opened->store = makeKeyStore(opened->config.ledgerKey);
    auto keys = KeyRing::open(opened->config.ledgerFile, *opened->store);
    if (!keys)
        return keys.error();
    opened->folder = std::make_unique<RegisterFolder>(opened->config.registerFolder, std::move(*keys));
    opened->office = std::make_unique<RegisterOffice>(*opened->folder, opened->clock, opened->config.offset);
    // Who only looks changes nothing, also while a station runs: that ends what was cut short itself.
    const auto loaded = settle
                            ? opened->office->open([&](RegisterKind kind) { return lastRegisterChange(opened->config.ledgerFile, kind); })
                            : opened->office->look();
    if (!loaded)
        return loaded.error();
    return opened;
}

Language languageOf(const RegisterArguments &arguments, const StationConfig &config)
{
    return arguments.language.empty() ? config.language : arguments.language == "en" ? Language::English : Language::Chinese;
}

Result<Receipt> append(const Opened &opened, Entry entry, const std::string &actor)
{
    return appendTo(opened.config, *opened.store, opened.clock, std::move(entry), actor);
}

int check(const RegisterArguments &arguments, Opened &opened)
{
    const auto language = languageOf(arguments, opened.config);
    const auto holds = opened.office->now();
    const auto today = hallDayOf(opened.clock.wall(), opened.config.offset);
    if (const auto &error = holds->errorOf(arguments.kind))
        return failLedger(*error);
    std::size_t count = 0;
    if (arguments.kind == RegisterKind::LeadingGroup) {
        for (const auto &problem : groupProblems(holds->group, today)) {
            std::cout << in(language, problemInWords(problem, holds->group)) << '\n';
            ++count;
        }
    } else {
        const auto from = arguments.from.empty() ? Result<HallDay>(today) : dayOption(arguments.from, "--from");
        const auto to = arguments.to.empty() ? Result<HallDay>(HallDay{std::chrono::sys_days{from ? *from : today} + std::chrono::days{30}})
                                             : dayOption(arguments.to, "--to");
        if (!from || !to)
            return fail(from ? to.error() : from.error(), kUsage);
        if (*to < *from || std::chrono::sys_days{*to} - std::chrono::sys_days{*from} > std::chrono::days{3660})
            return fail({ErrorCode::BadInput, "--to: a day that is not before --from, ten years after it at most"}, kUsage);
        for (const auto &problem : rosterProblems(holds->roster, holds->group, *from, *to)) {
            std::cout << in(language, problemInWords(problem, holds->group)) << '\n';
            ++count;
        }
        const auto duty = opened.office->onDutyAt(opened.clock.wall());
        std::cout << (language == Language::Chinese ? "此刻带班：" : "on duty now:");
        for (const auto &id : duty.people)
            std::cout << ' ' << personOf(holds->group, id)->name;
        std::cout << (duty.people.empty() ? " -"
                      : duty.isDefault()  ? (language == Language::Chinese ? "（默认）" : " (by default)")
                                          : "")
                  << '\n';
    }
    return count == 0 ? kOk : kFailed;
}

int write(const RegisterArguments &arguments, Opened &opened)
{
    const auto holds = opened.office->now();
    if (const auto &error = holds->errorOf(arguments.kind))
        return failLedger(*error);
    if (const auto allowed = officePin(opened.config, opened.clock); !allowed)
        return failLedger(allowed.error());
    // Whole phones leave the station: the ledger has it before the first one is written.
    const StationEntry exported{StationAction::Exported, std::filesystem::path(arguments.file).filename().string()};
    if (const auto recorded = append(opened, exported, "ctl"); !recorded)
        return failLedger(recorded.error());
    std::unique_ptr<TableWriter> writer;
    if (arguments.file.ends_with(".xlsx")) {
        auto table = XlsxTable::create(arguments.file);
        if (!table)
            return fail(table.error(), kFailed);
        writer = std::move(*table);
    } else {
        auto table = CsvTable::create(arguments.file);
        if (!table)
            return fail(table.error(), kFailed);
        writer = std::move(*table);
    }
    const auto language = languageOf(arguments, opened.config);
    const auto today = hallDayOf(opened.clock.wall(), opened.config.offset);
    const auto written = arguments.kind == RegisterKind::LeadingGroup
                             ? writeGroupTable(*writer, holds->group, language)
                             : writeRosterTable(*writer, holds->roster, holds->group, today, language);
    if (!written)
        return fail(written.error(), kFailed);
    std::cout << arguments.file << ": " << linesOf(holds->contentOf(arguments.kind)) << " lines\n";
    return kOk;
}

/// Prints what is wrong; nothing when it can be taken over.
template <typename T>
std::optional<RegisterContent> soundOrSaid(Imported<T> imported, Language language)
{
    for (const auto &problem : imported.problems)
        std::cerr << in(language, inWords(problem)) << '\n';
    if (!imported.problems.empty())
        return {};
    return std::move(imported.content);
}

int take(const RegisterArguments &arguments, Opened &opened)
{
    const auto language = languageOf(arguments, opened.config);
    const auto holds = opened.office->now();
    const auto sheet = readSheet(arguments.file);
    if (!sheet)
        return fail(sheet.error(), kUsage);
    const auto content = arguments.kind == RegisterKind::LeadingGroup
                             ? soundOrSaid(groupFromSheet(*sheet, holds->group), language)
                             : soundOrSaid(rosterFromSheet(*sheet, holds->roster, holds->group), language);
    if (!content)
        return fail({ErrorCode::BadInput, arguments.file + ": nothing was taken over"}, kFailed);
    const auto difference = differenceOf(holds->contentOf(arguments.kind), *content);
    std::cout << difference.added << " added, " << difference.changed << " changed, " << difference.removed << " removed\n";
    if (arguments.dryRun || !difference.any())
        return kOk;
    if (const auto allowed = officePin(opened.config, opened.clock); !allowed)
        return failLedger(allowed.error());
    const auto changed =
        opened.office->change(*content, holds->versionOf(arguments.kind), RegisterChange::Imported, "ctl",
                              [&](Entry entry, const std::string &actor) { return append(opened, std::move(entry), actor); });
    if (!changed)
        return failLedger(changed.error());
    std::cout << "version " << opened.office->now()->versionOf(arguments.kind) << " holds from now on\n";
    return kOk;
}

using Command = int (*)(const RegisterArguments &, Opened &);

CLI::App *add(CLI::App &group, Program &program, const char *name, const char *description, bool writes, Command command,
              const std::shared_ptr<RegisterArguments> &arguments)
{
    auto *added = group.add_subcommand(name, description);
    added->add_option("--language", arguments->language, "zh or en; the station's when left out")->check(CLI::IsMember({"zh", "en"}));
    added->callback([arguments, writes, command, &program] {
        program.run = [arguments, writes, command, &program](const std::stop_token &) -> int {
            auto config = loadStationConfig(program.config);
            if (!config)
                return fail(config.error(), kUsage);
            const bool settle = writes && !arguments->dryRun;
            if (settle && isBeingWritten(config->ledgerFile))
                return failLedger({ErrorCode::Storage, "a station is running: do it at its office, or stop it first"});
            auto opened = openedFor(std::move(*config), settle);
            return opened ? command(*arguments, **opened) : failLedger(opened.error());
        };
    });
    return added;
}

void addRegister(CLI::App &group, Program &program, RegisterKind kind)
{
    const auto arguments = std::make_shared<RegisterArguments>();
    arguments->kind = kind;
    auto *checking = add(group, program, "check", "Names what is wrong; exit code 1 when anything is. Works while a station is running",
                         false, check, arguments);
    if (kind == RegisterKind::Roster) {
        checking->add_option("--from", arguments->from, "First day, YYYY-MM-DD; today when left out");
        checking->add_option("--to", arguments->to, "Last day; 30 days after the first when left out");
    }
    add(group, program, "export",
        "Writes it as .xlsx or .csv, phones whole; a template when it is empty. Asks for the office's PIN,\n"
        "and the ledger keeps it; needs the station stopped",
        true, write, arguments)
        ->add_option("file", arguments->file, "The file to write")
        ->required();
    auto *importing = add(group, program, "import",
                          "Takes a .xlsx or .csv over, all of it or nothing and why, line by line. Asks for the office's PIN;\n"
                          "needs the station stopped",
                          true, take, arguments);
    importing->add_option("file", arguments->file, "The file to read")->required();
    importing->add_flag("--dry-run", arguments->dryRun, "Only say what it would change; works while a station is running");
}

} // namespace

void addLeadingGroup(CLI::App &group, Program &program) { addRegister(group, program, RegisterKind::LeadingGroup); }

void addRoster(CLI::App &group, Program &program) { addRegister(group, program, RegisterKind::Roster); }

} // namespace menshen::ctl

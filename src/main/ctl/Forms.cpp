// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/config/ConfigFiles.h"
#include "drivers/documents/FormsPaper.h"
#include "src/main/ctl/Program.h"

#include <CLI/CLI.hpp>
#include <QGuiApplication>

#include <array>
#include <iostream>

namespace menshen::ctl {

namespace {

struct Arguments {
    std::string plan, unit, out;
    int count = 50, first = 1;
};

/// The plan that was named, under its own name or the one that was given; else the station's, under the station's.
Result<EmptyForms> askedForms(const Arguments &arguments, const Program &program)
{
    EmptyForms forms;
    forms.count = arguments.count;
    forms.first = arguments.first;
    if (arguments.plan.empty()) {
        auto config = loadStationConfig(program.config);
        if (!config)
            return config.error();
        forms.unit = config->stationName;
        forms.plan = std::move(config->plan);
    } else {
        auto plan = loadPlan(arguments.plan);
        if (!plan)
            return plan.error();
        forms.unit = plan->name.zh;
        forms.plan = std::move(*plan);
    }
    if (!arguments.unit.empty())
        forms.unit = arguments.unit;
    return forms;
}

int forms(const Arguments &arguments, const Program &program)
{
    const auto asked = askedForms(arguments, program);
    if (!asked)
        return fail(asked.error(), kUsage);
    std::string name = "menshenctl", option = "-platform", platform = "offscreen";
    std::array<char *, 4> words{name.data(), option.data(), platform.data(), nullptr};
    int count = 3;
    const QGuiApplication fonts(count, words.data());
    if (const auto written = writeEmptyForms(arguments.out, *asked); !written)
        return fail(written.error(), written.error().code == ErrorCode::BadInput ? kUsage : kFailed);
    std::cout << arguments.out << ": forms " << asked->first << " to " << asked->first + asked->count - 1 << " by plan " << asked->plan.id
              << '\n';
    return kOk;
}

} // namespace

void addForms(CLI::App &app, Program &program)
{
    auto arguments = std::make_shared<Arguments>();
    auto *command = app.add_subcommand("forms", "Prints empty forms for a time without power, with the fields of the plan (PDF, A4).\n"
                                                "Print them beforehand; the office types them in later, under Paper forms");
    command->add_option("--plan", arguments->plan, "The plan's file; the station's when left out");
    command->add_option("--unit", arguments->unit, "What stands above each form; the plan's or the station's name when left out");
    command->add_option("--out", arguments->out, "The file to write")->required();
    command->add_option("--count", arguments->count, "How many forms")->check(CLI::Range(1, 1000))->capture_default_str();
    command->add_option("--first", arguments->first, "The first form's number")->check(CLI::Range(1, 999999))->capture_default_str();
    command->callback(
        [arguments, &program] { program.run = [arguments, &program](const std::stop_token &) { return forms(*arguments, program); }; });
}

} // namespace menshen::ctl

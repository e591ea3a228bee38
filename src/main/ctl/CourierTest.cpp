// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/config/ConfigFiles.h"
#include "menshen/app/CourierTrial.h"
#include "src/main/common/CourierOf.h"
#include "src/main/common/SystemClock.h"
#include "src/main/ctl/Program.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <iostream>

namespace menshen::ctl {

namespace {

struct TestArguments {
    std::string id;
    bool all = false;
    std::vector<std::string> to;
};

const char *nameOf(Delivery::Outcome outcome)
{
    switch (outcome) {
    case Delivery::Outcome::Accepted:
        return "accepted";
    case Delivery::Outcome::TryLater:
        return "try later";
    case Delivery::Outcome::Refused:
        return "refused";
    case Delivery::Outcome::Unreachable:
        break;
    }
    return "unreachable";
}

void print(const std::string &id, const Delivery &delivery, const CourierMessage &message, Micros took)
{
    std::cout << id << ": " << nameOf(delivery.outcome) << " after " << took / 1ms << " ms";
    if (!delivery.provider.empty())
        std::cout << ", the other side said: " << delivery.provider;
    if (delivery.outcome == Delivery::Outcome::TryLater)
        std::cout << ", in " << std::chrono::ceil<std::chrono::seconds>(delivery.retryAfter).count() << " s";
    std::cout << '\n';
    if (delivery.outcome != Delivery::Outcome::Accepted)
        std::cerr << "menshenctl: " << id << ": " << delivery.error.detail << '\n';
    for (const auto place : delivery.missed)
        std::cerr << "menshenctl: " << id << ": could not reach " << message.to[place].email << message.to[place].mobile << '\n';
}

Exit exitOf(const Delivery &delivery)
{
    if (delivery.outcome == Delivery::Outcome::Unreachable)
        return kUnavailable;
    return delivery.outcome == Delivery::Outcome::Accepted && delivery.missed.empty() ? kOk : kFailed;
}

int test(const TestArguments &arguments, const Program &program, const std::stop_token &stop)
{
    const auto config = loadStationConfig(program.config);
    if (!config)
        return fail(config.error(), kUsage);
    std::vector<CourierSettings> chosen;
    std::copy_if(config->couriers.begin(), config->couriers.end(), std::back_inserter(chosen),
                 [&](const CourierSettings &settings) { return arguments.all || settings.id == arguments.id; });
    if (chosen.empty())
        return fail({ErrorCode::BadInput, program.config + ": names no courier" + (arguments.all ? "" : " \"" + arguments.id + '"')},
                    kUsage);

    std::vector<Recipient> people;
    for (const auto &text : arguments.to)
        people.push_back(recipientFrom(text));
    SystemClock clock;
    int worst = kOk;
    for (const auto &settings : chosen) {
        if (stop.stop_requested())
            return kFailed;
        const auto message = trialMessage(config->stationName, people, clock.wall());
        const auto begun = clock.mono();
        const auto delivery = courierOf(settings, clock)->deliver(message, stop);
        print(settings.id, delivery, message, clock.mono() - begun);
        worst = std::max<int>(worst, exitOf(delivery));
    }
    return worst;
}

} // namespace

void addCourierTest(CLI::App &group, Program &program)
{
    auto arguments = std::make_shared<TestArguments>();
    auto *command = group.add_subcommand("test", "Sends a message that says it is a test, and tells what came back");
    auto *id = command->add_option("id", arguments->id, "The courier's id in the settings");
    auto *all = command->add_flag("--all", arguments->all, "Every courier, one after the other")->excludes(id);
    command->add_option("--to", arguments->to, "Mail addresses and mobile numbers; mail and SMS need one each")->expected(1, 20);
    command->callback([=, &program] {
        if (id->count() + all->count() == 0)
            throw CLI::RequiredError("ID or --all");
        program.run = [arguments, &program](const std::stop_token &stop) { return test(*arguments, program, stop); };
    });
}

} // namespace menshen::ctl

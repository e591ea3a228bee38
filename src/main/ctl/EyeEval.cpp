// SPDX-License-Identifier: GPL-3.0-or-later
#include "src/main/ctl/EyeFigures.h"
#include "src/main/ctl/EyeModels.h"

#include "drivers/vision/FailureReport.h"
#include "drivers/vision/OpenDetector.h"
#include "src/main/common/SystemClock.h"
#include "src/main/ctl/LedgerTools.h"

#include <CLI/CLI.hpp>

#include <iostream>

namespace menshen::ctl {

namespace {

constexpr std::size_t kMostShown = 500;

struct EvalArguments {
    std::string data, peer, report;
    ModelArguments models;
};

/// Who is measured, and what it needs to live for.
struct Contest {
    std::vector<std::unique_ptr<MaskDetector>> detectors;
    std::vector<Contestant> contestants;
};

const char *nameOf(DetectorKind kind)
{
    switch (kind) {
    case DetectorKind::Aizoo:
        return "aizoo";
    case DetectorKind::Yunet:
        return "yunet";
    case DetectorKind::Menshen:
        break;
    }
    return "menshen";
}

/// Its own models' answer as it stands: our limits of light and sharpness would make it look worse than it is.
MaskRules rulesOfAPeer()
{
    MaskRules rules;
    rules.minProbability = rules.minSharpness = rules.minBrightness = 0;
    rules.maxBrightness = 255;
    return rules;
}

Result<void> enter(Contest &contest, const DetectorSettings &settings, const MaskRules &rules)
{
    auto detector = openDetector(settings);
    if (!detector)
        return detector.error();
    contest.detectors.push_back(*std::move(detector));
    contest.contestants.push_back({nameOf(settings.kind), contest.detectors.back().get(), {rules}});
    return {};
}

Result<Contest> contestOf(const EvalArguments &arguments, const Program &program)
{
    Contest contest;
    const auto own = chosenModels(arguments.models, program);
    if (!own)
        return own.error();
    if (const auto entered = enter(contest, *own, MaskRules{}); !entered)
        return entered.error();
    if (arguments.peer.empty())
        return contest;
    const auto peer = peerModels(arguments.peer, *own);
    if (!peer)
        return peer.error();
    const auto rules = peer->kind == DetectorKind::Aizoo ? rulesOfAPeer() : MaskRules{};
    if (const auto entered = enter(contest, *peer, rules); !entered)
        return entered.error();
    return contest;
}

PictureProgress progressOf(const char *what)
{
    const auto sink = progressOnTerminal(what);
    if (!sink)
        return {};
    return [sink](std::size_t done, std::size_t total) { sink({static_cast<std::int64_t>(done), static_cast<std::int64_t>(total)}); };
}

int failEval(const Error &error)
{
    if (error.code == ErrorCode::Cancelled)
        return fail({error.code, "stopped; there are no figures"}, kFailed);
    return fail(error, error.code == ErrorCode::BadInput ? kUsage : kFailed);
}

Result<void> report(const EvalArguments &arguments, const Measured &measured, const std::stop_token &stop)
{
    if (arguments.report.empty())
        return {};
    const auto written = writeFailureReport(arguments.report, arguments.data, measured, kMostShown, progressOf("failures"), stop);
    endProgress();
    if (!written)
        return written.error();
    std::cout << "the " << *written << " worst of " << measured.failures.size() << " failures: " << arguments.report << "/index.html\n";
    return {};
}

/// Lines and pictures that could not be read: the figures are then not those of the whole folder.
void tell(const std::vector<std::string> &problems)
{
    for (const auto &problem : problems)
        fail({ErrorCode::BadInput, problem}, kFailed);
}

int evaluateEye(const EvalArguments &arguments, const Program &program, const std::stop_token &stop)
{
    const auto contest = contestOf(arguments, program);
    if (!contest)
        return fail(contest.error(), kUsage);
    const auto folder = loadLabelledFaces(arguments.data);
    if (!folder)
        return fail(folder.error(), kUsage);
    tell(folder->problems);

    const auto evaluation =
        evaluateFolder(arguments.data, folder->pictures, contest->contestants, SystemClock{}, progressOf("pictures"), stop);
    endProgress();
    if (!evaluation)
        return failEval(evaluation.error());
    tell(evaluation->problems);
    std::cout << arguments.data << ": " << folder->pictures.size() - evaluation->problems.size() << " pictures\n\n";
    printFigures(std::cout, evaluation->measured);
    if (const auto written = report(arguments, evaluation->measured.front(), stop); !written)
        return failEval(written.error());
    return folder->problems.empty() && evaluation->problems.empty() ? kOk : kFailed;
}

} // namespace

void addEyeEval(CLI::App &group, Program &program)
{
    auto arguments = std::make_shared<EvalArguments>();
    auto *command = group.add_subcommand("eval", "Measures the detector on labelled pictures: what it told of each face, false faces, how\n"
                                                 "far its probabilities can be trusted, times");
    command->add_option("--data", arguments->data, "A folder with faces.jsonl and its pictures")->required()->check(CLI::ExistingDirectory);
    command->add_option("--peer", arguments->peer, "Another's models to stand beside: aizoo=FOLDER or yunet=FILE");
    command->add_option("--report", arguments->report,
                        "Where to put a page of the failures, worst first: it shows people, keep it to yourself");
    addModelOptions(*command, arguments->models);
    command->callback([arguments, &program] {
        program.run = [arguments, &program](const std::stop_token &stop) { return evaluateEye(*arguments, program, stop); };
    });
}

} // namespace menshen::ctl

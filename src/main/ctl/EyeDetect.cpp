// SPDX-License-Identifier: GPL-3.0-or-later
#include "src/main/ctl/EyeModels.h"

#include "drivers/vision/DetectFolder.h"
#include "drivers/vision/OpenDetector.h"
#include "src/main/common/SystemClock.h"

#include <CLI/CLI.hpp>

#include <filesystem>
#include <fstream>
#include <iostream>

namespace menshen::ctl {

namespace {

namespace fs = std::filesystem;

struct EyeArguments {
    std::string images, out;
    ModelArguments models;
};

/// A detector that a person can stop: it then closes the stream of lines, which ends detectFolder at this picture.
class StoppableDetector final : public MaskDetector {
public:
    StoppableDetector(MaskDetector &detector, std::ostream &lines, std::stop_token stop)
        : m_detector(detector), m_lines(lines), m_stop(std::move(stop))
    {
    }
    [[nodiscard]] Result<std::vector<Face>> detect(const Frame &frame) override
    {
        if (!m_stop.stop_requested())
            return m_detector.detect(frame);
        m_lines.setstate(std::ios::badbit);
        return Error{ErrorCode::Cancelled, "stopped"};
    }

private:
    MaskDetector &m_detector;
    std::ostream &m_lines;
    std::stop_token m_stop;
};

/// The lines go to a name beside the target first: a run that is stopped or fails leaves no half file.
int detectInto(MaskDetector &detector, const EyeArguments &arguments, const std::stop_token &stop)
{
    const auto unfinished = arguments.out + ".unfinished";
    std::ofstream lines(unfinished, std::ios::trunc);
    StoppableDetector stoppable(detector, lines, stop);
    const auto summary = detectFolder(stoppable, arguments.images, lines, SystemClock{});
    lines.close();
    std::error_code error;
    if (summary && lines)
        fs::rename(unfinished, arguments.out, error);
    if (summary && lines && !error) {
        std::cerr << "pictures: " << summary->pictures << ", unreadable: " << summary->unreadable << ", median: " << summary->medianMillis
                  << " ms\n";
        return kOk;
    }
    std::error_code ignored;
    fs::remove(unfinished, ignored);
    if (stop.stop_requested())
        return fail({ErrorCode::Cancelled, "stopped; " + arguments.out + " was not written"}, kFailed);
    return fail(!lines || error ? Error{ErrorCode::Storage, arguments.out + ": cannot be written"} : summary.error(), kFailed);
}

int detectEye(const EyeArguments &arguments, const Program &program, const std::stop_token &stop)
{
    const auto settings = chosenModels(arguments.models, program);
    if (!settings)
        return fail(settings.error(), kUsage);
    const auto detector = openDetector(*settings);
    if (!detector)
        return fail(detector.error(), kUsage);
    return detectInto(**detector, arguments, stop);
}

} // namespace

void addEyeDetect(CLI::App &group, Program &program)
{
    auto arguments = std::make_shared<EyeArguments>();
    auto *command = group.add_subcommand("detect", "Finds faces and masks in every picture of a folder: one JSON object a line");
    command->add_option("--images", arguments->images, "The folder of pictures")->required()->check(CLI::ExistingDirectory);
    command->add_option("--out", arguments->out, "The .jsonl file to write")->required();
    addModelOptions(*command, arguments->models);
    command->callback([arguments, &program] {
        program.run = [arguments, &program](const std::stop_token &stop) { return detectEye(*arguments, program, stop); };
    });
}

} // namespace menshen::ctl

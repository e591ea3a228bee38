// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/vision/EvaluateFolder.h"

#include "drivers/pictures/Pictures.h"

#include <algorithm>

namespace menshen {
namespace {

struct Answer {
    std::vector<Face> faces;
    double millis = 0;
};

/// Every contestant's answer to one picture; `turn` says who begins.
Result<std::vector<Answer>> answersTo(const std::filesystem::path &file, const std::vector<Contestant> &contestants, std::size_t turn,
                                      const Clock &clock)
{
    const auto frame = loadPicture(file);
    if (!frame)
        return frame.error();
    std::vector<Answer> answers(contestants.size());
    for (std::size_t i = 0; i < contestants.size(); ++i) {
        const std::size_t who = (turn + i) % contestants.size();
        const MonoTime begin = clock.mono();
        auto faces = contestants[who].detector->detect(*frame);
        if (!faces)
            return Error{faces.error().code, file.string() + ": " + contestants[who].name + ": " + faces.error().detail};
        answers[who] = {*std::move(faces), std::chrono::duration<double, std::milli>(clock.mono() - begin).count()};
    }
    return answers;
}

void add(Measured &measured, const LabelledPicture &picture, const Answer &answer, const evaluation::Rules &rules)
{
    const auto judged = evaluation::judge(picture.faces, answer.faces, rules);
    measured.sources[picture.source].add(judged, rules);
    measured.millis.push_back(answer.millis);
    for (const auto &each : judged)
        if (!each.right())
            measured.failures.push_back({picture.file, each});
}

} // namespace

Result<FolderEvaluation> evaluateFolder(const std::filesystem::path &folder, const std::vector<LabelledPicture> &pictures,
                                        const std::vector<Contestant> &contestants, const Clock &clock, const PictureProgress &progress,
                                        const std::stop_token &stop)
{
    FolderEvaluation evaluation;
    for (const Contestant &contestant : contestants)
        evaluation.measured.push_back({contestant.name, {}, {}, {}});
    for (std::size_t i = 0; i < pictures.size(); ++i) {
        if (stop.stop_requested())
            return Error{ErrorCode::Cancelled, "stopped"};
        const auto answers = answersTo(folder / pictures[i].file, contestants, i, clock);
        if (!answers)
            evaluation.problems.push_back(answers.error().detail);
        for (std::size_t who = 0; answers && who < contestants.size(); ++who)
            add(evaluation.measured[who], pictures[i], (*answers)[who], contestants[who].rules);
        if (progress)
            progress(i + 1, pictures.size());
    }
    for (Measured &measured : evaluation.measured)
        std::ranges::stable_sort(measured.failures, evaluation::worse, &Failure::judged);
    return evaluation;
}

} // namespace menshen

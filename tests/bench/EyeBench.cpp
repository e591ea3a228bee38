// SPDX-License-Identifier: GPL-3.0-or-later
// What the eye costs a station: the shipped detector on pictures of one person as the camera sends them, beside AIZOO in
// turns where its files are (MENSHEN_PEERS, or ../shared/peers); OpenCV's threads alike, one.
#include "drivers/pictures/FrameMat.h"
#include "drivers/sim/Mannequin.h"
#include "drivers/vision/FaceColours.h"
#include "drivers/vision/OpenDetector.h"
#include "tests/bench/Bench.h"
#include "tests/drivers/vision/Peers.h"

#include <opencv2/imgcodecs.hpp>

#include <array>
#include <ctime>
#include <filesystem>

namespace menshen::bench {
namespace {

constexpr int kTurns = 301;
constexpr std::uint32_t kPictures = 24;
constexpr double kFramesPerSecond = 15;
constexpr double kRatioGoal = 0.25, kCoreGoal = 25, kMemoryGoal = 60, kFilesGoal = 2, kColoursGoal = 0.1;
const std::string kModels = MENSHEN_SOURCE_DIR "/config/models/";

using Jpeg = std::vector<std::uint8_t>;

/// One near person in every state, as the simulator's camera sends them.
std::vector<Jpeg> pictures()
{
    constexpr std::array kFaces{MannequinFace::Mask, MannequinFace::NoMask, MannequinFace::NoseOut, MannequinFace::Chin};
    std::vector<Jpeg> all(kPictures);
    for (std::uint32_t i = 0; i < kPictures; ++i)
        cv::imencode(".jpg", drawScene({{kFaces[i % kFaces.size()], i, 0.45, 0.5}}, {640, 480}, i * 0.3), all[i],
                     {cv::IMWRITE_JPEG_QUALITY, 85});
    return all;
}

/// The next picture of a camera: what is looked at in every third picture only costs a third.
Frame decoded(const Jpeg &jpeg)
{
    static MonoTime at{};
    at += std::chrono::duration_cast<Micros>(std::chrono::duration<double>(1 / kFramesPerSecond));
    return frameOf(cv::imdecode(jpeg, cv::IMREAD_COLOR), at);
}

/// Of this whole process, all threads.
double cpuSeconds()
{
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

/// Processor time: whoever needs longer is interrupted more often by what else the machine does, and a ratio of the
/// clock's times would make of that a difference between the two.
double millisOf(MaskDetector &detector, const Frame &frame)
{
    const double begin = cpuSeconds();
    must(detector.detect(frame), "detecting");
    return (cpuSeconds() - begin) * 1e3;
}

void weigh(const DetectorSettings &models)
{
    double bytes = 0;
    for (const auto &file : {models.faceModel, models.stateModel})
        bytes += static_cast<double>(std::filesystem::file_size(file));
    const double megabytes = bytes / (1 << 20);
    say("model files", text("%.2f MiB", megabytes), text("<= %.0f MiB", kFilesGoal), megabytes <= kFilesGoal);
}

/// Before anything else is loaded, or it would count as well.
std::unique_ptr<MaskDetector> openAndMeasureMemory(const DetectorSettings &models, const std::vector<Jpeg> &jpegs)
{
    const double before = memory("VmRSS");
    auto eye = must(openDetector(models), "opening our models");
    for (const Jpeg &jpeg : jpegs)
        (void)millisOf(*eye, decoded(jpeg));
    const double added = memory("VmRSS") - before;
    say("memory of models and pictures", text("%.1f MiB", added), text("<= %.0f MiB", kMemoryGoal), added <= kMemoryGoal);
    return eye;
}

void compareTimes(MaskDetector &eye, const std::vector<Jpeg> &jpegs)
{
    const auto peerModels = test::aizooModels();
    const auto peer = peerModels ? must(openDetector(*peerModels), "opening AIZOO's model") : nullptr;
    Sample own, others, ratio;
    for (int turn = 0; turn < kTurns; ++turn) {
        const Frame frame = decoded(jpegs[static_cast<std::size_t>(turn) % jpegs.size()]);
        const double mine = millisOf(eye, frame);
        own.add(mine);
        if (!peer)
            continue;
        const double theirs = millisOf(*peer, frame);
        others.add(theirs);
        ratio.add(mine / theirs);
    }
    if (peer)
        say("a picture, one face", text("%.1f ms; AIZOO %.1f ms: %.2f", own.at(0.5), others.at(0.5), ratio.at(0.5)),
            text("<= %.2f", kRatioGoal), ratio.at(0.5) <= kRatioGoal);
    else
        say("a picture, one face", text("%.1f ms; AIZOO's files are not here", own.at(0.5)));
    say("the same, slow ones", text("p99 %.1f ms, slowest %.1f ms", own.at(0.99), own.at(1)));
}

/// What it adds to a picture to look whether faces are upright, and at their colours: the same pictures as a camera sends them,
/// each looked at, and again and again within the moment in which the last look at the same face still holds.
void weighTheLooks(MaskDetector &eye, const std::vector<Jpeg> &jpegs)
{
    Sample always, never, colours, ratio, alwaysRatio;
    MonoTime at{1h};
    for (int turn = 0; turn < kTurns; ++turn) {
        Frame frame = decoded(jpegs[static_cast<std::size_t>(turn) % jpegs.size()]);
        frame.at = at += 1s;
        const double looked = millisOf(eye, frame);
        frame.at = at += 1ms;
        const double believed = millisOf(eye, frame);
        always.add(looked);
        never.add(believed);
        alwaysRatio.add(looked / believed);
        ratio.add((looked / believed + 2) / 3);

        const auto faces = must(eye.detect(frame), "detecting");
        const cv::Mat picture = must(matOf(frame), "looking at a picture");
        constexpr int kTimes = 10;
        const double begin = cpuSeconds();
        for (int time = 0; time < kTimes; ++time)
            for (const Face &face : faces)
                (void)coloursOf(picture, face.box);
        colours.add((cpuSeconds() - begin) * 1e3 / (kTimes * static_cast<double>(std::max<std::size_t>(1, faces.size()))));
    }
    say("is the face upright? a picture that looks", text("%.1f ms; one that does not %.1f ms: %.2f; every third looks: %.2f",
                                                          always.at(0.5), never.at(0.5), alwaysRatio.at(0.5), ratio.at(0.5)));
    say("colours of a face", text("%.3f ms: %.3f of a picture", colours.at(0.5), colours.at(0.5) / never.at(0.5)),
        text("<= %.1f ms", kColoursGoal), colours.at(0.5) <= kColoursGoal);
}

void countTheCore(MaskDetector &eye, const std::vector<Jpeg> &jpegs)
{
    Sample decoding, whole;
    for (int turn = 0; turn < kTurns; ++turn) {
        const double begin = cpuSeconds();
        const Frame frame = decoded(jpegs[static_cast<std::size_t>(turn) % jpegs.size()]);
        const double read = cpuSeconds();
        must(eye.detect(frame), "detecting");
        decoding.add((read - begin) * 1e3);
        whole.add((cpuSeconds() - begin) * 1e3);
    }
    const double share = whole.at(0.5) * kFramesPerSecond / 10; // ms a second to per cent
    say(text("one core at %.0f frames/s, JPEG included", kFramesPerSecond),
        text("%.1f %%; a picture %.1f ms, of them %.1f for the JPEG", share, whole.at(0.5), decoding.at(0.5)),
        text("<= %.0f %%", kCoreGoal), share <= kCoreGoal);
}

} // namespace
} // namespace menshen::bench

int main()
{
    using namespace menshen::bench;
    menshen::DetectorSettings models;
    models.faceModel = kModels + "face-detector.onnx";
    models.stateModel = kModels + "mask-state.onnx";
    const auto jpegs = pictures();
    weigh(models);
    const auto eye = openAndMeasureMemory(models, jpegs);
    compareTimes(*eye, jpegs);
    weighTheLooks(*eye, jpegs);
    countTheCore(*eye, jpegs);
}

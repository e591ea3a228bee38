// SPDX-License-Identifier: GPL-3.0-or-later
#include "src/main/station/SelfTest.h"

#include "drivers/vision/OpenDetector.h"
#include "src/main/station/StationProgram.h"

#include <QString>

#include <atomic>
#include <cstdio>
#include <vector>

namespace menshen {

namespace {

std::atomic<int> qmlComplaints{0};

void countComplaints(QtMsgType type, const QMessageLogContext &, const QString &text)
{
    if (type != QtDebugMsg && type != QtInfoMsg) {
        ++qmlComplaints;
        std::fprintf(stderr, "%s\n", qPrintable(text));
    }
}

bool say(const char *what, const Result<void> &result)
{
    std::printf("%-10s %s%s\n", what, result ? "ok" : "FAILED: ", result ? "" : result.error().detail.c_str());
    return result.has_value();
}

Result<void> tryModels(const DetectorSettings &settings)
{
    auto detector = openDetector(settings);
    if (!detector) {
        return detector.error();
    }
    constexpr std::size_t kSide = 256;
    const auto grey = std::make_shared<std::vector<std::uint8_t>>(kSide * kSide * 3, std::uint8_t{127});
    const auto faces =
        (*detector)->detect(Frame{MonoTime{}, {static_cast<int>(kSide), static_cast<int>(kSide)}, kSide * 3, {grey, grey->data()}});
    if (!faces) {
        return faces.error();
    }
    return faces->empty() ? Result<void>{} : Error{ErrorCode::DeviceProtocol, "the detector sees a face in plain grey"};
}

} // namespace

int runSelfTest(const StationConfig &config)
{
    bool good = say("models", tryModels(config.detector));
    qInstallMessageHandler(countComplaints);
    auto program = StationProgram::open(config, true, FramePace::Steady::now());
    good = say("ledger", program ? Result<void>{} : Result<void>{program.error()}) && good;
    if (program) {
        const bool loaded = (*program)->ui().load();
        for (const char *page : {"door", "staff", "office"}) {
            (*program)->ui().showPage(page);
        }
        const bool clean = loaded && qmlComplaints == 0;
        good = say("screens", clean ? Result<void>{} : Result<void>{Error{ErrorCode::Internal, "see the messages above"}}) && good;
        (*program)->stop();
    }
    qInstallMessageHandler(nullptr);
    std::printf("thermometer %s\ncamera %s\ngate %s\n", config.thermometer ? "configured" : "none: temperatures are typed in",
                config.camera ? "configured" : "none: the guard judges the mask", config.gate ? "configured" : "none: opened by hand");
    return good ? 0 : 1;
}

} // namespace menshen

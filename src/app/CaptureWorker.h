// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/app/Station.h"
#include "src/app/Inbox.h"

#include <functional>
#include <memory>
#include <thread>

namespace menshen {

/// The thread that owns the store of captures, and, while one is on, a detector that sees more than the door's.
class CaptureWorker {
public:
    using StoreFactory = std::function<std::unique_ptr<CaptureStore>()>;
    using DetectorFactory = std::function<Result<std::unique_ptr<MaskDetector>>()>;

    CaptureWorker(StoreFactory store, DetectorFactory detector);
    ~CaptureWorker(); ///< what was asked for is done first
    CaptureWorker(const CaptureWorker &) = delete;
    CaptureWorker &operator=(const CaptureWorker &) = delete;

    /// Any thread; in order.
    void post(std::function<void(CaptureStore &)> job) { m_jobs.post(std::move(job)); }

    /// On this worker's thread: finds the faces, hides them and those of `hide`, writes. Without a detection nothing is written.
    [[nodiscard]] Result<PictureFile> keep(CaptureStore &store, const std::string &id, const Frame &frame, PictureNote note,
                                           std::vector<PixelBox> hide);
    /// On this worker's thread: no capture is on.
    void dropDetector() { m_detector.reset(); }

private:
    void run(const std::stop_token &stop);

    StoreFactory m_open;
    DetectorFactory m_openDetector;
    Inbox<std::function<void(CaptureStore &)>> m_jobs;
    std::unique_ptr<MaskDetector> m_detector; ///< of this worker's thread
    std::jthread m_thread;
};

} // namespace menshen

// SPDX-License-Identifier: GPL-3.0-or-later
#include "src/app/CaptureWorker.h"

namespace menshen {

namespace {

constexpr Micros kLook = 1s;

} // namespace

CaptureWorker::CaptureWorker(StoreFactory store, DetectorFactory detector)
    : m_open(std::move(store)), m_openDetector(std::move(detector)), m_thread([this](const std::stop_token &stop) { run(stop); })
{
}

CaptureWorker::~CaptureWorker()
{
    m_thread.request_stop();
    m_thread.join();
}

void CaptureWorker::run(const std::stop_token &stop)
{
    const auto store = m_open();
    while (true) {
        const bool last = stop.stop_requested(); // before the look: what was posted before the end is still done
        for (const auto &job : m_jobs.takeAll(stop, kLook)) {
            job(*store);
        }
        if (last) {
            break;
        }
    }
    m_detector.reset();
}

Result<PictureFile> CaptureWorker::keep(CaptureStore &store, const std::string &id, const Frame &frame, PictureNote note,
                                        std::vector<PixelBox> hide)
{
    if (!m_detector) {
        auto opened = m_openDetector();
        if (!opened) {
            return opened.error();
        }
        m_detector = std::move(*opened);
    }
    auto faces = m_detector->detect(frame);
    if (!faces) {
        m_detector.reset();
        return faces.error();
    }
    note.faces = std::move(*faces);
    for (const Face &face : note.faces) {
        hide.push_back(face.box);
    }
    return store.keep(id, frame, note, hide);
}

} // namespace menshen

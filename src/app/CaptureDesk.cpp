// SPDX-License-Identifier: GPL-3.0-or-later
#include "src/app/CaptureDesk.h"

#include <algorithm>

namespace menshen {

namespace {

/// More often than every night: pictures whose time is up do not wait for one.
constexpr Micros kSweepEvery = 1h;
constexpr const char *kStation = "station";

} // namespace

CaptureDesk::CaptureDesk(const StationParts &parts, std::chrono::days keep, Append append, Home home)
    : m_keep(keep), m_append(std::move(append)), m_home(std::move(home))
{
    if (parts.captureStore) {
        m_worker = std::make_unique<CaptureWorker>(parts.captureStore, parts.captureDetector);
    }
    m_view.available = m_worker && parts.camera && parts.captureDetector;
}

template <typename Work, typename Then>
void CaptureDesk::run(Work work, Then then)
{
    m_worker->post([work = std::move(work), then = std::move(then), home = m_home](CaptureStore &store) mutable {
        home([then = std::move(then), result = work(store)]() mutable { then(std::move(result)); });
    });
}

// ---- the capture that is on ------------------------------------------------------------------------------

void CaptureDesk::tick(MonoTime now, WallTime wall)
{
    if (!m_worker) {
        return;
    }
    advance(CaptureClock{now, wall});
    if (now >= m_nextSweep) {
        m_nextSweep = now + kSweepEvery;
        sweep();
    }
}

void CaptureDesk::ask(const StartCapture &command)
{
    if (m_view.available) {
        advance(CaptureAsked{command.lasts, command.reason});
    }
}

void CaptureDesk::end(CaptureEnd why, const std::string &actor) { advance(CaptureEndAsked{why, actor}); }

void CaptureDesk::see(const FacesSeen &seen)
{
    if (m_state.phase == CapturePhase::On) {
        advance(seen);
    }
}

void CaptureDesk::see(const Frame &frame, const FacesSeen &seen)
{
    m_offered = frame;
    advance(PictureSeen{frame.at, seen});
    m_offered = {};
}

void CaptureDesk::ledgerUp(bool up)
{
    if (up && !m_ledgerUp) {
        m_nextSweep = m_state.now; // it missed something
    } else if (!up) {
        end(CaptureEnd::LedgerDown, kStation);
    }
    m_ledgerUp = up;
}

void CaptureDesk::advance(const CaptureEvent &event)
{
    auto [state, effects] = step(std::move(m_state), event, m_rules);
    m_state = std::move(state);
    for (CaptureEffect &effect : effects) {
        std::visit([this](auto &each) { carryOut(each); }, effect);
    }
    m_wanted = wantsPicture(m_state);
    showState();
}

void CaptureDesk::carryOut(RecordCapture &effect)
{
    m_append(std::move(effect.entry), "office", [this](const Result<Receipt> &receipt) {
        advance(CaptureRecorded{receipt ? Result<void>() : Result<void>(receipt.error())});
    });
}

void CaptureDesk::carryOut(OpenCapture &effect)
{
    run([id = effect.id](CaptureStore &store) { return store.begin(id); },
        [this](Result<std::int64_t> room) { advance(CaptureOpened{std::move(room)}); });
}

void CaptureDesk::carryOut(HoldPicture &)
{
    m_held = m_offered;
    m_heldAt = m_state.wall - (m_state.now - m_offered.at);
}

void CaptureDesk::carryOut(DropPicture &) { m_held = {}; }

void CaptureDesk::carryOut(KeepPicture &effect)
{
    run([worker = m_worker.get(), id = m_state.id, frame = std::exchange(m_held, {}), note = PictureNote{m_heldAt, effect.number, {}},
         hide = std::move(effect.hide)](CaptureStore &store) { return worker->keep(store, id, frame, note, hide); },
        [this](Result<PictureFile> file) { advance(PictureKept{std::move(file)}); });
}

void CaptureDesk::carryOut(RecordCaptureEnd &effect)
{
    m_worker->post([worker = m_worker.get()](CaptureStore &) { worker->dropDetector(); });
    tellEnd(effect.entry, effect.actor);
}

// ---- what is stored --------------------------------------------------------------------------------------

void CaptureDesk::sweep()
{
    run([](CaptureStore &store) { return store.list(); },
        [this](Result<std::vector<StoredCapture>> kept) {
            if (kept) {
                m_view.trouble.reset();
                found(*kept);
            } else {
                m_view.trouble = kept.error();
            }
        });
}

void CaptureDesk::found(const std::vector<StoredCapture> &kept)
{
    m_view.kept.clear();
    for (const StoredCapture &capture : kept) {
        const bool running = !isIdle() && capture.id == m_state.id;
        if (!capture.destroyed && !running) {
            m_view.kept.push_back(capture);
        }
        if (running || m_busy.contains(capture.id)) {
            continue;
        }
        if (capture.destroyed && capture.pictures > 0) {
            destroy(capture.id, capture.expired); // was broken off
        } else if (capture.destroyed) {
            tellDestroyed(capture);
        } else if (!capture.ended) {
            tellEnd({capture.id, CaptureEnd::Interrupted, capture.pictures, capture.bytes}, kStation);
        } else if (const auto began = captureBegan(capture.id); began && isCaptureExpired(*began, m_state.wall, m_keep)) {
            destroy(capture.id, true);
        }
    }
}

void CaptureDesk::tellEnd(const CaptureEndedEntry &entry, const std::string &actor)
{
    m_busy.insert(entry.id);
    m_append(entry, actor, [this, id = entry.id](const Result<Receipt> &receipt) {
        if (!receipt) {
            m_busy.erase(id); // found again when the ledger is back
            return;
        }
        run([id](CaptureStore &store) { return store.end(id); },
            [this, id](const Result<void> &ended) {
                m_busy.erase(id);
                if (ended) {
                    m_nextSweep = m_state.now; // it may be due already
                }
            });
    });
}

void CaptureDesk::destroyAll()
{
    for (const StoredCapture &capture : m_view.kept) {
        if (!m_busy.contains(capture.id)) {
            destroy(capture.id, false);
        }
    }
}

void CaptureDesk::destroy(const std::string &id, bool expired)
{
    m_busy.insert(id);
    run([id, expired](CaptureStore &store) { return store.destroy(id, expired); },
        [this, id](const Result<int> &gone) {
            m_busy.erase(id);
            if (gone) {
                m_nextSweep = m_state.now; // finds it, and tells the ledger
            } else {
                m_view.trouble = gone.error();
            }
        });
}

void CaptureDesk::tellDestroyed(const StoredCapture &gone)
{
    m_busy.insert(gone.id);
    m_append(CaptureDestroyedEntry{gone.id, gone.destroyed.value_or(0), gone.expired}, gone.expired ? kStation : "office",
             [this, id = gone.id](const Result<Receipt> &receipt) {
                 if (!receipt) {
                     m_busy.erase(id);
                     return;
                 }
                 run([id](CaptureStore &store) { return store.forget(id); },
                     [this, id](const Result<void> &forgotten) {
                         m_busy.erase(id);
                         if (!forgotten) {
                             m_view.trouble = forgotten.error();
                         }
                     });
             });
}

void CaptureDesk::showState()
{
    m_view.phase = m_state.phase;
    m_view.until = m_state.until;
    m_view.pictures = m_state.pictures;
    m_view.bytes = m_state.bytes;
    m_view.last = m_state.last;
    m_view.problem = m_state.problem;
}

} // namespace menshen

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/app/Snapshot.h"
#include "src/app/CaptureWorker.h"

#include <atomic>
#include <set>

namespace menshen {

/// Carries out what core decides about the diagnostics capture: entries, folders, pictures; and sees to it that old ones are
/// destroyed. Lives on the engine's thread, but for `offers` and `offer`.
class CaptureDesk {
public:
    using Append = std::function<void(Entry, std::string actor, std::function<void(const Result<Receipt> &)>)>;
    /// Runs its argument on the engine's thread; from any thread, also after the desk has gone (then not at all).
    using Home = std::function<void(std::function<void()>)>;

    CaptureDesk(const StationParts &parts, std::chrono::days keep, Append append, Home home);

    void tick(MonoTime now, WallTime wall);
    void ask(const StartCapture &command);
    void end(CaptureEnd why, const std::string &actor);
    void destroyAll(); ///< but the one that is on
    void see(const FacesSeen &seen);
    void see(const Frame &frame, const FacesSeen &seen);
    void ledgerUp(bool up);

    /// Any thread: whether a picture would be looked at; one at most is on its way.
    [[nodiscard]] bool offers() noexcept { return m_wanted.exchange(false); }

    [[nodiscard]] const CaptureView &view() const noexcept { return m_view; }
    [[nodiscard]] bool isIdle() const noexcept { return m_state.phase == CapturePhase::Off; }

private:
    void advance(const CaptureEvent &event);
    void carryOut(RecordCapture &effect);
    void carryOut(OpenCapture &effect);
    void carryOut(HoldPicture &effect);
    void carryOut(DropPicture &effect);
    void carryOut(KeepPicture &effect);
    void carryOut(RecordCaptureEnd &effect);

    /// Looks at what is stored: tells the ledger what it does not know, destroys what is due.
    void sweep();
    void found(const std::vector<StoredCapture> &kept);
    void tellEnd(const CaptureEndedEntry &entry, const std::string &actor);
    void destroy(const std::string &id, bool expired);
    void tellDestroyed(const StoredCapture &gone);
    void showState();

    /// A job for the worker whose outcome comes back here.
    template <typename Work, typename Then>
    void run(Work work, Then then);

    const CaptureRules m_rules;
    const std::chrono::days m_keep;
    Append m_append;
    Home m_home;
    CaptureState m_state;
    CaptureView m_view;
    Frame m_offered; ///< the picture of this event
    Frame m_held;    ///< the one that waits for what is seen after it
    WallTime m_heldAt;
    MonoTime m_nextSweep;
    bool m_ledgerUp = true;
    std::set<std::string> m_busy; ///< captures about which an entry or a destruction is under way
    std::atomic<bool> m_wanted = false;
    std::unique_ptr<CaptureWorker> m_worker; ///< null: there is no store, and so no capture
};

} // namespace menshen

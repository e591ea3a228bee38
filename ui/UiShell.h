// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/app/RegisterOffice.h"
#include "menshen/app/Station.h"
#include "menshen/app/StationConfig.h"
#include "menshen/ports/Documents.h"
#include "menshen/ports/LedgerUpkeep.h"
#include "menshen/ports/PersonPinKeeper.h"
#include "menshen/ports/PinVault.h"
#include "menshen/ports/Reports.h"
#include "menshen/ports/Tables.h"

#include <functional>
#include <memory>
#include <string>

class QQuickWindow;

namespace menshen {

/// Writes a report as "pdf", "xlsx" or "json"; `asSigned` is null for a draft.
using ReportFileWriter = std::function<Result<void>(const std::string &path, const std::string &format, const DailyReport &report,
                                                    const SignedReport *asSigned, const ReportDocument &document, Language language)>;

/// What the screens need from the rest of the station.
struct UiParts {
    std::function<void(StationCommand)> post; ///< thread-safe
    PinVault &pins;
    std::function<Result<std::unique_ptr<LedgerReader>>()> openReader;                      ///< called on a worker thread
    std::function<Result<std::unique_ptr<TableWriter>>(const std::string &path)> openTable; ///< .csv or .xlsx by suffix; worker thread
    LedgerUpkeep &upkeep;                                                                ///< its calls may be slow: on a worker thread only
    std::function<Result<QrMatrix>(const std::string &)> qrOf;                           ///< for a head; quick
    std::function<Result<std::unique_ptr<ReportReader>>()> openReports;                  ///< called on a worker thread
    ReportFileWriter writeReport;                                                        ///< called on a worker thread
    RegisterOffice &registers;                                                           ///< what changes it, on a worker thread only
    PersonPinKeeper &personPins;                                                         ///< on a worker thread only
    std::function<Result<Sheet>(const std::string &path)> readSheet;                     ///< called on a worker thread
    std::function<Result<void>(const std::string &path, const EmptyForms &)> writeForms; ///< called on a worker thread; empty: no forms
    StationConfig config;
    bool windowed = false;    ///< an ordinary window that may be closed without the PIN
    Micros officeIdle = 3min; ///< without a touch for so long the office locks itself
    Micros showWhole = 60s;   ///< a document and phone that were asked for whole are masked again after so long
};

/// The station's window with its pages. Lives on the GUI thread; the two sinks may be called from anywhere, also after
/// the shell has gone.
class UiShell {
public:
    /// Keeps the desktop's own style out; to be called before the QGuiApplication is made.
    static void prepareEnvironment();

    explicit UiShell(UiParts parts);
    ~UiShell(); ///< stops a running export, which leaves no file behind
    UiShell(const UiShell &) = delete;
    UiShell &operator=(const UiShell &) = delete;

    /// Shows the window. False when the QML could not be loaded (the reason is on the message handler).
    [[nodiscard]] bool load();

    [[nodiscard]] SnapshotSink snapshotSink();
    [[nodiscard]] FrameSink frameSink();
    [[nodiscard]] QQuickWindow *window() const;

    /// How the camera begins: what was remembered wins over the settings.
    [[nodiscard]] CameraView cameraView() const;

    void setLanguage(Language language); ///< remembered in the state file
    void setTheme(Theme theme);          ///< remembered in the state file
    /// "door", "staff" or "office".
    void showPage(const std::string &page);

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace menshen

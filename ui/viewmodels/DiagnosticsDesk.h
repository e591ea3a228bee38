// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/UiShell.h"
#include "ui/viewmodels/PinDesk.h"
#include "ui/viewmodels/RowsModel.h"
#include "ui/viewmodels/SignIcon.h"

#include <QObject>
#include <QStringList>
#include <QtQml/qqmlregistration.h>

namespace menshen {

/// The diagnostics capture: whether it is on, for everybody to see; how an officer turns it on, by PIN and a reason; and the
/// pictures that are still there.
class DiagnosticsDesk : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("the office's model makes it")
    Q_PROPERTY(QString mark READ mark NOTIFY changed FINAL) ///< on every page while it is on; empty: it is off
    Q_PROPERTY(bool available READ isAvailable NOTIFY changed FINAL)
    Q_PROPERTY(bool off READ isOff NOTIFY changed FINAL)
    Q_PROPERTY(QString word READ word NOTIFY changed FINAL)
    Q_PROPERTY(menshen::SignIcon::Kind sign READ sign NOTIFY changed FINAL)
    Q_PROPERTY(QString detail READ detail NOTIFY changed FINAL)
    Q_PROPERTY(QString problem READ problem NOTIFY changed FINAL) ///< of the last one
    Q_PROPERTY(menshen::RowsModel *kept READ kept CONSTANT FINAL) ///< title, detail
    Q_PROPERTY(QString keptWord READ keptWord NOTIFY changed FINAL)
    Q_PROPERTY(QString keptTrouble READ keptTrouble NOTIFY changed FINAL)
    Q_PROPERTY(bool mayDestroy READ mayDestroy NOTIFY changed FINAL)
    Q_PROPERTY(QString rule READ rule NOTIFY changed FINAL) ///< when pictures are destroyed by themselves

    Q_PROPERTY(QStringList choices READ choices NOTIFY changed FINAL) ///< how long it may last
    Q_PROPERTY(int choice READ choice WRITE setChoice NOTIFY changed FINAL)
    Q_PROPERTY(bool asking READ isAsking NOTIFY changed FINAL)
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed FINAL) ///< the PIN is being checked
    Q_PROPERTY(QString pinProblem READ pinProblem NOTIFY changed FINAL)
public:
    DiagnosticsDesk(const UiParts &parts, PinDesk &pins, QObject *parent = nullptr);

    void show(const SnapshotPtr &snapshot);
    void retranslate();

    Q_INVOKABLE void ask(); ///< somebody wants it on
    Q_INVOKABLE void cancel();
    Q_INVOKABLE void forgetPin(); ///< the pad was left; what is being checked has no effect any more
    [[nodiscard]] Q_INVOKABLE bool isReason(const QString &reason) const { return reason.trimmed().size() >= kShortestReason; }
    Q_INVOKABLE void submit(const QString &pin, const QString &reason);
    Q_INVOKABLE void stop(bool office); ///< anybody may; `office`: an officer did
    Q_INVOKABLE void destroyAll();

    [[nodiscard]] QString mark() const;
    [[nodiscard]] bool isAvailable() const { return m_view.available; }
    [[nodiscard]] bool isOff() const { return m_view.phase == CapturePhase::Off; }
    [[nodiscard]] QString word() const;
    [[nodiscard]] SignIcon::Kind sign() const;
    [[nodiscard]] QString detail() const;
    [[nodiscard]] QString problem() const;
    [[nodiscard]] RowsModel *kept() { return &m_kept; }
    [[nodiscard]] QString keptWord() const;
    [[nodiscard]] QString keptTrouble() const;
    [[nodiscard]] bool mayDestroy() const { return !m_view.kept.empty(); }
    [[nodiscard]] QString rule() const;
    [[nodiscard]] QStringList choices() const;
    [[nodiscard]] int choice() const { return m_choice; }
    void setChoice(int choice);
    [[nodiscard]] bool isAsking() const { return m_asking; }
    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] QString pinProblem() const;

signals:
    void changed();

private:
    void pinAnswered(const Result<void> &result, const std::string &reason);
    void showKept();

    static constexpr int kShortestReason = 4;
    static constexpr std::array<int, 3> kMinutes{5, 15, 60};
    static constexpr int kUsual = 1; ///< of them

    std::function<void(StationCommand)> m_post;
    PinDesk &m_pins;
    UtcOffset m_offset;
    std::chrono::days m_keep;
    CaptureView m_view;
    RowsModel m_kept;
    int m_choice = kUsual;
    bool m_asking = false, m_busy = false;
    std::optional<Error> m_pinError;
    int m_request = 0; ///< answers to earlier ones are dropped
};

} // namespace menshen

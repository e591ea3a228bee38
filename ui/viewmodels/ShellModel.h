// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/app/StationConfig.h"
#include "ui/viewmodels/PinDesk.h"
#include "ui/viewmodels/RowsModel.h"
#include "ui/viewmodels/SignIcon.h"

namespace menshen {

/// What stands around the pages: language, theme, page, device lights, clock, and the way out.
class ShellModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("the shell makes it")
    Q_PROPERTY(bool windowed MEMBER m_windowed CONSTANT FINAL)
    Q_PROPERTY(bool chinese READ isChinese NOTIFY changed FINAL)
    Q_PROPERTY(bool dark READ isDark NOTIFY changed FINAL)
    Q_PROPERTY(int page READ page WRITE setPage NOTIFY pageChanged FINAL) ///< 0 door, 1 staff, 2 office
    Q_PROPERTY(QString stationName READ stationName CONSTANT FINAL)
    Q_PROPERTY(menshen::RowsModel *devices READ devices CONSTANT FINAL)
    Q_PROPERTY(QString head READ head NOTIFY changed FINAL)
    Q_PROPERTY(QString ledgerFault READ ledgerFault NOTIFY changed FINAL)       ///< of its chain; empty: none is known
    Q_PROPERTY(QString ledgerTroubles READ ledgerTroubles NOTIFY changed FINAL) ///< all others; empty: none
    Q_PROPERTY(QString level READ level NOTIFY changed FINAL)
    Q_PROPERTY(bool levelOne READ isLevelOne CONSTANT FINAL) ///< closed to the public
    Q_PROPERTY(QString clock READ clock NOTIFY changed FINAL)
    Q_PROPERTY(bool mayClose READ mayClose NOTIFY changed FINAL)
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed FINAL)
    Q_PROPERTY(QString pinProblem READ pinProblem NOTIFY changed FINAL)
public:
    ShellModel(const StationConfig &config, bool windowed, PinDesk &pins, QObject *parent = nullptr);

    void show(const SnapshotPtr &snapshot);
    /// What was remembered wins over the settings.
    [[nodiscard]] Language language() const { return m_language; }
    [[nodiscard]] Theme theme() const { return m_theme; }
    void setLanguage(Language language);
    void setTheme(Theme theme);
    void retranslate();

    Q_INVOKABLE void toggleLanguage() { setLanguage(isChinese() ? Language::English : Language::Chinese); }
    Q_INVOKABLE void toggleTheme() { setTheme(isDark() ? Theme::Light : Theme::Dark); }
    Q_INVOKABLE void close(const QString &pin); ///< with the right PIN `closing` follows
    Q_INVOKABLE void forgetPinProblem();

    [[nodiscard]] bool isChinese() const { return m_language == Language::Chinese; }
    [[nodiscard]] bool isDark() const { return m_theme == Theme::Dark; }
    [[nodiscard]] int page() const { return m_page; }
    void setPage(int page);
    [[nodiscard]] QString stationName() const { return m_stationName; }
    [[nodiscard]] RowsModel *devices() { return &m_devices; }
    [[nodiscard]] QString head() const;
    [[nodiscard]] QString ledgerFault() const;
    [[nodiscard]] QString ledgerTroubles() const;
    [[nodiscard]] QString level() const;
    [[nodiscard]] bool isLevelOne() const { return m_responseLevel == 1; }
    [[nodiscard]] QString clock() const;
    [[nodiscard]] bool mayClose() const { return m_windowed || m_mayClose; }
    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] QString pinProblem() const;

signals:
    void changed();
    void pageChanged();
    void languageChanged();
    void closing();

private:
    struct Concern {
        QString words;
        SignIcon::Kind sign;
    };
    /// Of a device that works, and green would say that all is well.
    [[nodiscard]] std::optional<Concern> concernOf(DeviceKind kind) const;
    [[nodiscard]] bool isFaulty() const;
    void remember() const;
    void showDevices();

    PinDesk &m_pins;
    QString m_stateFile, m_stationName;
    UtcOffset m_offset;
    int m_responseLevel;
    bool m_windowed;
    Language m_language;
    Theme m_theme;
    int m_page = 0;
    SnapshotPtr m_snapshot;
    RowsModel m_devices;
    bool m_busy = false, m_mayClose = false;
    std::optional<Error> m_pinError;
};

} // namespace menshen

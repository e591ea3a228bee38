// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/app/RegisterTables.h"
#include "ui/viewmodels/RegisterWriter.h"
#include "ui/viewmodels/RowsModel.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace menshen {

/// Registers to and from tables: a list of files, what one would change or what is wrong with it, line by line, taking it over,
/// writing one.
class TransferDesk : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("the office's model makes it")
    Q_PROPERTY(bool open READ isOpen NOTIFY changed FINAL) ///< somebody is importing
    Q_PROPERTY(QString title READ title NOTIFY changed FINAL)
    Q_PROPERTY(QString folder READ folder CONSTANT FINAL)
    Q_PROPERTY(menshen::RowsModel *files READ files CONSTANT FINAL) ///< name, detail; newest first
    Q_PROPERTY(QString file READ file NOTIFY changed FINAL)         ///< that was chosen; empty: none yet
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed FINAL)
    Q_PROPERTY(QString preview READ preview NOTIFY changed FINAL)   ///< what it would change
    Q_PROPERTY(bool removes READ removes NOTIFY changed FINAL)      ///< somebody or something would go
    Q_PROPERTY(QString problem READ problem NOTIFY changed FINAL)   ///< why it cannot be taken over
    Q_PROPERTY(menshen::RowsModel *lines READ lines CONSTANT FINAL) ///< line: what is wrong, a line each
    Q_PROPERTY(bool mayTake READ mayTake NOTIFY changed FINAL)

    Q_PROPERTY(QString message READ message NOTIFY changed FINAL) ///< of the file written last
    Q_PROPERTY(QString path READ path NOTIFY changed FINAL)
    Q_PROPERTY(bool failed READ isFailed NOTIFY changed FINAL)
public:
    TransferDesk(const UiParts &parts, BackOffice &backOffice, RegisterWriter &writer, QObject *parent = nullptr);

    void setNow(WallTime now) { m_now = now; }
    void setLanguage(Language language);
    void forget();

    Q_INVOKABLE void look(bool roster); ///< which files there are
    Q_INVOKABLE void choose(int file);  ///< reads it and says what it would change; nothing changes
    Q_INVOKABLE void back();            ///< to the list
    Q_INVOKABLE void take();
    Q_INVOKABLE void cancel();
    Q_INVOKABLE void writeAs(bool roster, const QString &suffix); ///< "csv" or "xlsx"

    [[nodiscard]] bool isOpen() const { return m_open; }
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString folder() const { return m_imports; }
    [[nodiscard]] RowsModel *files() { return &m_files; }
    [[nodiscard]] QString file() const { return m_file; }
    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] QString preview() const;
    [[nodiscard]] bool removes() const { return m_difference.removed > 0; }
    [[nodiscard]] QString problem() const;
    [[nodiscard]] RowsModel *lines() { return &m_lines; }
    [[nodiscard]] bool mayTake() const { return m_content && !m_busy && m_difference.any(); }
    [[nodiscard]] QString message() const;
    [[nodiscard]] QString path() const { return m_writing == Writing::Written ? m_path : QString(); }
    [[nodiscard]] bool isFailed() const { return m_writing == Writing::Failed; }

signals:
    void changed();
    void saved(); ///< a register has changed

private:
    enum class Writing { None, Running, Written, Failed };

    /// What came of reading a file.
    struct Read {
        std::optional<Error> error;
        std::vector<ImportProblem> problems;
        std::optional<RegisterContent> content;
    };
    void reset();
    void show(const Read &read);
    void showProblems();

    std::function<void(StationCommand)> m_post;
    RegisterWriter &m_writer;
    BackOffice &m_backOffice;
    std::function<Result<Sheet>(const std::string &)> m_read;
    std::function<Result<std::unique_ptr<TableWriter>>(const std::string &)> m_openTable;
    const QString m_exports, m_imports;
    const UtcOffset m_offset;
    Language m_language;
    WallTime m_now;
    bool m_open = false, m_roster = false, m_busy = false;
    int m_request = 0; ///< answers to earlier ones are dropped
    QStringList m_paths;
    RowsModel m_files, m_lines;
    QString m_file;
    std::vector<ImportProblem> m_problems;
    std::optional<Error> m_error; ///< the file cannot be read, or the register not be changed
    std::optional<RegisterContent> m_content;
    RegisterDifference m_difference;
    int m_base = 0;
    Writing m_writing = Writing::None;
    Error m_writeError;
    QString m_path;
};

} // namespace menshen

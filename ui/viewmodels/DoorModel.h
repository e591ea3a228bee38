// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/app/Station.h"
#include "menshen/app/StationConfig.h"
#include "ui/viewmodels/IdentityForm.h"
#include "ui/viewmodels/RowsModel.h"
#include "ui/viewmodels/SignIcon.h"

#include <functional>

namespace menshen {

/// The door's page: the newest snapshot in words, and what the guard does as commands. It decides nothing; whether
/// somebody may be admitted stands in the snapshot's assessment.
class DoorModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("the shell makes it")
    Q_PROPERTY(menshen::IdentityForm *form READ form CONSTANT FINAL)

    Q_PROPERTY(bool waiting READ isWaiting NOTIFY changed FINAL)     ///< nobody there, nothing typed: the attract screen
    Q_PROPERTY(bool screening READ isScreening NOTIFY changed FINAL) ///< the form may be filled in
    Q_PROPERTY(bool recording READ isRecording NOTIFY changed FINAL)
    Q_PROPERTY(bool finished READ isFinished NOTIFY changed FINAL)
    Q_PROPERTY(bool ledgerDown READ isLedgerDown NOTIFY changed FINAL)
    Q_PROPERTY(bool mayAdmit READ mayAdmit NOTIFY changed FINAL)
    Q_PROPERTY(bool mayOverride READ mayOverride NOTIFY changed FINAL)
    Q_PROPERTY(bool contactAllowed READ isContactAllowed CONSTANT FINAL)

    Q_PROPERTY(menshen::SignIcon::Kind verdictSign READ verdictSign NOTIFY changed FINAL)
    Q_PROPERTY(QString verdictWord READ verdictWord NOTIFY changed FINAL)
    Q_PROPERTY(QString reasonsText READ reasonsText NOTIFY changed FINAL)
    Q_PROPERTY(QString missingText READ missingText NOTIFY changed FINAL)
    Q_PROPERTY(QString prompt READ prompt NOTIFY changed FINAL)
    Q_PROPERTY(bool measuring READ isMeasuring NOTIFY changed FINAL)

    Q_PROPERTY(QString temperature READ temperature NOTIFY changed FINAL) ///< empty: none yet
    Q_PROPERTY(QString temperatureDetail READ temperatureDetail NOTIFY changed FINAL)
    Q_PROPERTY(menshen::SignIcon::Kind temperatureSign READ temperatureSign NOTIFY changed FINAL)
    Q_PROPERTY(bool defaultCorrection READ isDefaultCorrection NOTIFY changed FINAL)
    Q_PROPERTY(QString maskWord READ maskWord NOTIFY changed FINAL)
    Q_PROPERTY(menshen::SignIcon::Kind maskSign READ maskSign NOTIFY changed FINAL)
    Q_PROPERTY(menshen::RowsModel *faces READ faces CONSTANT FINAL) ///< box as shares of the picture

    Q_PROPERTY(menshen::RowsModel *questions READ questions CONSTANT FINAL)
    Q_PROPERTY(int notAsked READ notAsked NOTIFY changed FINAL)
    Q_PROPERTY(bool allAnsweredNo READ isAllAnsweredNo NOTIFY changed FINAL)
    Q_PROPERTY(QStringList refuseReasons READ refuseReasons NOTIFY changed FINAL)

    Q_PROPERTY(menshen::SignIcon::Kind resultSign READ resultSign NOTIFY changed FINAL)
    Q_PROPERTY(QString resultWord READ resultWord NOTIFY changed FINAL)
    Q_PROPERTY(QString resultReceipt READ resultReceipt NOTIFY changed FINAL)
    Q_PROPERTY(QString resultReasons READ resultReasons NOTIFY changed FINAL)

    Q_PROPERTY(int inside READ inside NOTIFY changed FINAL)
    Q_PROPERTY(int capacity READ capacity CONSTANT FINAL) ///< 0: no cap
    Q_PROPERTY(int admitted READ admitted NOTIFY changed FINAL)
    Q_PROPERTY(int refused READ refused NOTIFY changed FINAL)
    Q_PROPERTY(int left READ left NOTIFY changed FINAL)
    Q_PROPERTY(QString lastEntry READ lastEntry NOTIFY changed FINAL)
    Q_PROPERTY(QString problem READ problem NOTIFY changed FINAL) ///< why the last command was not carried out
    Q_PROPERTY(QString notice READ notice NOTIFY changed FINAL)
    Q_PROPERTY(QString privacyNotice READ privacyNotice NOTIFY changed FINAL)
    Q_PROPERTY(QString planName READ planName NOTIFY changed FINAL)
public:
    DoorModel(const StationConfig &config, std::function<void(StationCommand)> post, QObject *parent = nullptr);

    /// `person` grows when another person begins; only then the form is emptied.
    void show(const SnapshotPtr &snapshot, int person);
    void setLanguage(Language language);

    // What the guard does.
    Q_INVOKABLE void admit();
    Q_INVOKABLE void admitOver(const QString &reason);
    Q_INVOKABLE void refuse(const QString &note);
    Q_INVOKABLE void answer(int question, int answer); ///< an `Answer`
    Q_INVOKABLE void noneOfThese();
    Q_INVOKABLE bool typeContact(const QString &degrees); ///< false: no contact thermometer shows that
    Q_INVOKABLE void measureAgain();
    Q_INVOKABLE void nextPerson();
    Q_INVOKABLE void someoneLeft();
    Q_INVOKABLE void startByHand(); ///< leaves the attract screen without a face in front of the camera

    [[nodiscard]] IdentityForm *form() { return &m_form; }
    [[nodiscard]] bool isWaiting() const;
    [[nodiscard]] bool isScreening() const;
    [[nodiscard]] bool isRecording() const { return door().phase == Phase::Recording; }
    [[nodiscard]] bool isFinished() const { return door().phase == Phase::Finished; }
    [[nodiscard]] bool isLedgerDown() const { return door().ledgerDown; }
    [[nodiscard]] bool mayAdmit() const { return isScreening() && door().assessment.mayAdmit; }
    [[nodiscard]] bool mayOverride() const { return isScreening() && door().assessment.mayOverride; }
    [[nodiscard]] bool isContactAllowed() const { return m_plan.temperature.manualAllowed; }
    [[nodiscard]] SignIcon::Kind verdictSign() const;
    [[nodiscard]] QString verdictWord() const;
    [[nodiscard]] QString reasonsText() const;
    [[nodiscard]] QString missingText() const;
    [[nodiscard]] QString prompt() const;
    [[nodiscard]] bool isMeasuring() const { return door().assessment.measuring; }
    [[nodiscard]] QString temperature() const;
    [[nodiscard]] QString temperatureDetail() const;
    [[nodiscard]] SignIcon::Kind temperatureSign() const;
    [[nodiscard]] bool isDefaultCorrection() const;
    [[nodiscard]] QString maskWord() const;
    [[nodiscard]] SignIcon::Kind maskSign() const;
    [[nodiscard]] RowsModel *faces() { return &m_faces; }
    [[nodiscard]] RowsModel *questions() { return &m_questions; }
    [[nodiscard]] int notAsked() const;
    [[nodiscard]] bool isAllAnsweredNo() const;
    [[nodiscard]] QStringList refuseReasons() const;
    [[nodiscard]] SignIcon::Kind resultSign() const;
    [[nodiscard]] QString resultWord() const;
    [[nodiscard]] QString resultReceipt() const;
    [[nodiscard]] QString resultReasons() const;
    [[nodiscard]] int inside() const { return door().inside; }
    [[nodiscard]] int capacity() const { return m_plan.capacity; }
    [[nodiscard]] int admitted() const { return m_snapshot->today.admitted; }
    [[nodiscard]] int refused() const { return m_snapshot->today.refused; }
    [[nodiscard]] int left() const { return m_snapshot->today.left; }
    [[nodiscard]] QString lastEntry() const;
    [[nodiscard]] QString problem() const;
    [[nodiscard]] QString notice() const;
    [[nodiscard]] QString privacyNotice() const;
    [[nodiscard]] QString planName() const;

signals:
    void changed();

private:
    [[nodiscard]] const ScreeningState &door() const { return m_snapshot->door; }
    void postDraft();
    void showFaces();
    void showQuestions();

    Plan m_plan;
    UtcOffset m_offset;
    Language m_language;
    std::function<void(StationCommand)> m_post;
    SnapshotPtr m_snapshot;
    int m_person = 0;
    bool m_byHand = false;
    IdentityForm m_form;
    IdentityDraft m_posted; ///< what the engine was told last
    RowsModel m_faces, m_questions;
};

} // namespace menshen

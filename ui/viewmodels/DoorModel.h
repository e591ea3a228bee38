// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/app/Station.h"
#include "menshen/app/StationConfig.h"
#include "ui/viewmodels/AsideModel.h"
#include "ui/viewmodels/DoorNotices.h"
#include "ui/viewmodels/IdentityForm.h"
#include "ui/viewmodels/RowsModel.h"
#include "ui/viewmodels/SignIcon.h"

#include <functional>

namespace menshen {

/// The door's page: the newest snapshot in words, and what the guard does as commands. It decides nothing; whether
/// somebody may be admitted stands in the snapshot's assessment. What is typed, answered and decided on the screen is for the
/// subject whose form is on the screen, whoever has come to the door meanwhile.
class DoorModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("the shell makes it")
    Q_PROPERTY(menshen::IdentityForm *form READ form CONSTANT FINAL)
    Q_PROPERTY(menshen::AsideModel *aside READ aside CONSTANT FINAL)
    Q_PROPERTY(menshen::DoorNotices *notices READ notices CONSTANT FINAL)

    Q_PROPERTY(bool waiting READ isWaiting NOTIFY changed FINAL)       ///< nobody there: the attract screen
    Q_PROPERTY(bool screening READ isScreening NOTIFY changed FINAL)   ///< of a visitor or of staff
    Q_PROPERTY(bool formOpen READ isFormOpen NOTIFY changed FINAL)     ///< a visitor's form may be filled in
    Q_PROPERTY(bool staffThere READ isStaffThere NOTIFY changed FINAL) ///< the one in front is staff
    Q_PROPERTY(QString staffLine READ staffLine NOTIFY changed FINAL)
    Q_PROPERTY(QString nameInFront READ nameInFront NOTIFY changed FINAL) ///< as typed, to be passed on; never shown
    Q_PROPERTY(QString maskedNameInFront READ maskedNameInFront NOTIFY changed FINAL)
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
    Q_PROPERTY(int maskJudged READ maskJudged NOTIFY changed FINAL) ///< what the guard said, a `MaskState`; -1: nothing
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

    void show(const SnapshotPtr &snapshot);
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
    Q_INVOKABLE void judgeMask(int state); ///< what the guard sees, a `MaskState`
    Q_INVOKABLE void startByHand();        ///< somebody stands there whom the camera does not see

    [[nodiscard]] IdentityForm *form() { return &m_form; }
    [[nodiscard]] AsideModel *aside() { return &m_aside; }
    [[nodiscard]] DoorNotices *notices() { return &m_notices; }
    [[nodiscard]] bool isWaiting() const { return door().phase == Phase::Waiting; }
    [[nodiscard]] bool isScreening() const { return door().phase == Phase::Screening; }
    [[nodiscard]] bool isFormOpen() const { return isScreening() && !isStaffThere(); }
    [[nodiscard]] bool isStaffThere() const { return door().staff.has_value(); }
    [[nodiscard]] QString staffLine() const;
    [[nodiscard]] QString nameInFront() const;
    [[nodiscard]] QString maskedNameInFront() const;
    [[nodiscard]] bool isRecording() const { return door().phase == Phase::Recording; }
    [[nodiscard]] bool isFinished() const { return door().phase == Phase::Finished; }
    [[nodiscard]] bool isLedgerDown() const { return door().ledgerDown; }
    [[nodiscard]] bool mayAdmit() const { return isFormOpen() && door().assessment.mayAdmit; }
    [[nodiscard]] bool mayOverride() const { return isFormOpen() && door().assessment.mayOverride; }
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
    [[nodiscard]] int maskJudged() const;
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
    void personChanged(); ///< what is being asked of the guard about the one before is void

private:
    /// Of a form that has been brought back: not until the engine has answered may anything typed be told to it.
    struct Joining {
        SubjectId aside;
        MonoTime since;
    };

    [[nodiscard]] const ScreeningState &door() const { return m_snapshot->door; }
    [[nodiscard]] bool isFrozen() const;
    [[nodiscard]] QString wordOf(NoTemperature reason) const;
    void bindForm();
    void loadForm(const IdentityDraft &draft);
    void followJoining();
    void postDraft();
    void showFaces();
    void showQuestions();

    Plan m_plan;
    UtcOffset m_offset;
    Language m_language;
    std::function<void(StationCommand)> m_post;
    SnapshotPtr m_snapshot;
    IdentityForm m_form;
    SubjectId m_inFront;
    SubjectId m_formOf;     ///< whose form is on the screen; 0: nobody's
    IdentityDraft m_posted; ///< what the engine knows of it
    std::optional<Joining> m_joining;
    bool m_loading = false;
    AsideModel m_aside;
    DoorNotices m_notices;
    RowsModel m_faces, m_questions;
};

} // namespace menshen

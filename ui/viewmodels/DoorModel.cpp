// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewmodels/DoorModel.h"

#include "ui/viewmodels/UiWords.h"

#include <algorithm>
#include <utility>

namespace menshen {

DoorModel::DoorModel(const StationConfig &config, std::function<void(StationCommand)> post, QObject *parent)
    : QObject(parent), m_plan(config.plan), m_offset(config.offset), m_language(config.language), m_post(std::move(post)),
      m_snapshot(std::make_shared<const Snapshot>()), m_form(config.plan), m_aside(config, m_post), m_notices(config, m_post),
      m_faces({"boxX", "boxY", "boxW", "boxH", "word", "sign"}), m_questions({"text", "answer", "number"})
{
    connect(&m_form, &IdentityForm::edited, this, &DoorModel::postDraft);
    connect(&m_aside, &AsideModel::sameSaid, this, [this](SubjectId aside) { m_joining = Joining{aside, door().now}; });
    showQuestions();
}

void DoorModel::show(const SnapshotPtr &snapshot)
{
    m_snapshot = snapshot;
    m_form.setToday(door().today);
    bindForm();
    m_aside.show(snapshot, m_form.isEmpty());
    m_notices.show(snapshot);
    showFaces();
    showQuestions();
    emit changed();
    if (std::exchange(m_inFront, door().subject) != door().subject) {
        emit personChanged();
    }
}

void DoorModel::setLanguage(Language language)
{
    m_language = language;
    m_form.retranslate();
    m_aside.setLanguage(language);
    m_notices.retranslate();
    showFaces();
    showQuestions();
    emit changed();
}

// ---- whose form is on the screen ---------------------------------------------------------------------------

/// What was typed for the subject before stays with the engine: the form is the new one's, with what the engine has of him.
/// Nothing else ever writes into it, so that no snapshot overwrites what is being typed.
void DoorModel::bindForm()
{
    if (isRecording()) {
        return; // it may come back: not every entry gets onto the disk
    }
    const SubjectId subject = isFormOpen() ? door().subject : SubjectId{};
    if (subject != m_formOf) {
        m_formOf = subject;
        m_joining.reset();
        loadForm(subject ? door().draft : IdentityDraft{});
    }
    followJoining();
}

void DoorModel::loadForm(const IdentityDraft &draft)
{
    m_loading = true;
    m_form.edit(draft);
    m_loading = false;
    m_posted = m_form.draft();
}

void DoorModel::followJoining()
{
    constexpr Micros kAnswered = 1s; // the engine takes milliseconds
    if (!m_joining) {
        return;
    }
    const bool kept = std::ranges::find(door().aside, m_joining->aside, &KeptAside::subject) != door().aside.end();
    if (!kept || door().now - m_joining->since > kAnswered) {
        m_joining.reset();
        if (!kept && door().vouchedSame) {
            loadForm(door().draft);
        } else {
            postDraft();
        }
    }
}

void DoorModel::postDraft()
{
    if (m_loading || m_joining || !m_formOf) {
        return;
    }
    IdentityDraft draft = m_form.draft();
    if (draft != m_posted) {
        m_posted = draft;
        m_post(IdentityEdited{std::move(draft), m_formOf});
        m_aside.show(m_snapshot, m_form.isEmpty());
        emit changed();
    }
}

// ---- what the guard does ---------------------------------------------------------------------------------

void DoorModel::admit()
{
    if (mayAdmit()) {
        m_post(GuardAdmits{{}, door().subject});
    }
}

void DoorModel::admitOver(const QString &reason)
{
    if (mayOverride() && !reason.trimmed().isEmpty()) {
        m_post(GuardAdmits{reason.trimmed().toStdString(), door().subject});
    }
}

void DoorModel::refuse(const QString &note)
{
    if (isScreening()) {
        m_post(GuardRefuses{note.trimmed().toStdString(), door().subject});
    }
}

void DoorModel::answer(int question, int answer)
{
    if (question >= 0 && question < m_questions.count() && answer >= 0 && answer <= static_cast<int>(Answer::Yes)) {
        m_post(AnswerGiven{static_cast<std::size_t>(question), static_cast<Answer>(answer), door().subject});
    }
}

void DoorModel::noneOfThese() { m_post(AllAnswersNo{door().subject}); }

bool DoorModel::typeContact(const QString &degrees)
{
    bool isNumber = false;
    const Celsius typed{degrees.toDouble(&isNumber)};
    if (!isNumber || !contactReading(typed, door().now, m_plan.temperature)) {
        return false;
    }
    m_post(ContactTemperatureTyped{typed, door().subject});
    return true;
}

void DoorModel::measureAgain() { m_post(MeasureAgain{}); }
void DoorModel::nextPerson() { m_post(DoorCleared{}); }
void DoorModel::someoneLeft() { m_post(CountExit{}); }

void DoorModel::startByHand() { m_post(StartByHand{}); }

void DoorModel::judgeMask(int state)
{
    if (isScreening() && state >= 0 && state < static_cast<int>(MaskState::Unsure)) {
        m_post(MaskJudged{static_cast<MaskState>(state), door().subject});
    }
}

// ---- the snapshot in words -------------------------------------------------------------------------------

QString DoorModel::staffLine() const
{
    if (!door().staff) {
        return {};
    }
    const StaffAtDoor &staff = *door().staff;
    return tr("%1 · %2").arg(QString::fromStdString(staff.member.name), uiwords::wishOf(staff.direction));
}

QString DoorModel::nameInFront() const { return QString::fromStdString(isStaffThere() ? door().staff->member.name : m_form.draft().name); }

QString DoorModel::maskedNameInFront() const { return QString::fromStdString(maskedName(nameInFront().toStdString(), Audience::Public)); }

/// Frozen is a fault that the instrument does not report itself.
bool DoorModel::isFrozen() const { return door().frozen.stuck; }

QString DoorModel::wordOf(NoTemperature reason) const
{
    return isFrozen() && reason == NoTemperature::SensorFault ? uiwords::frozen() : uiwords::of(reason);
}

SignIcon::Kind DoorModel::verdictSign() const
{
    const Assessment &assessment = door().assessment;
    return assessment.verdict ? uiwords::signOf(*assessment.verdict) : SignIcon::Measuring;
}

QString DoorModel::verdictWord() const
{
    const Assessment &assessment = door().assessment;
    if (assessment.verdict) {
        return uiwords::of(*assessment.verdict);
    }
    if (assessment.measuring) {
        return tr("Measuring…");
    }
    return isStaffThere() ? tr("Please ask") : tr("Please fill in"); // of staff nothing is typed
}

QString DoorModel::reasonsText() const
{
    QStringList words;
    for (const Reason &reason : door().assessment.reasons) {
        words.append(reason.noTemperature ? uiwords::without(wordOf(*reason.noTemperature)) : uiwords::of(reason, m_plan, m_language));
    }
    return words.join(QStringLiteral(" · "));
}

QString DoorModel::missingText() const
{
    const auto &missing = door().assessment.missing;
    return missing.empty() ? QString() : tr("Still open: %1").arg(uiwords::of(missing, m_plan, m_language));
}

QString DoorModel::prompt() const { return uiwords::of(door().prompt); }

QString DoorModel::temperature() const
{
    const TemperatureReading *reading = decidingReading(door().evidence);
    return reading && reading->body ? uiwords::degrees(reading->body->value) : QString();
}

QString DoorModel::temperatureDetail() const
{
    const Evidence &evidence = door().evidence;
    const TemperatureReading *reading = decidingReading(evidence);
    if (reading && reading->body) {
        return tr("±%1 · %2 · %3")
            .arg(uiwords::degrees(reading->body->uncertainty), uiwords::of(reading->instrument),
                 reading->zone ? uiwords::of(*reading->zone) : QString());
    }
    return evidence.attempt.noResult ? wordOf(*evidence.attempt.noResult) : QString();
}

SignIcon::Kind DoorModel::temperatureSign() const
{
    const TemperatureReading *reading = decidingReading(door().evidence);
    if (reading && reading->zone) {
        return uiwords::signOf(*reading->zone);
    }
    const auto &noResult = door().evidence.attempt.noResult;
    return noResult && !isTransient(*noResult) ? SignIcon::Unknown : SignIcon::Measuring;
}

bool DoorModel::isDefaultCorrection() const
{
    const TemperatureReading *reading = decidingReading(door().evidence);
    return reading && reading->body && reading->instrument == Instrument::Infrared && reading->body->defaultCalibration;
}

QString DoorModel::maskWord() const
{
    const auto &mask = door().evidence.mask;
    if (!mask) {
        return tr("Looking at the mask…");
    }
    return door().evidence.maskByGuard ? tr("%1 (the guard looked)").arg(uiwords::of(*mask)) : uiwords::of(*mask);
}

SignIcon::Kind DoorModel::maskSign() const
{
    const auto &mask = door().evidence.mask;
    return mask ? uiwords::signOf(*mask) : SignIcon::Measuring;
}

int DoorModel::maskJudged() const
{
    const Evidence &evidence = door().evidence;
    return evidence.maskByGuard && evidence.mask ? static_cast<int>(*evidence.mask) : -1;
}

int DoorModel::notAsked() const
{
    const auto asked = std::ranges::count_if(door().answers, [](Answer answer) { return answer != Answer::NotAsked; });
    return m_questions.count() - static_cast<int>(asked);
}

bool DoorModel::isAllAnsweredNo() const
{
    const auto &answers = door().answers;
    return !answers.empty() && std::ranges::all_of(answers, [](Answer answer) { return answer == Answer::No; });
}

QStringList DoorModel::refuseReasons() const
{
    QStringList reasons;
    for (const Reason &reason : door().assessment.reasons) {
        reasons.append(uiwords::of(reason, m_plan, m_language));
    }
    reasons.append({tr("Sent to the fever clinic"), tr("Will not wear a mask"), tr("Will not give particulars"), tr("Comes back later")});
    reasons.removeDuplicates();
    return reasons.mid(0, 6);
}

SignIcon::Kind DoorModel::resultSign() const
{
    if (const auto &punch = door().punched) {
        return uiwords::signOf(punch->outcome);
    }
    return door().decided ? uiwords::signOf(door().decided->outcome) : SignIcon::Person;
}

QString DoorModel::resultWord() const
{
    if (const auto &punch = door().punched) {
        return uiwords::resultOf(*punch);
    }
    return door().decided ? uiwords::of(door().decided->outcome) : tr("Staff");
}

QString DoorModel::resultReceipt() const
{
    const auto &receipt = door().receipt;
    const bool there = receipt && (door().punched || door().decided);
    return there ? tr("Entry %1 · %2").arg(receipt->seq.value).arg(uiwords::clock(receipt->at, m_offset)) : QString();
}

QString DoorModel::resultReasons() const
{
    if (const auto &punch = door().punched) {
        return uiwords::of(punch->reasons, m_plan, m_language);
    }
    return door().decided ? uiwords::of(door().decided->reasons, m_plan, m_language) : QString();
}

QString DoorModel::lastEntry() const
{
    const bool there = door().receipt && (door().punched || door().decided);
    return there ? tr("Last: %1 %2").arg(uiwords::clock(door().receipt->at, m_offset), resultWord()) : QString();
}

QString DoorModel::problem() const
{
    return m_snapshot->lastCommandProblem.empty() ? QString() : tr("That could not be done now. Please look at the screen and try again.");
}

QString DoorModel::notice() const { return uiwords::text(m_plan.notice, m_language); }

// The plan's notice says that pictures are not stored: while a capture is on that is not so, and must be said in the same place.
QString DoorModel::privacyNotice() const
{
    QString notice = uiwords::text(m_plan.privacyNotice, m_language);
    const CaptureView &capture = m_snapshot->capture;
    if (capture.phase == CapturePhase::Off || capture.phase == CapturePhase::Recording) {
        return notice;
    }
    return notice + QLatin1Char('\n') +
           tr("Except now, until %1: pictures with blurred faces are stored on this machine for diagnostics.")
               .arg(uiwords::clock(capture.until, m_offset).left(5));
}

QString DoorModel::planName() const { return uiwords::text(m_plan.name, m_language); }

void DoorModel::showFaces()
{
    const FacesSeen &seen = door().seen;
    const std::vector<Face> faces = countedFaces(seen, m_plan.mask);
    QList<QVariantList> rows;
    for (const Face &face : faces) {
        // One person: the stable vote. Several: only what this picture says of each.
        const bool voted = faces.size() == 1 && door().evidence.mask;
        const MaskState state = voted ? *door().evidence.mask : stateOf(face, m_plan.mask);
        rows.append({face.box.x / seen.frame.width, face.box.y / seen.frame.height, face.box.w / seen.frame.width,
                     face.box.h / seen.frame.height, uiwords::of(state), static_cast<int>(uiwords::signOf(state))});
    }
    m_faces.show(rows);
}

void DoorModel::showQuestions()
{
    QList<QVariantList> rows;
    const bool asks = !isStaffThere() || door().staff->asksQuestions;
    for (std::size_t i = 0; asks && i < m_plan.questions.size(); ++i) {
        const Answer answer = i < door().answers.size() ? door().answers[i] : Answer::NotAsked;
        rows.append({uiwords::text(m_plan.questions[i].text, m_language), static_cast<int>(answer), static_cast<int>(i)});
    }
    m_questions.show(rows);
}

} // namespace menshen

// SPDX-License-Identifier: GPL-3.0-or-later
#include "src/main/station/Rehearsal.h"

#include "drivers/sim/DayScript.h"
#include "menshen/app/Words.h"
#include "src/main/station/RehearsalReport.h"
#include "src/main/station/SimRemote.h"
#include "src/main/station/StationProgram.h"
#include "src/main/station/UiRobot.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstdio>
#include <mutex>
#include <set>
#include <stdexcept>
#include <thread>
#include <vector>

namespace menshen {

namespace {

constexpr const char *kPin = "270918";
constexpr Micros kComes = 10s;     ///< a person who was sent is seen by the station within
constexpr Micros kMeasured = 10s;  ///< and measured
constexpr Micros kLeft = 25s;      ///< who walked off with a finding is recorded after the plan's time
constexpr Micros kRecorded = 10s;  ///< and his entry is on the disk
constexpr Micros kSteady = 700ms;  ///< a full window of the mask's vote after the last act
constexpr Micros kNoticed = 1s;    ///< a tap shows within
constexpr Micros kOverlooked = 2s; ///< then the guard says that another one stands there

std::string degrees(Celsius value)
{
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "%.1f", value.degrees);
    return text.data();
}

bool has(const std::vector<Reason> &reasons, ReasonCode code)
{
    return std::any_of(reasons.begin(), reasons.end(), [&](const Reason &reason) { return reason.code == code; });
}

} // namespace

class Rehearsal::Impl {
public:
    Impl(RehearsalSettings settings, StationProgram &program)
        : m_settings(std::move(settings)), m_program(program), m_remote(m_settings.simulator)
    {
    }

    void start()
    {
        m_thread = std::jthread([this](const std::stop_token &stop) {
            int code = 1;
            try {
                UiRobot robot(*m_program.ui().window(), stop);
                m_robot = &robot;
                code = play() ? 0 : 1;
            } catch (const UiRobot::StopRehearsal &) {
                return;
            } catch (const std::exception &error) {
                std::fprintf(stderr, "rehearsal: %s\n", error.what());
            }
            QMetaObject::invokeMethod(
                QCoreApplication::instance(), [code] { QCoreApplication::exit(code); }, Qt::QueuedConnection);
        });
    }

    void stop()
    {
        m_thread.request_stop();
        if (m_thread.joinable()) {
            m_thread.join();
        }
    }

    void see(SnapshotPtr snapshot)
    {
        const std::scoped_lock lock(m_mutex);
        m_newest = std::move(snapshot);
    }

private:
    SnapshotPtr now()
    {
        const std::scoped_lock lock(m_mutex);
        return m_newest;
    }

    bool until(const std::function<bool(const Snapshot &)> &condition, Micros patience)
    {
        return m_robot->until(
            [&] {
                const SnapshotPtr snapshot = now();
                return snapshot && condition(*snapshot);
            },
            patience);
    }

    void expect(const std::function<bool(const Snapshot &)> &condition, Micros patience, const std::string &what)
    {
        if (!until(condition, patience)) {
            throw std::runtime_error(what);
        }
    }

    // ---- the morning ----------------------------------------------------------------------------

    bool play()
    {
        const auto day = loadDayScript(m_settings.day);
        if (!day) {
            throw std::runtime_error(day.error().detail);
        }
        RehearsalReport report(m_settings.out, m_program.config().offset);
        m_report = &report;
        expect([](const Snapshot &s) { return s.door.cameraUp && s.door.thermometerUp; }, 20s, "camera and thermometer did not come up");
        m_remote.leave(); // whoever stands there still is of a morning that ended before its time
        static_cast<void>(until([](const Snapshot &s) { return s.door.phase == Phase::Waiting; }, kComes));
        settleAlerts();
        choosePin();
        picture("door-waiting");
        m_people = day->people;
        int left = m_settings.people;
        for (const DayPerson &person : day->people) {
            if (left-- == 0) {
                break;
            }
            serve(person);
        }
        closingTime();
        return report.close(now()->today);
    }

    void serve(const DayPerson &person)
    {
        const std::size_t alerts = now()->alerts.size();
        try {
            person.staff ? serveStaff(person) : serveVisitor(person);
            expectTold(person, alerts);
        } catch (const std::exception &error) {
            m_report->failed(person, error.what());
            picture("failed-" + person.id);
        }
        settleAlerts();
        if (nextTakesHisPlace(person)) {
            return; // the next one is there already, or comes before the door is free
        }
        m_remote.leave();
        // After a decision it becomes free by itself: of whom no camera saw by the clock, of others once they have gone.
        const Micros patience = now()->door.phase == Phase::Finished ? kComes : Micros{3s};
        if (!until([](const Snapshot &s) { return s.door.phase == Phase::Waiting; }, patience)) {
            // Half a form is left of somebody who was not decided on, or a clock-in that came to nothing.
            const bool staff = now()->door.staff.has_value();
            m_robot->tap(staff ? "tabStaff" : "tabDoor");
            m_robot->tap(staff ? "staffCancel" : "cancelPersonButton");
            expect([](const Snapshot &s) { return s.door.phase == Phase::Waiting; }, kComes, "the door did not become free");
        }
    }

    bool nextTakesHisPlace(const DayPerson &person) const
    {
        const auto here = std::ranges::find(m_people, person.id, &DayPerson::id);
        const auto next = here == m_people.end() ? here : std::next(here);
        return next != m_people.end() && next->arrival != DayArrival::Alone;
    }

    void expectTold(const DayPerson &person, std::size_t before)
    {
        if (!person.told) {
            return;
        }
        const bool told =
            until([&](const Snapshot &s) { return s.alerts.size() > before || m_answered; }, *person.told ? kRecorded : 300ms);
        if (told != *person.told) {
            throw std::runtime_error(told ? "the leading group was told of somebody healthy" : "the leading group was not told");
        }
    }

    // ---- visitors -------------------------------------------------------------------------------

    /// Until he stands as he stays, and a window of him is full.
    static Micros actsOf(const DayPerson &person) { return settlesAfter(person) + kSteady; }

    /// He stands there, and the door has him for himself: whoever stood there before is nobody's any more.
    void comes(const DayPerson &person)
    {
        const SnapshotPtr before = now();
        m_remote.present(person.id);
        if (person.byHand) {
            m_robot->tap("startByHand");
            expect([](const Snapshot &s) { return s.door.phase == Phase::Screening && s.door.evidence.faceNotFound; }, kComes,
                   "the door did not say that it finds no face");
            pictureOnce("door-face-not-found");
            return;
        }
        const bool stood = before->door.phase == Phase::Screening && person.arrival != DayArrival::Stays;
        const auto isSeen = [&](const Snapshot &s) {
            return s.door.phase == Phase::Screening && s.door.front && s.door.front == s.door.subject &&
                   (!stood || s.door.subject != before->door.subject || isMeasured(person, s.door));
        };
        // Whom no picture told from the one before him, after his entry, the guard sees: he says that it is the next one.
        const bool guardMaySee = person.arrival == DayArrival::Swap && before->door.phase == Phase::Finished;
        if (!until(isSeen, actsOf(person) + (guardMaySee ? kOverlooked : kComes)) && guardMaySee) {
            m_robot->tap("nextButton");
            m_robot->tap("startByHand");
        }
        expect(isSeen, kComes, "nobody was seen");
        if (person.asked != DayAsked::No) {
            sayWhose(person);
        }
    }

    /// Of two whom no picture tells apart the later one is measured all the same. His forehead is his alone.
    bool isMeasured(const DayPerson &person, const ScreeningState &door) const
    {
        constexpr double kDigit = 0.15;
        const TemperatureReading *reading = decidingReading(door.evidence);
        return reading != nullptr && reading->rawObject && person.forehead &&
               std::abs(reading->rawObject->degrees - person.forehead->degrees) <= kDigit;
    }

    /// The door asks whose the form is that was kept aside.
    void sayWhose(const DayPerson &person)
    {
        expect([](const Snapshot &s) { return askedAbout(s.door) != nullptr; }, kComes, "the door did not ask whose the form is");
        if (!feverAtSight(person)) { // else the alert's dialog may come over it
            pictureOnce("door-same-person");
        }
        const auto said = [](const Snapshot &s) { return askedAbout(s.door) == nullptr; };
        constexpr int kTaps = 3;
        for (int tap = 0; tap < kTaps; ++tap) {
            acknowledge(); // a fever is told within a second: its dialog is over everything
            m_robot->tap(person.asked == DayAsked::SamePerson ? "samePersonButton" : "anotherPersonButton");
            if (until(said, kNoticed)) {
                break;
            }
        }
        expect(said, Micros{0}, "the answer did not arrive");
        reportDisplaced();
    }

    /// Whoever was displaced with a finding is recorded once the guard says that it is another one who stands there.
    void reportDisplaced()
    {
        if (!m_displaced) {
            return;
        }
        const Displaced displaced = *std::exchange(m_displaced, std::nullopt);
        expect([&](const Snapshot &s) { return s.today.left > displaced.seen->today.left; }, kLeft,
               "the one before did not end up as left");
        reportLeft(*displaced.person, *displaced.seen);
    }

    void reportLeft(const DayPerson &person, const Snapshot &seen)
    {
        const SnapshotPtr recorded = now();
        m_report->left(person, seen.door.evidence, seen.door.assessment, {recorded->head, recorded->door.wall, {}});
    }

    /// The infrared thermometer alone says that it is a fever: it is told before anybody has typed a word.
    bool feverAtSight(const DayPerson &person) const
    {
        const StationConfig &config = m_program.config();
        return !person.byHand && person.fault == ThermometerFault::None && person.forehead && config.plan.feverAlerts &&
               zoneOf(corrected(*person.forehead, std::nullopt, config.calibration), config.plan.temperature) == Zone::Refer;
    }

    bool saysAlertingYes(const DayPerson &person) const
    {
        return std::ranges::any_of(m_program.config().plan.questions, [&](const Question &question) {
            return question.alerts && std::ranges::find(person.yesTo, question.id) != person.yesTo.end();
        });
    }

    /// The dialog comes over everything: whoever goes on before it is there taps on it.
    void awaitTold(Micros patience)
    {
        expect([](const Snapshot &s) { return !s.alerts.empty(); }, patience, "was not told of");
        acknowledge();
        pictureOnce("door-told");
    }

    void serveVisitor(const DayPerson &person)
    {
        m_robot->tap("tabDoor");
        const EntrySeq before = now()->head;
        const auto came = std::chrono::steady_clock::now();
        comes(person);
        if (person.expect == DayOutcome::Left) {
            letGo(person);
            return;
        }
        const Micros acts = actsOf(person);
        if (person.expect == DayOutcome::Gone) {
            workOnHim(person, came + acts);
            return;
        }
        if (feverAtSight(person)) {
            awaitTold(acts + kMeasured);
        }
        typeIdentity(person.identity);
        typeAnswers(person);
        if (saysAlertingYes(person)) {
            awaitTold(kRecorded);
        }
        const bool measured =
            until([&](const Snapshot &s) { return std::chrono::steady_clock::now() - came >= acts && !s.door.assessment.measuring; },
                  acts + kMeasured);
        if (!measured) {
            throw std::runtime_error("was not measured");
        }
        acknowledge();
        showVerdict();
        typeContact(person);
        judgeMask(person);
        decide(person);
        expect(
            [&](const Snapshot &s) {
                return s.door.phase == Phase::Finished && s.door.decided && s.door.receipt && s.door.receipt->seq > before;
            },
            kRecorded, "the entry did not become durable");
        const SnapshotPtr done = now();
        m_report->visit(person, *done->door.decided, *done->door.receipt);
        const std::string shot = done->door.decided->outcome == Outcome::Admitted ? "door-admitted" : "door-refused";
        pictureOnce(shot);
    }

    /// He goes, or is displaced, before a decision, with nothing found: what was done for him must be nobody else's.
    void workOnHim(const DayPerson &person, std::chrono::steady_clock::time_point ready)
    {
        const auto does = [&](DayWork work) { return std::ranges::find(person.done, work) != person.done.end(); };
        expect([&](const Snapshot &s) { return std::chrono::steady_clock::now() >= ready && decidingReading(s.door.evidence) != nullptr; },
               kMeasured, "was not measured");
        if (does(DayWork::Identity)) {
            typeIdentity(person.identity);
        }
        if (does(DayWork::Answers)) {
            typeAnswers(person);
        }
        if (does(DayWork::Contact)) {
            typeContact(person);
        }
        m_report->gone(person);
    }

    /// The camera cannot tell: the guard says what he sees.
    void judgeMask(const DayPerson &person)
    {
        if (person.byHand) {
            m_robot->tap("maskJudged" + std::to_string(static_cast<int>(MaskState::Mask)));
            expect([](const Snapshot &s) { return s.door.evidence.maskByGuard; }, kNoticed, "what the guard saw did not arrive");
        }
    }

    void letGo(const DayPerson &person)
    {
        expect([](const Snapshot &s) { return decidingReading(s.door.evidence) != nullptr; }, actsOf(person) + kMeasured,
               "was not measured");
        if (feverAtSight(person)) {
            awaitTold(kRecorded);
        }
        const SnapshotPtr seen = now();
        if (nextTakesHisPlace(person)) {
            m_displaced = Displaced{&person, seen};
            return;
        }
        m_remote.leave(); // recorded once he has been gone for a while
        expect([&](const Snapshot &s) { return s.today.left > seen->today.left; }, kLeft, "did not end up as left");
        reportLeft(person, *seen);
    }

    void typeIdentity(const IdentityDraft &who)
    {
        const auto type = [&](const char *field, const std::string &text) {
            if (!text.empty()) {
                m_robot->type(field, QString::fromStdString(text));
            }
        };
        type("nameField", who.name);
        if (who.documentType != DocumentType::ResidentId) {
            m_robot->tap("documentTypeButton");
            m_robot->tap("documentType" + std::to_string(static_cast<int>(who.documentType)));
        }
        type("documentField", who.document);
        type("countryField", who.country);
        if (!who.unverifiedReason.empty()) {
            giveReason("unverifiedButton", who.unverifiedReason);
        }
        type("phoneField", who.phone);
        if (!who.phoneNote.empty()) {
            giveReason("noPhoneButton", who.phoneNote);
        }
        type("purposeField", who.purpose);
    }

    void giveReason(const char *button, const std::string &reason)
    {
        m_robot->tap(button);
        m_robot->type("reasonField", QString::fromStdString(reason));
        m_robot->tap("reasonOk");
    }

    void typeAnswers(const DayPerson &person)
    {
        const auto &questions = m_program.config().plan.questions;
        if (person.yesTo.empty()) {
            // Who taps while the layout moves looks and taps again, as at any screen.
            constexpr int kTaps = 3;
            const auto answered = [](const Snapshot &s) { return std::ranges::count(s.door.answers, Answer::NotAsked) == 0; };
            for (int tap = 0; tap < kTaps && (tap == 0 || !until(answered, kNoticed)); ++tap) {
                m_robot->tap("noneButton");
            }
            return;
        }
        for (std::size_t i = 0; i < questions.size(); ++i) {
            const bool yes = std::find(person.yesTo.begin(), person.yesTo.end(), questions[i].id) != person.yesTo.end();
            m_robot->tap((yes ? "yes" : "no") + std::to_string(i));
        }
    }

    void typeContact(const DayPerson &person)
    {
        const auto reasons = now()->door.assessment.reasons;
        if (!person.contact || (!has(reasons, ReasonCode::FeverUncertain) && !has(reasons, ReasonCode::TemperatureMissing))) {
            return;
        }
        m_robot->tap("contactButton");
        pictureOnce("contact-thermometer");
        m_robot->type("contactField", QString::fromStdString(degrees(*person.contact)));
        m_robot->tap("contactOk");
        expect([](const Snapshot &s) { return s.door.evidence.contact.has_value(); }, kMeasured, "the typed temperature did not arrive");
        tellContactFever(person);
    }

    void tellContactFever(const DayPerson &person)
    {
        if (isFever(*person.contact, m_program.config().plan.temperature) && m_program.config().plan.feverAlerts) {
            awaitTold(kRecorded);
        }
    }

    void decide(const DayPerson &person)
    {
        if (person.expect == DayOutcome::Refused) {
            m_robot->tap("refuseButton");
            m_robot->tap("reasonPreset0");
            m_robot->tap("reasonOk");
            return;
        }
        const SnapshotPtr s = now();
        if (s->door.assessment.mayAdmit) {
            m_robot->tap("admitButton");
        } else if (s->door.assessment.mayOverride) {
            giveReason("admitButton", "口罩经人工查看佩戴规范");
        } else {
            throw std::runtime_error("may not be admitted: " + words(s->door.assessment.reasons, Language::English) + " " +
                                     words(s->door.assessment.missing, Language::English));
        }
    }

    void showVerdict()
    {
        const auto verdict = now()->door.assessment.verdict;
        if (verdict) {
            constexpr std::array<const char *, 4> kNames{"door-pass", "door-recheck", "door-no-result", "door-refuse"};
            pictureOnce(kNames[static_cast<std::size_t>(*verdict)]);
        }
    }

    // ---- staff ----------------------------------------------------------------------------------

    void serveStaff(const DayPerson &person)
    {
        m_robot->tap("tabStaff");
        m_robot->type("staffSearch", QString::fromStdString(person.staffNumber));
        m_robot->tap("staff" + person.staffNumber);
        const std::uint64_t before = now()->staff.request;
        m_robot->tap(person.direction == PunchDirection::In ? "clockIn" : "clockOut");
        expect([&](const Snapshot &s) { return s.staff.request > before && s.door.staff.has_value(); }, kNoticed, "nobody is screened");
        const SubjectId stood = now()->door.front; // whoever it is: from now on it is not the one who was screened before
        if (person.arrival != DayArrival::Stays) {
            m_remote.present(person.id);
        }
        expect(
            [&](const Snapshot &s) {
                return s.door.front && s.door.front == s.door.subject && (stood != s.door.front || person.arrival == DayArrival::Stays);
            },
            actsOf(person) + kComes, "nobody was seen");
        if (feverAtSight(person)) {
            awaitTold(actsOf(person) + kMeasured);
        }
        m_robot->tap("tabStaff");
        if (const SnapshotPtr s = now(); s->door.staff && s->door.staff->asksQuestions) {
            typeAnswers(person);
        }
        const bool measured = until([](const Snapshot &s) { return !s.door.assessment.measuring; }, actsOf(person) + kMeasured);
        if (!measured) {
            throw std::runtime_error("was not measured");
        }
        pictureOnce("staff-screening");
        if (person.expect == DayOutcome::Gone) { // the guard sees that it is not the one whose name was tapped
            m_robot->tap("staffCancel");
            expect([](const Snapshot &s) { return !s.door.staff; }, kNoticed, "the clock-in was not given up");
            m_report->gone(person);
            return;
        }
        if (person.expect == DayOutcome::Refused) {
            m_robot->tap("staffRefuse");
            m_robot->tap("reasonPreset0");
            m_robot->tap("reasonOk");
        } else {
            m_robot->tap("staffProve");
            typeStaffContact(person);
        }
        expect([&](const Snapshot &s) { return s.staff.request > before && s.staff.receipt.has_value(); }, 30s, "was not recorded");
        const SnapshotPtr done = now();
        m_report->punch(person, *done->staff.entry, *done->staff.receipt);
        pictureOnce("staff");
    }

    void typeStaffContact(const DayPerson &person)
    {
        const auto borderline = [](const Snapshot &s) {
            return has(s.door.assessment.reasons, ReasonCode::FeverUncertain) ||
                   has(s.door.assessment.reasons, ReasonCode::TemperatureMissing);
        };
        if (person.contact && until([&](const Snapshot &s) { return borderline(s) || s.staff.receipt.has_value(); }, kMeasured) &&
            borderline(*now())) {
            m_robot->tap("staffContactButton");
            pictureOnce("staff-contact");
            m_robot->type("contactField", QString::fromStdString(degrees(*person.contact)));
            m_robot->tap("contactOk");
        }
    }

    // ---- alerts, office -------------------------------------------------------------------------

    /// Whoever is on duty answers at once, and the door goes on behind the small dialog.
    void acknowledge()
    {
        const SnapshotPtr s = now();
        const auto open = std::ranges::find_if(s->alerts, [](const Alert &alert) { return !alert.acknowledgedAt; });
        if (open == s->alerts.end()) {
            return;
        }
        pictureOnce("alert");
        m_robot->type("alertPinField", kPin);
        m_robot->tap("alertAcknowledge");
        expect(
            [id = open->id](const Snapshot &n) {
                const auto alert = std::ranges::find(n.alerts, id, &Alert::id);
                return alert != n.alerts.end() && alert->acknowledgedAt.has_value();
            },
            kRecorded, "the alert was not acknowledged");
        m_robot->tap("alertMinimise");
        m_answered = true;
    }

    /// What is to be done about what was found is done, step by step, and the incident is closed.
    void settleAlerts()
    {
        while (until([](const Snapshot &s) { return !s.alerts.empty(); }, m_answered ? kNoticed : 300ms)) {
            acknowledge();
            if (m_robot->until([&] { return m_robot->sees("alertRestore"); }, kNoticed)) {
                m_robot->tap("alertRestore"); // one of before a restart is open already
            }
            settleFirst();
        }
        m_answered = false;
    }

    void settleFirst()
    {
        const Alert alert = now()->alerts.front();
        const auto settled = [](std::size_t step) {
            return [step](const Snapshot &s) { return s.alerts.front().steps.at(step).doneAt.has_value(); };
        };
        for (std::size_t i = 0; i < alert.steps.size(); ++i) {
            if (alert.steps[i].step.kind == StepKind::HandOver) {
                m_robot->tap("alertHandOver");
                m_robot->type("handOverTo", "区疾控中心 赵医生");
                m_robot->type("handOverVehicle", "鲁H·12345");
                m_robot->tap("handOverOk");
            } else {
                m_robot->tap("alertStep_" + alert.steps[i].step.id);
            }
            expect(settled(i), kRecorded, "a step was not recorded");
        }
        pictureOnce("alert-steps");
        m_robot->tap("alertClose");
        expect([](const Snapshot &s) { return s.alerts.empty(); }, kRecorded, "the incident was not closed");
    }

    void choosePin()
    {
        m_robot->tap("tabOffice");
        picture("office-first-pin");
        // A new PIN is asked for twice, one that was chosen before only once.
        for (int time = 0; time < 2 && !m_robot->until([&] { return m_robot->sees("lockButton"); }, time * 2s); ++time) {
            m_robot->type("pinField", kPin);
            m_robot->tap("pinOk");
        }
        if (!m_robot->until([&] { return m_robot->sees("lockButton"); }, kRecorded)) {
            throw std::runtime_error("the office did not open");
        }
        m_robot->tap("lockButton");
        m_robot->tap("tabDoor");
    }

    void closingTime()
    {
        m_robot->tap("tabOffice");
        picture("office-locked");
        m_robot->type("pinField", kPin);
        m_robot->tap("pinOk");
        if (!m_robot->until([&] { return m_robot->sees("ledgerRow0"); }, kRecorded)) {
            throw std::runtime_error("the office shows no entries");
        }
        picture("office");
        m_robot->tap("ledgerRow0");
        picture("office-entry");
        m_robot->tap("detailClose");
        m_robot->tap("exportButton");
        m_robot->tap("exportXlsx");
        if (!m_robot->until([&] { return m_robot->sees("exportPath"); }, 20s)) {
            throw std::runtime_error("the export did not end");
        }
        picture("office-export");
        m_robot->tap("exportClose");
        m_robot->tap("sectionLedger");
        if (!m_robot->until([&] { return m_robot->sees("headCode"); }, kRecorded)) {
            throw std::runtime_error("the office shows no signed head");
        }
        picture("office-ledger");
        captureAndDestroy();
        m_robot->tap("sectionVisits");
        m_robot->tap("themeButton");
        picture("office-dark");
        m_robot->tap("tabDoor");
        picture("door-waiting-dark");
        m_robot->tap("themeButton");
    }

    /// An officer lets pictures be stored, the guard ends it, and nothing is left of them.
    void captureAndDestroy()
    {
        m_robot->tap("sectionDiagnostics");
        m_robot->tap("captureStart");
        m_robot->type("captureReason", "新灯安装后口罩误判");
        m_robot->tap("captureNext");
        m_robot->type("capturePinField", kPin);
        m_robot->tap("captureOk");
        expect([](const Snapshot &s) { return s.capture.phase == CapturePhase::On && s.capture.pictures > 0; }, kRecorded,
               "no picture was stored");
        picture("office-diagnostics");
        m_robot->tap("tabDoor");
        picture("door-capture");
        m_robot->tap("captureStop");
        expect([](const Snapshot &s) { return s.capture.phase == CapturePhase::Off && !s.capture.kept.empty(); }, kRecorded,
               "the capture did not end");
        m_robot->tap("tabOffice");
        m_robot->tap("destroyAll");
        m_robot->tap("destroyOk");
        expect([](const Snapshot &s) { return s.capture.kept.empty(); }, kRecorded, "the stored pictures were not destroyed");
    }

    // ---- pictures -------------------------------------------------------------------------------

    void pictureOnce(const std::string &name)
    {
        if (m_taken.insert(name).second) {
            picture(name);
        }
    }

    void picture(const std::string &name)
    {
        if (!m_settings.pictures) {
            return;
        }
        for (const auto &[language, suffix] : {std::pair{Language::English, "en"}, std::pair{Language::Chinese, "zh"}}) {
            m_robot->onScreen([&, chosen = language] { m_program.ui().setLanguage(chosen); });
            m_robot->photograph(m_settings.out + "/screens/" + name + "-" + suffix + ".png");
        }
    }

    RehearsalSettings m_settings;
    StationProgram &m_program;
    SimRemote m_remote;
    std::mutex m_mutex;
    SnapshotPtr m_newest;
    UiRobot *m_robot = nullptr; ///< of the robot's thread
    RehearsalReport *m_report = nullptr;
    std::vector<DayPerson> m_people;
    /// Somebody with a finding whose place another one takes before a decision.
    struct Displaced {
        const DayPerson *person = nullptr;
        SnapshotPtr seen;
    };
    std::optional<Displaced> m_displaced;
    bool m_answered = false; ///< somebody was told of, of whoever is served
    std::set<std::string> m_taken;
    std::jthread m_thread;
};

Rehearsal::Rehearsal(RehearsalSettings settings, StationProgram &program) : m_impl(std::make_unique<Impl>(std::move(settings), program)) {}

Rehearsal::~Rehearsal() = default;

SnapshotSink Rehearsal::snapshotSink()
{
    return [impl = m_impl.get()](SnapshotPtr snapshot) { impl->see(std::move(snapshot)); };
}

void Rehearsal::start() { m_impl->start(); }

void Rehearsal::stop() { m_impl->stop(); }

} // namespace menshen

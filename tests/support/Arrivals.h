// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Overloaded.h"
#include "tests/support/People.h"

#include <cmath>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

namespace menshen::test {

/// A model of arrivals with known truth: who stands where, his temperature, mask and papers; who joins, leaves, takes another's
/// place; what the guard and staff tap, in any order; what the devices lose. It makes events; what the station does with them is
/// held against what was true. Times are those of a camera of 15 pictures a second and a thermometer of 10 samples.
///
/// The guard is truthful about what he sees (whose form it is, who a member of staff is, what his thermometer shows), and late by
/// a human's time; nobody else is.
class Arrivals {
public:
    struct Person {
        int id = 0;
        bool staff = false;
        double skin = 35.2;    ///< raw, as the sensor sees him
        double contact = 36.4; ///< as the guard's thermometer shows it; no two persons' are equal
        MaskState mask = MaskState::Mask;
        bool found = true; ///< the camera finds his face
        double x = 220, y = 120, height = 200;
        FaceLook look;
        bool yes = false; ///< has a symptom

        [[nodiscard]] bool feverish() const { return skin >= 36.5; }
        [[nodiscard]] IdentityDraft papers() const
        {
            IdentityDraft draft;
            draft.name = "P" + std::to_string(id);
            draft.document = "11010519491231002X";
            draft.phone = "13800138000";
            return draft;
        }
    };

    /// What was true at a moment.
    struct Moment {
        MonoTime at;
        int front = 0;  ///< who stands there alone; 0: nobody, or more than one
        int sensed = 0; ///< whom the thermometer sees
    };

    struct Figures {
        long sequences = 0, entries = 0, admitted = 0, findings = 0, punches = 0;
        long swaps = 0, swapsAlike = 0; ///< alike: same uniform, same place
        long unseen = 0;                ///< of these: told apart by no picture
        long mixed = 0;                 ///< entries of two persons whom nothing told apart
        std::vector<std::string> violations;
    };

    static constexpr Micros kReadingTakes = 1500ms; ///< two that share no sample, and the pictures around them

    explicit Arrivals(std::uint32_t seed, Figures &figures) : m_random(seed), m_figures(figures) {}

    /// One sequence against `door`, which takes events and answers with effects and its state.
    template <typename Door>
    void play(Door &door)
    {
        ++m_figures.sequences;
        const int acts = 3 + pick(8);
        for (int i = 0; i < acts; ++i) {
            act(door);
        }
        clear(door); // whatever is left is recorded
        stand(door, 12s);
        check(door);
    }

private:
    int pick(int n) { return static_cast<int>(m_random() % static_cast<unsigned>(n)); }
    bool chance(double p) { return std::uniform_real_distribution<double>(0, 1)(m_random) < p; }
    double normal(double sigma) { return std::normal_distribution<double>(0, sigma)(m_random); }
    Micros upTo(Micros most)
    {
        return Micros{
            static_cast<std::int64_t>(std::uniform_real_distribution<double>(0, 1)(m_random) * static_cast<double>(most.count()))};
    }

    Person somebody(const Person *inPlaceOf = nullptr)
    {
        Person person;
        person.id = ++m_people;
        person.staff = chance(0.15);
        person.skin = chance(0.2) ? 36.7 + 0.1 * pick(20) : chance(0.1) ? 36.0 : 35.2 + normal(0.3);
        person.skin = std::clamp(person.skin, 34.2, 39.5);
        if (person.skin > 35.8 && person.skin < 36.5 && chance(0.7)) {
            person.skin = 35.3;
        }
        person.contact = (person.feverish() ? 37.6 : 36.1) + 0.001 * (person.id % 600);
        person.mask = chance(0.85) ? MaskState::Mask : chance(0.5) ? MaskState::NoMask : MaskState::Incorrect;
        person.found = !chance(0.03);
        person.yes = chance(0.05);
        person.height = std::clamp(200 + normal(18), 120.0, 260.0); // children are smaller
        if (chance(0.08)) {
            person.height = 130;
        }
        if (inPlaceOf != nullptr && chance(0.24)) { // the same uniform at the same place; people are of different height
            m_alike = true;
            person.x = inPlaceOf->x + normal(8);
            person.y = inPlaceOf->y + normal(45);
            person.height = inPlaceOf->height * (1 + normal(0.06));
            person.look = lookLike(1);
        } else {
            m_alike = false;
            person.x = 60.0 + pick(330);
            person.y = 100.0 + pick(60);
            person.look = lookLike(1 + pick(8));
        }
        return person;
    }

    /// Hair is mostly black and masks are mostly blue; skin, hair and mask of two people in one uniform are alike often enough.
    FaceLook lookLike(int uniform)
    {
        FaceLook look;
        const int hair = chance(0.8) ? 0 : 1 + pick(3), skin = pick(3), mask = chance(0.6) ? 0 : 1 + pick(4);
        look.share[0][static_cast<std::size_t>(8 + hair)] = 250;
        look.share[1][static_cast<std::size_t>(skin)] = 130;
        look.share[1][static_cast<std::size_t>(3 + mask)] += 120;
        look.share[2][static_cast<std::size_t>(uniform % 12)] = 250;
        return look;
    }

    FaceLook shimmer(FaceLook look)
    {
        for (auto &zone : look.share) {
            for (auto &share : zone) {
                if (share > 0) {
                    share = static_cast<std::uint8_t>(std::clamp(share + static_cast<int>(normal(6)), 1, 255));
                } else if (chance(0.1)) {
                    share = static_cast<std::uint8_t>(pick(8));
                }
            }
        }
        return look;
    }

    // ---- what the devices see ------------------------------------------------------------------------------------------

    const Person *frontPerson() const { return m_here.size() == 1 ? &m_here.front() : nullptr; }

    Face faceFor(const Person &person)
    {
        Face face = faceOf(chance(0.03) ? MaskState::Unsure : person.mask, person.height * (1 + normal(0.01)));
        face.box.x = person.x + 4 * std::sin(std::chrono::duration<double>(m_now.time_since_epoch()).count()) + normal(1.5);
        face.box.y = person.y + normal(1.5);
        face.look = shimmer(person.look);
        return face;
    }

    /// The nearest face is before the sensor.
    const Person *sensedPerson() const
    {
        const Person *nearest = nullptr;
        for (const Person &person : m_here) {
            nearest = nearest == nullptr || person.height > nearest->height ? &person : nearest;
        }
        return nearest;
    }

    template <typename Door>
    void stand(Door &door, Micros lasts)
    {
        const MonoTime until = m_now + lasts;
        while (m_now < until) {
            const MonoTime next = std::min({until, m_nextPicture, m_nextSample});
            m_now = std::max(next, m_now);
            tick(door);
            if (m_now >= m_nextPicture) {
                m_nextPicture = m_now + 50ms + upTo(30ms) + (chance(0.02) ? 150ms : 0ms);
                std::vector<Face> faces;
                for (const Person &person : m_here) {
                    if (person.found && !chance(0.02)) {
                        faces.push_back(faceFor(person));
                    }
                }
                if (m_camera) {
                    note();
                    send(door, FacesSeen{m_now, {640, 480}, std::move(faces)});
                    own(door);
                }
            }
            if (m_now >= m_nextSample) {
                m_nextSample = m_now + 100ms;
                const Person *person = sensedPerson();
                const double shown = person != nullptr ? person->skin + normal(0.04) : m_wall + normal(0.1);
                if (m_thermometer) {
                    note();
                    send(door, ThermometerSample{m_now, Celsius{std::round(shown * 10) / 10}, Celsius{23}, {}});
                }
            }
        }
    }

    void note()
    {
        const int front = frontPerson() != nullptr ? frontPerson()->id : 0;
        if (front != m_lastFront) {
            m_lastFront = front;
            m_frontSince = m_now;
        }
        m_truth.push_back({m_now, frontPerson() != nullptr ? frontPerson()->id : 0, sensedPerson() != nullptr ? sensedPerson()->id : 0});
    }

    template <typename Door>
    void tick(Door &door)
    {
        send(door, Tick{m_now, WallTime{std::chrono::sys_days{kToday}} + m_now.time_since_epoch(), kToday});
    }

    template <typename Door>
    void send(Door &door, const ScreeningEvent &event)
    {
        door.send(event);
        settle(door);
    }

    /// The ledger answers what the door hands out, mostly at once, sometimes with an error.
    /// The ledger answers what the door hands out, mostly at once, sometimes with an error. A door with a ledger of its own has
    /// answered itself; what it recorded is only noted.
    template <typename Door>
    void settle(Door &door)
    {
        for (const ScreeningEffect &effect : door.takeEffects()) {
            if constexpr (Door::kHasLedger) {
                std::visit(Overloaded{[&](const RecordVisit &e) { note(e); }, [&](const RecordPunch &e) { note(e); },
                                      [&](const RaiseFinding &) { ++m_figures.findings; }, [](const OpenGate &) {}},
                           effect);
            } else {
                std::visit(Overloaded{[&](const RecordVisit &e) { answer(door, e); }, [&](const RecordPunch &e) { answer(door, e); },
                                      [&](const RaiseFinding &e) {
                                          ++m_figures.findings;
                                          const bool taken = !chance(0.03);
                                          send(door, FindingDurable{EntrySeq{taken ? ++m_seq : 0}, e.subject});
                                      },
                                      [](const OpenGate &) {}},
                           effect);
            }
        }
    }

    template <typename Door, typename Effect>
    void answer(Door &door, const Effect &effect)
    {
        if (chance(0.03)) {
            send(door, VisitNotDurable{{ErrorCode::Storage, "model"}, effect.subject});
            send(door, LedgerUp{true});
            return;
        }
        const EntrySeq alert{effect.found ? ++m_seq : 0};
        note(effect);
        send(door, VisitDurable{{EntrySeq{++m_seq}, {}, {}}, effect.subject, alert});
    }

    /// An entry was made.
    template <typename Effect>
    void note(const Effect &effect)
    {
        m_figures.punches += std::is_same_v<Effect, RecordPunch>;
        m_entries.push_back({effect.subject, effect.entry.evidence, {}, {}, {}, false, false});
        Made &made = m_entries.back();
        fill(made, effect);
        const Person *front = frontPerson();
        if (made.admitted && comesIn(effect.entry) && !made.evidence.contact && front != nullptr && front->feverish() && m_camera &&
            m_thermometer && m_now - m_frontSince >= kReadingTakes && ownsSubject(effect.subject, *front)) {
            m_figures.violations.push_back("a fever was let in on somebody else's temperature, sequence " +
                                           std::to_string(m_figures.sequences));
        }
    }

    // ---- what the entries hold, and whose it was -----------------------------------------------------------------------

    struct Made {
        SubjectId subject;
        Evidence evidence;
        std::string name;   ///< typed
        std::string number; ///< of staff, proved
        std::vector<Answer> answers;
        bool admitted = false, vouched = false;
    };

    static void fill(Made &made, const RecordVisit &effect)
    {
        made.name = effect.entry.identity.name;
        made.admitted = effect.entry.outcome == Outcome::Admitted;
        made.vouched = effect.entry.vouchedSame;
        for (const auto &[id, answer] : effect.entry.answers) {
            made.answers.push_back(answer);
        }
    }
    static void fill(Made &made, const RecordPunch &effect)
    {
        made.number = effect.entry.proof ? effect.entry.number : std::string();
        made.admitted = effect.entry.outcome == Outcome::Admitted;
        for (const auto &[id, answer] : effect.entry.answers) {
            made.answers.push_back(answer);
        }
    }

    /// After a picture: whom the door takes for whom.
    template <typename Door>
    void own(Door &door)
    {
        const ScreeningState &state = door.state();
        const Person *front = frontPerson();
        if (!state.front || front == nullptr || !front->found) {
            return;
        }
        auto &owners = m_owners[state.front.value];
        if (!owners.empty() && !owners.contains(front->id)) {
            ++m_figures.unseen;
            m_mixed.insert(state.front.value);
        }
        owners.insert(front->id);
    }

    void violate(const Made &made, const std::string &what)
    {
        if (m_mixed.contains(made.subject.value)) {
            return; // nothing but who they are could tell them apart: counted as `unseen`
        }
        m_figures.violations.push_back(what + " (subject " + std::to_string(made.subject.value) + ", sequence " +
                                       std::to_string(m_figures.sequences) + ")");
    }

    static bool comesIn(const VisitEntry &) { return true; }
    static bool comesIn(const StaffPunchEntry &punch) { return punch.direction == PunchDirection::In; }

    bool ownsSubject(SubjectId subject, const Person &person) const
    {
        const auto owners = m_owners.find(subject.value);
        return owners != m_owners.end() && owners->second.contains(person.id);
    }

    /// Whom a subject was; 0: nobody was ever seen, it was dealt with by hand.
    int ownerOf(SubjectId subject) const
    {
        const auto owners = m_owners.find(subject.value);
        return owners == m_owners.end() || owners->second.empty() ? 0 : *owners->second.begin();
    }

    void checkReading(const Made &made, int owner, const TemperatureReading &reading)
    {
        for (const Moment &moment : m_truth) {
            if (moment.at >= reading.from && moment.at <= reading.at && moment.sensed != owner) {
                violate(made, "a reading of P" + std::to_string(moment.sensed) + " in an entry of P" + std::to_string(owner));
                return;
            }
        }
        if (!m_used.insert({reading.instrument, reading.at}).second) {
            violate(made, "one reading in two entries");
        }
    }

    /// Of an entry that names nobody: whom its reading was taken of.
    int sensedIn(const Evidence &evidence) const
    {
        const TemperatureReading *reading = evidence.infrared           ? &*evidence.infrared
                                            : !evidence.earlier.empty() ? &evidence.earlier.front()
                                                                        : nullptr;
        for (const Moment &moment : m_truth) {
            if (reading != nullptr && moment.at >= reading->from) {
                return moment.sensed;
            }
        }
        return 0;
    }

    template <typename Door>
    void check(Door &)
    {
        for (const Made &made : m_entries) {
            ++m_figures.entries;
            m_figures.admitted += made.admitted;
            m_figures.mixed += m_mixed.contains(made.subject.value);
            const int seen = ownerOf(made.subject);
            const int typed = made.name.empty() ? 0 : std::stoi(made.name.substr(1));
            const int named = !made.number.empty() ? std::stoi(made.number) : typed;
            const int byHand = m_byHand.contains(made.subject.value) ? m_byHand.at(made.subject.value) : named;
            const int owner = seen != 0 ? seen : byHand != 0 ? byHand : sensedIn(made.evidence);
            if (typed != 0 && typed != owner) {
                violate(made, "the form of P" + std::to_string(typed) + " in an entry of P" + std::to_string(owner));
            }
            if (!made.number.empty() && named != owner) {
                violate(made, "the punch of P" + std::to_string(named) + " measured of P" + std::to_string(owner));
            }
            if (made.evidence.infrared) {
                checkReading(made, owner, *made.evidence.infrared);
            }
            for (const TemperatureReading &reading : made.evidence.earlier) {
                checkReading(made, owner, reading);
            }
            if (made.evidence.contact && (seen != 0 || byHand != 0)) {
                const int whose = static_cast<int>(std::lround(made.evidence.contact->body->value.degrees * 1000)) % 100;
                if (whose != owner % 100) {
                    violate(made, "a contact value of P…" + std::to_string(whose) + " in an entry of P" + std::to_string(owner));
                }
            }
            for (std::size_t q = 0; q < made.answers.size(); ++q) {
                if (made.answers[q] != Answer::NotAsked && !m_asked[made.subject.value].empty() &&
                    !m_asked[made.subject.value].contains(owner)) {
                    violate(made, "answers of somebody else");
                }
            }
        }
    }

    // ---- what people do ------------------------------------------------------------------------------------------------

    template <typename Door>
    void act(Door &door)
    {
        switch (pick(16)) {
        case 0:
        case 1:
            arrive(door);
            break;
        case 2:
        case 3:
        case 4:
        case 5:
            swap(door);
            break;
        case 6:
            join(door);
            break;
        case 7:
            clear(door);
            stand(door, upTo(4s));
            break;
        case 8:
        case 9:
            staffTaps(door);
            break;
        case 10:
            fault(door);
            break;
        case 11:
            stepsAside(door);
            break;
        default:
            if (m_here.empty()) {
                arrive(door);
            }
            break;
        }
        guard(door);
    }

    template <typename Door>
    void leaves(Door &door)
    {
        if (!m_camera && !m_here.empty()) {
            send(door, DoorCleared{}); // without a camera only the guard sees somebody go
        }
        m_here.clear();
    }

    template <typename Door>
    void clear(Door &door)
    {
        leaves(door);
        stand(door, 1200ms);
    }

    template <typename Door>
    void arrive(Door &door)
    {
        if (m_here.empty()) {
            m_here.push_back(somebody());
        }
        stand(door, 200ms + upTo(2s));
    }

    /// One in another's place, 0 to 3 s later; a twentieth of them from one picture to the next.
    template <typename Door>
    void swap(Door &door)
    {
        if (m_here.empty()) {
            arrive(door);
        }
        const Person before = m_here.front();
        leaves(door);
        if (!chance(0.05)) {
            stand(door, upTo(3s));
        }
        m_here.push_back(somebody(&before));
        ++m_figures.swaps;
        m_figures.swapsAlike += m_alike;
        stand(door, 100ms + upTo(2s));
    }

    /// A second one beside the first; then one of them goes, with no moment without a face.
    template <typename Door>
    void join(Door &door)
    {
        if (m_here.empty()) {
            arrive(door);
        }
        if (!m_camera || !m_here.front().found) {
            return; // the guard lets nobody stand beside while he is the only eye
        }
        Person second = somebody();
        second.found = true; // one whom the camera does not see and the sensor does is the guard's to keep away
        second.x = m_here.front().x > 200 ? m_here.front().x - 180 : m_here.front().x + 180;
        m_here.push_back(second);
        stand(door, upTo(1500ms));
        m_here.erase(m_here.begin() + (chance(0.7) ? 0 : 1));
        stand(door, 100ms + upTo(1500ms));
    }

    template <typename Door>
    void stepsAside(Door &door)
    {
        if (m_here.empty() || !m_camera) {
            return;
        }
        const Person person = m_here.front();
        m_here.clear();
        stand(door, upTo(3s));
        m_here.push_back(person);
        stand(door, 200ms + upTo(2s));
    }

    template <typename Door>
    void fault(Door &door)
    {
        if (chance(0.5) || !m_camera) {
            m_camera = !m_camera;
            send(door, CameraUp{m_camera});
        }
        if (chance(0.5)) {
            m_thermometer = !m_thermometer;
            send(door, ThermometerUp{m_thermometer});
        }
        stand(door, upTo(1500ms));
    }

    template <typename Door>
    void staffTaps(Door &door)
    {
        Person person = somebody(m_here.empty() ? nullptr : &m_here.front());
        person.staff = true;
        person.found = true;
        send(door, PunchAsked{{std::to_string(person.id), "S" + std::to_string(person.id), "hall"},
                              chance(0.7) ? PunchDirection::In : PunchDirection::Out,
                              chance(0.3),
                              static_cast<std::uint64_t>(person.id)});
        stand(door, upTo(1s));
        if (chance(0.85)) {
            leaves(door);
            m_here.push_back(person);
            stand(door, 400ms + upTo(1500ms));
        }
    }

    /// What the guard does, having looked for a third of a second.
    template <typename Door>
    void guard(Door &door)
    {
        const int things = 1 + pick(6);
        for (int i = 0; i < things; ++i) {
            stand(door, 350ms + upTo(700ms));
            const ScreeningState &state = door.state();
            const Person *front = frontPerson();
            const SubjectId subject = state.subject;
            if (const KeptAside *kept = askedAbout(state); kept != nullptr && chance(0.6)) {
                const int whose = ownerOf(kept->subject) != 0 ? ownerOf(kept->subject) : m_byHand[kept->subject.value];
                if (front != nullptr && whose == front->id) {
                    send(door, SamePerson{kept->subject});
                    m_asked[subject.value].insert(whose);
                    if (door.state().byHand) {
                        m_byHand.try_emplace(door.state().subject.value, whose);
                    }
                } else {
                    send(door, AnotherPerson{kept->subject});
                }
                continue;
            }
            if (front == nullptr) {
                continue;
            }
            if (state.phase == Phase::Waiting || state.phase == Phase::Finished) {
                if (!front->found || !m_camera) {
                    send(door, StartByHand{});
                    m_byHand[door.state().subject.value] = front->id;
                }
                continue;
            }
            if (!m_camera || !front->found || state.byHand ||
                !state.front) { // where the camera cannot tell, the guard sees whose form it is
                const int whose = ownerOf(subject) != 0 ? ownerOf(subject) : m_byHand.try_emplace(subject.value, front->id).first->second;
                if (whose != front->id) {
                    send(door, DoorCleared{});
                    continue;
                }
            }
            deal(door, *front, subject);
        }
    }

    template <typename Door>
    void deal(Door &door, const Person &front, SubjectId subject)
    {
        const ScreeningState &state = door.state();
        switch (pick(9)) {
        case 0:
        case 1:
            if (!state.staff) {
                send(door, IdentityEdited{front.papers(), subject});
            }
            break;
        case 2:
        case 3:
            m_asked[subject.value].insert(front.id);
            send(door, AnswerGiven{0, front.yes ? Answer::Yes : Answer::No, subject});
            break;
        case 4:
            if (state.assessment.verdict == Verdict::Recheck || state.assessment.verdict == Verdict::NoResult || chance(0.2)) {
                send(door, ContactTemperatureTyped{Celsius{front.contact}, subject});
            }
            break;
        case 5:
            if (state.staff && state.staff->member.number == std::to_string(front.id)) {
                send(door, StaffProved{subject});
            } else if (state.staff && chance(0.5)) {
                send(door, PunchCancelled{});
            }
            break;
        case 6:
        case 7:
            send(door, GuardAdmits{chance(0.5) ? "looked" : "", subject});
            break;
        default:
            if (chance(0.3)) {
                send(door, MeasureAgain{});
            } else if (!state.staff || state.staff->member.number == std::to_string(front.id)) {
                send(door, GuardRefuses{"model", subject});
            }
            break;
        }
    }

    std::mt19937 m_random;
    Figures &m_figures;
    MonoTime m_now{100s};
    MonoTime m_nextPicture{100s}, m_nextSample{100s};
    std::vector<Person> m_here;
    double m_wall = 23;
    int m_lastFront = 0;
    MonoTime m_frontSince{100s};
    bool m_camera = true, m_thermometer = true, m_alike = false;
    int m_people = 0;
    std::int64_t m_seq = 0;
    std::vector<Moment> m_truth;
    std::map<std::uint64_t, std::set<int>> m_owners; ///< subject → whom it was
    std::map<std::uint64_t, int> m_byHand;           ///< subject that no camera saw → whom the guard saw
    std::set<std::uint64_t> m_mixed;
    std::map<std::uint64_t, std::set<int>> m_asked; ///< subject → who was asked
    std::vector<Made> m_entries;
    std::set<std::pair<Instrument, MonoTime>> m_used;
};

} // namespace menshen::test

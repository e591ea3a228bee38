#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The people of tools/arrivals, with known truth, and what the ledger must hold of them.

write FOLDER SEQUENCES SEED PLAN   FOLDER/day.toml, truth.json and plan.toml
check FOLDER                       FOLDER/lines.txt and ledger*.csv against truth.json
"""

import csv
import json
import pathlib
import random
import re
import sys

OFFSET = 1.15  # of the default calibration: from a forehead to the body, °C
DIGIT = 0.15  # an instrument's last digit and the mean of a window
APART = 0.3  # of two who follow each other, °C: nobody's reading passes for the other's
HEALTHY, DOUBTFUL, FEVER = (34.1, 35.7), (36.0, 36.3), (36.7, 38.2)
PLACES = (0.38, 0.5, 0.62)
STAFF = {
    "1001": "王建国",
    "1002": "李秀英",
    "2001": "张敏",
    "2002": "刘洋",
    "3001": "陈桂兰",
    "4001": "赵铁柱",
    "5001": "孙志强",
    "5002": "周海涛",
}
REGIONS = ("440524", "310101", "430981", "430902", "370406", "370881", "110105")
SURNAMES = "冯蒋沈韩杨朱秦许何吕施孔曹严金魏陶姜戚谢邹喻柏窦章云苏潘葛范"
FIRST, SECOND = "文志晓春海玉国明丽建秀永家立新小大红", "华强平兰英军芳敏涛静勇杰娟霞辉斌梅玲"
DISTINCT = 0.2  # of contact temperatures that follow each other
# Of visitors, in so many parts.
KINDS = {"healthy": 50, "contact_fine": 8, "contact_fever": 5, "recheck": 4, "fever": 17, "unmasked": 8, "yes": 8}
STAFF_KINDS = {"healthy": 60, "contact_fine": 8, "recheck": 5, "fever": 17, "unmasked": 10}


def checked(seventeen):
    """The eighteenth character of an identity card's number (GB 11643)."""
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    return seventeen + "10X98765432"[sum(int(digit) * weight for digit, weight in zip(seventeen, weights)) % 11]


class Day:
    """People in the order of their coming; of each what the devices see, what the guard does, and what must become of him."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        names = [a + b + c for a in SURNAMES for b in FIRST for c in SECOND]
        self.random.shuffle(names)
        self.names = [name for name in names if name not in STAFF.values()]
        self.people = []
        self.inside = set()
        self.swaps = self.same = self.joins = 0

    # ---- one person

    def pick(self, parts):
        """One of them, by its share."""
        return self.random.choices(list(parts), list(parts.values()))[0]

    def skin(self, band):
        """A forehead that no neighbour has."""
        low, high = (round(10 * end) for end in band)
        near = [person["forehead"] for person in self.people[-3:] if "forehead" in person]
        free = [tenth / 10 for tenth in range(low, high + 1) if all(abs(tenth / 10 - other) >= APART - 1e-6 for other in near)]
        return self.random.choice(free) if free else None

    def contact(self, low, high):
        """What a contact thermometer shows of him, and of no neighbour."""
        near = [person["contact"] for person in self.people[-3:] if "contact" in person]
        tenths = [tenth / 10 for tenth in range(round(10 * low), round(10 * high) + 1)]
        return self.random.choice([each for each in tenths if all(abs(each - other) >= DISTINCT - 1e-6 for other in near)])

    def look(self, **more):
        """Somebody who is not the one before."""
        before = self.people[-1]["look"]["variant"] if self.people else 0
        variant = self.random.choice([number for number in range(1, 51) if number != before])
        return {"face": "mask", "variant": variant, "x": self.random.choice(PLACES), **more}

    def measured(self, kind):
        """Temperature, mask, and whether the leading group is told."""
        band = {"contact_fine": DOUBTFUL, "contact_fever": DOUBTFUL, "recheck": DOUBTFUL, "fever": FEVER}.get(kind, HEALTHY)
        skin = self.skin(band)
        if skin is None:  # three doubtful ones in a row do not fit into so narrow a band
            kind, skin = "healthy", self.skin(HEALTHY)
        person = {"kind": kind, "forehead": skin, "told": kind in ("fever", "recheck", "contact_fever"), "look": self.look()}
        if kind == "contact_fine":
            person["contact"] = self.contact(36.2, 36.9)
        elif kind == "contact_fever":
            person["contact"] = self.contact(37.4, 38.4)
        elif kind == "unmasked":
            person["look"]["face"] = "no_mask"
        return person

    def visitor(self, kind=None):
        """With papers of his own."""
        person = self.measured(kind or self.pick(KINDS))
        number = len(self.people)
        birth = f"{self.random.randint(1850, 1899)}{self.random.randint(1, 12):02}{self.random.randint(1, 28):02}"
        person |= {
            "name": self.names.pop(),
            "document": checked(self.random.choice(REGIONS) + birth + f"{number % 1000:03}"),
            "phone": f"138{number % 100000000:08}",
            "purpose": f"事由{number:05}",
            "expect": "admitted" if person["kind"] in ("healthy", "contact_fine") else "refused",
        }
        if person["kind"] == "yes":
            person["yes_to"] = self.random.choice(("cough", "cold", "returned"))
            person["told"] = person["yes_to"] != "returned"
        return person

    def staff(self, kind=None):
        """Somebody of the embedded station's staff, in or out."""
        person = self.measured(kind or self.pick(STAFF_KINDS))
        before = {other.get("staff") for other in self.people[-3:]}
        number = self.random.choice([each for each in STAFF if each not in before])
        direction = "out" if number in self.inside else "in"
        fine = person["kind"] in ("healthy", "contact_fine")
        if direction == "out" and person["kind"] != "healthy":  # whoever goes home has gone off duty, whatever was measured
            return self.staff("healthy")
        if fine:
            (self.inside.discard if direction == "out" else self.inside.add)(number)
        return person | {"name": STAFF[number], "staff": number, "direction": direction, "expect": direction if fine else "refused"}

    def veiled(self):
        """The camera finds no face; the guard measures."""
        person = self.visitor("healthy")
        del person["forehead"]
        person["look"] |= {"face": "veiled", "x": 0.5}
        fine = self.random.random() < 0.7
        person["contact"] = self.contact(36.2, 36.9) if fine else self.contact(37.4, 38.4)
        if not fine:
            person |= {"kind": "contact_fever", "told": True, "expect": "refused"}
        return person | {"by_hand": True}

    def add(self, person):
        """He comes next."""
        person["id"] = f"p{len(self.people) + 1:04}"
        self.people.append(person)
        return person

    # ---- how they come

    def undecided(self):
        """Somebody who is there, with something done for him, when another one comes."""
        person = self.visitor(self.pick({"healthy": 6, "contact_fine": 2, "fever": 2}))
        if person["kind"] == "fever":
            return person | {"expect": "left"}
        done = self.random.choice((("identity",), ("answers",), ("identity", "answers"), ()))
        if person["kind"] == "contact_fine":
            done = (*done, "contact")
        return person | {"expect": "gone", "told": False, "done": " ".join(done)}

    @staticmethod
    def is_kept(person):
        """Whether the door asks the next one whose it is."""
        return person["expect"] == "left" or bool(person.get("done"))

    def anybody(self):
        """Who is decided on."""
        return self.staff() if self.random.random() < 0.15 else self.visitor()

    def swapped(self, person, same):
        """`person` in the place of whoever came last; `same`: in his uniform and at his place too."""
        before = self.people[-1]
        self.swaps += 1
        kept = self.is_kept(before)
        gap = 0 if self.random.random() < 0.05 else self.random.randint(0, 3000)
        if same:
            self.same += 1
            person["look"] |= {key: before["look"][key] for key in ("x", "uniform")}
            if kept or "staff" in person:  # sooner nobody can tell them apart, and the door does not ask
                gap = max(gap, 600)
        else:
            person["look"]["x"] = self.random.choice([place for place in PLACES if abs(place - before["look"]["x"]) > 0.1])
        person |= {"arrival": "swap", "gap_ms": gap}
        if kept:
            person["asked"] = "next"
        return self.add(person)

    def come_alone(self):
        """One person."""
        chance = self.random.random()
        if chance < 0.05:
            self.add(self.veiled())
        elif chance < 0.1:
            self.add(self.visitor("fever") | {"expect": "left"})
        else:
            self.add(self.anybody())

    def come_in_each_others_place(self):
        """Two or three; a third of them look the same but for their faces."""
        same = self.same <= 0.3 * self.swaps
        first = self.undecided() if self.random.random() < 0.6 else self.anybody()
        if same:
            first["look"]["uniform"] = self.random.randint(1, 6)
        self.add(first)
        second = self.visitor() if self.is_kept(first) else self.anybody()
        if same:
            second["look"]["uniform"] = first["look"]["uniform"]
        self.swapped(second, same)
        if self.random.random() < 0.3:
            self.swapped(self.anybody(), False)

    def come_back(self):
        """Somebody steps aside, and comes back to his form."""
        first = self.visitor(self.random.choice(("healthy", "contact_fine")))
        contact = " contact" if "contact" in first else ""
        again = dict(first)
        self.add(first | {"expect": "gone", "told": False, "done": "identity answers" + contact})
        self.swaps += 1
        self.add(again | {"arrival": "swap", "gap_ms": self.random.randint(800, 3000), "asked": "same"})

    def come_side_by_side(self):
        """One beside the other, who leaves."""
        self.joins += 1
        left = self.random.random() < 0.5
        first = self.undecided() if self.random.random() < 0.6 else self.visitor()
        first["look"] |= {"x": 0.3 if left else 0.7, "height": 0.38}
        self.add(first)
        second = self.visitor()
        second["look"] |= {"x": 0.7 if left else 0.3, "height": 0.38}
        second |= {"arrival": "joins", "beside_ms": self.random.randint(800, 3000)}
        if self.is_kept(first):
            second["asked"] = "next"
        self.add(second)

    def come_as_staff_in_the_middle(self):
        """A visitor's form is half typed when a member of staff is dealt with; then it goes on."""
        visitor = self.visitor("healthy")
        again = dict(visitor)
        self.add(visitor | {"expect": "gone", "told": False, "done": self.random.choice(("identity", "identity answers"))})
        if self.random.random() < 0.5:  # his name is tapped, and he does not come
            number = self.random.choice(list(STAFF))
            self.add({"kind": "healthy", "name": STAFF[number], "staff": number, "direction": "in", "expect": "gone", "told": False,
                      "look": visitor["look"], "arrival": "stays", "forehead": visitor["forehead"]})
            self.add(again | {"arrival": "stays", "asked": "same"})
            return
        member = self.staff()
        self.swaps += 1
        member["look"]["x"] = self.random.choice([place for place in PLACES if abs(place - visitor["look"]["x"]) > 0.1])
        self.add(member | {"arrival": "swap", "gap_ms": self.random.randint(0, 3000)})
        self.swaps += 1
        self.add(again | {"arrival": "swap", "gap_ms": self.random.randint(800, 3000), "asked": "same"})

    def fill(self, sequences):
        """So many of them."""
        ways = {
            self.come_alone: 22,
            self.come_in_each_others_place: 50,
            self.come_back: 7,
            self.come_side_by_side: 12,
            self.come_as_staff_in_the_middle: 9,
        }
        for number in range(sequences):
            before = len(self.people)
            self.pick(ways)()
            for person in self.people[before:]:
                person["sequence"] = number


# ---- files


def in_toml(value):
    """As TOML has it."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {in_toml(each)}" for key, each in value.items()) + " }"
    return json.dumps(value, ensure_ascii=False)


def person_in_toml(person):
    """One [[person]]."""
    keys = ("id", "name", "direction", "document", "phone", "purpose", "yes_to", "forehead", "contact", "arrival", "gap_ms", "beside_ms",
            "done", "asked", "by_hand", "told", "expect", "look")
    lines = [f"{key} = {in_toml(person[key])}" for key in keys if person.get(key) not in (None, "")]
    if "staff" in person:
        lines += ['kind = "staff"', f"staff_number = {in_toml(person['staff'])}"]
    return "\n".join(["[[person]]", *lines, ""])


def plan_without_a_cap(text):
    """No cap on the people inside, and of an incident's steps the first alone."""
    text = re.sub(r"(?m)^capacity = \d+", "capacity = 0", text)
    head, first, *_ = re.split(r"(?m)^(?=\[\[alert\.step\]\])", text)
    rest = text[text.index("\n[notice]"):]
    return head + first.rstrip() + "\n" + rest


def write(folder, sequences, seed, plan):
    """What tools/arrivals plays."""
    day = Day(seed)
    day.fill(sequences)
    folder = pathlib.Path(folder)
    people = "\n".join(map(person_in_toml, day.people))
    (folder / "day.toml").write_text(f'# Written by tools/arrivals, seed {seed}.\nname = "arrivals"\nambient = 23.0\n\n{people}', "utf-8")
    truth = {"sequences": sequences, "seed": seed, "swaps": day.swaps, "same": day.same, "joins": day.joins, "people": day.people}
    (folder / "truth.json").write_text(json.dumps(truth, ensure_ascii=False, indent=1), "utf-8")
    (folder / "plan.toml").write_text(plan_without_a_cap(pathlib.Path(plan).read_text("utf-8")), "utf-8")


# ---- what the ledger holds


class Looked:
    """Rows against the truth."""

    def __init__(self, truth):
        self.people = truth["people"]
        self.wrong = []
        self.rows = 0

    def is_own(self, person, shown, instrument):
        """Whether a temperature is this person's."""
        if instrument == "contact":
            return "contact" in person and abs(shown - person["contact"]) < 0.05
        return "forehead" in person and abs(shown - OFFSET - person["forehead"]) <= DIGIT

    def say(self, row, what):
        """A violation."""
        self.wrong.append(f"entry {row['Entry']}: {what}")

    def visits(self, rows):
        """Every visit is somebody's who ended so, with his own temperature and form."""
        due = [person for person in self.people if "staff" not in person and person["expect"] != "gone"]
        for row in rows:
            self.rows += 1
            outcome = row["Outcome"].lower()
            shown = float(row["Temperature (°C)"] or "nan")
            instrument = "contact" if "contact" in row["Instrument"].lower() else "infrared"
            if outcome.startswith("left"):  # nothing was typed of him
                match = [person for person in due if person["expect"] == "left" and self.is_own(person, shown, instrument)]
            else:
                match = [person for person in due if person["name"] == row["Name"]]
            if not match:
                self.say(row, f"{outcome} at {shown}: nobody of the day ended so, or he has an entry already")
                continue
            person = match[0]
            due.remove(person)
            if not outcome.startswith(person["expect"]):
                self.say(row, f"{person['id']} is {outcome}, not {person['expect']}")
            if not self.is_own(person, shown, instrument):
                self.say(row, f"{person['id']} has {shown} ({instrument}), which is not his: {self.whose(shown, instrument, person)}")
            if row["Purpose"] and row["Purpose"] != person["purpose"]:
                self.say(row, f"{person['id']} has somebody else's form")
            if outcome.startswith("admitted") and person["kind"] in ("fever", "contact_fever", "recheck"):
                self.say(row, f"{person['id']} is feverish and was admitted")
        self.wrong += [f"{person['id']}: no entry, expected {person['expect']}" for person in due]

    def punches(self, rows):
        """Of each member of staff, in their order."""
        due = [person for person in self.people if "staff" in person and person["expect"] != "gone"]
        for row in rows:
            self.rows += 1
            person = next((each for each in due if each["staff"] == row["Badge"]), None)
            if person is None:
                self.say(row, f"staff {row['Badge']}: nobody was to be recorded")
                continue
            due.remove(person)
            shown = float(row["Temperature (°C)"] or "nan")
            if not self.is_own(person, shown, "contact" if "contact" in person else "infrared"):
                self.say(row, f"{person['id']}, staff {row['Badge']}, has {shown}, which is not his: {self.whose(shown, 'infrared', person)}")
            if person["kind"] in ("fever", "recheck") and row["Verdict"].lower() == "pass":
                self.say(row, f"{person['id']}, staff {row['Badge']}, is feverish and passed")
        self.wrong += [f"{person['id']}: no entry of staff {person['staff']}, expected {person['expect']}" for person in due]

    def whose(self, shown, instrument, person):
        """For whoever looks for the fault."""
        near = [other["id"] for other in self.people if other["sequence"] == person["sequence"] and self.is_own(other, shown, instrument)]
        return "it is that of " + ", ".join(near) if near else "nor anybody's who was there"


def rows_of(file):
    """A table that the program wrote."""
    with open(file, encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def check(folder):
    """Prints figures and violations; 1 when there are any."""
    folder = pathlib.Path(folder)
    truth = json.loads((folder / "truth.json").read_text("utf-8"))
    looked = Looked(truth)
    looked.visits(rows_of(folder / "ledger.csv"))
    staff = folder / "ledger-staff.csv"
    looked.punches(rows_of(staff) if staff.exists() else [])
    failed = [line for line in (folder / "lines.txt").read_text("utf-8").splitlines() if "FAILED" in line]
    print(
        f"sequences {truth['sequences']} (seed {truth['seed']}), people {len(truth['people'])}, swaps {truth['swaps']}, "
        f"of these in the same uniform and place {truth['same']}, side by side {truth['joins']}, entries {looked.rows}, "
        f"violations {len(looked.wrong)}, failed {len(failed)}"
    )
    for line in looked.wrong + failed:
        print("  " + line.strip())
    return 1 if looked.wrong or failed else 0


if __name__ == "__main__":
    if sys.argv[1] == "write":
        write(sys.argv[2], int(sys.argv[3]), int(sys.argv[4]), sys.argv[5])
    else:
        sys.exit(check(sys.argv[2]))

#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The table of the eye, end to end on the validation part: evaluate.py DATA --faces F.onnx --state S.onnx [--peer DIR]"""
import argparse
import json
import os
import random
import time
from collections import Counter, defaultdict

import cv2
import numpy as np

import data
from augment import crop_around
from detect import Aizoo, Eye, overlap
from draw_covers import KINDS, draw_cover
from draw_masks import paint_mask
from draw_masks_other import draw_other
from loop import wait_while_quiet

MATCH, SMALLEST = 0.35, 24


def bordered(image, boxes):
    """With a grey border of a quarter of the longer side all round, as the acceptance set's portraits have."""
    width = max(image.shape[:2]) // 4
    image = cv2.copyMakeBorder(image, width, width, width, width, cv2.BORDER_CONSTANT, value=(127, 127, 127))
    return image, [np.array([b[0] + width, b[1] + width, b[2], b[3]]) for b in boxes]


def cases(pictures, drawn=True):
    """(row, name, picture, boxes, states) of everything that is measured. Seeded: the same for every model."""
    for picture in pictures:
        boxes, states = [f.box for f in picture.faces], [f.state for f in picture.faces]
        if picture.source == "portraits":
            yield ("portraits", picture.name, *bordered(picture.image, boxes), states)
            if drawn:
                yield "unbordered", picture.name, picture.image, boxes, states
            if drawn and states == ["no_mask"]:
                random.seed(picture.name)
                np.random.seed(sum(picture.name.encode()))
                face = picture.faces[0]
                for worn in ("mask", "nose", "chin"):
                    other = draw_other(picture.image, face.landmarks, worn)
                    yield (f"other generator, {worn}", picture.name, *bordered(other, boxes), ["mask" if worn == "mask" else "incorrect"])
                    own = paint_mask(picture.image, face.landmarks, worn)
                    yield (f"own generator, {worn}", picture.name, *bordered(own, boxes), ["mask" if worn == "mask" else "incorrect"])
                kind = random.choice(KINDS[:-1])
                covered = draw_cover(picture.image, face.landmarks, kind=kind)
                yield (f"covered by {kind}", picture.name, *bordered(covered, boxes), ["covered"])
        else:
            yield picture.source, picture.name, picture.image, boxes, states


def measure(model, items):
    """Counts a (row, state) -> Counter of what was told, false faces a row, pictures a row, times, failures."""
    told, false, seen, times, failures, sizes = defaultdict(Counter), Counter(), Counter(), [], [], defaultdict(Counter)
    for row, name, image, boxes, states in items:
        wait_while_quiet()
        started = time.perf_counter()
        found = model.detect(image)
        times.append(time.perf_counter() - started)
        seen[row] += 1
        for box, state in zip(boxes, states):
            if min(box[2:]) < SMALLEST or state == "drop":
                continue
            matches = [f for f in found if overlap(f.box, box)[0] >= MATCH]
            answer = max(matches, key=lambda f: overlap(f.box, box)[0]).state if matches else "missed"
            told[row, state][answer] += 1
            if row == "scenes":
                size = min(box[2:])
                sizes[state, "24-32" if size < 32 else "32-64" if size < 64 else "64+"][answer] += 1
            if answer != state:
                failures.append((row, name, image, box, state, answer))
        for face in found:
            if min(face.box[2:]) >= SMALLEST and all(overlap(face.box, box)[0] < MATCH for box in boxes):
                false[row] += 1
                failures.append((row, name, image, face.box, "nothing", f"face {face.score:.2f} {face.state}"))
    return {"told": told, "false": false, "seen": seen, "times": times, "failures": failures, "sizes": sizes}


def share(counter, *states):
    return 100 * sum(counter[s] for s in states) / max(1, sum(counter.values()))


def _joined(told, rows):
    total = Counter()
    for (row, _), counter in told.items():
        if row in rows:
            total.update(counter)
    return total


def table(result):
    """The issue's rows: name -> figure (per cent, or a number a picture)."""
    told = result["told"]
    portraits = _joined(told, ("portraits",))
    covers = _joined(told, [f"covered by {kind}" for kind in KINDS])
    rows = {
        "portraits mask right": share(told["portraits", "mask"], "mask"),
        "portraits no_mask right": share(told["portraits", "no_mask"], "no_mask"),
        "portraits unsure": share(portraits, "unsure"),
        "portraits missed": share(portraits, "missed"),
        "portraits without border, mask right": share(told["unbordered", "mask"], "mask"),
        "portraits without border, no_mask right": share(told["unbordered", "no_mask"], "no_mask"),
        "scenes mask right": share(told["scenes", "mask"], "mask"),
        "scenes no_mask right": share(told["scenes", "no_mask"], "no_mask"),
        "scenes missed": share(_joined(told, ("scenes",)), "missed"),
        "worn wrongly, real": share(told["scenes", "incorrect"], "incorrect"),
        "worn wrongly, real, let pass as mask": share(told["scenes", "incorrect"], "mask"),
        "worn wrongly, other generator": share(_joined(told, ("other generator, nose", "other generator, chin")), "incorrect"),
        "worn wrongly, other generator, below the nose": share(told["other generator, nose", "incorrect"], "incorrect"),
        "worn wrongly, other generator, on the chin": share(told["other generator, chin", "incorrect"], "incorrect"),
        "worn rightly, other generator, passed": share(told["other generator, mask", "mask"], "mask"),
        "worn wrongly, own generator": share(_joined(told, ("own generator, nose", "own generator, chin")), "incorrect"),
        "worn rightly, own generator, passed": share(told["own generator, mask", "mask"], "mask"),
        "covered, told as mask": share(covers, "mask"),
        "covered, unsure": share(covers, "unsure"),
    }
    for source in ("portraits", "unbordered", "scenes"):
        rows[f"false faces a picture, {source}"] = result["false"][source] / max(1, result["seen"][source])
    for state in data.STATES:
        answers = told["mannequins", state]
        if answers:
            rows[f"mannequin {state} right"] = share(answers, "unsure" if state == "covered" else state)
    rows["ms a picture, median"] = 1e3 * float(np.median(result["times"]))
    rows["ms a picture, least"] = 1e3 * float(np.min(result["times"]))
    return rows


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("data")
    options.add_argument("--mannequins")
    options.add_argument("--faces", required=True)
    options.add_argument("--state", required=True)
    options.add_argument("--present", nargs=2, metavar=("FACES", "STATE"), help="a pair of the first format (320 x 240, three states)")
    options.add_argument("--peer", help="folder of the AIZOO model")
    options.add_argument("--threshold", type=float, default=0.5)
    options.add_argument("--sure", type=float, default=0.55)
    options.add_argument("--corrections", help="labels seen to be wrong")
    options.add_argument("--quick", action="store_true", help="real pictures only: no drawn masks, no mannequins, no borderless portraits")
    options.add_argument("--json", help="write the figures there")
    options.add_argument("--failures", help="write crops of what went wrong there (never into the repository)")
    chosen = options.parse_args()
    cv2.setNumThreads(1)
    pictures = data.read(chosen.data, chosen.corrections) + (data.read(chosen.mannequins) if chosen.mannequins and not chosen.quick else [])
    _, validation = data.split(pictures)
    items = list(cases(validation, drawn=not chosen.quick))
    models = {"eye": Eye(chosen.faces, chosen.state, chosen.threshold, sure=chosen.sure)}
    if chosen.present:
        models["present"] = Eye(*chosen.present, threshold=0.5, size=(320, 240), margin=1.25, sure=0.0)
    if chosen.peer:
        models["peer"] = Aizoo(chosen.peer)
    results = {name: measure(model, items) for name, model in models.items()}
    tables = {name: table(result) for name, result in results.items()}
    print(f"{'':58}" + "".join(f"{name:>10}" for name in models))
    for row in tables["eye"]:
        print(f"{row:58}" + "".join(f"{t.get(row, 0):10.3f}" if "false" in row else f"{t.get(row, 0):10.1f}" for t in tables.values()))
    for name, result in results.items():
        print(f"\n{name}: what was told")
        for key in sorted(result["told"]):
            print(f"  {key[0]:28} {key[1]:10} {dict(result['told'][key].most_common())}")
        for key in sorted(result["sizes"]):
            print(f"  scenes {key[1]:21} {key[0]:10} {dict(result['sizes'][key].most_common())}")
    if chosen.json:
        with open(chosen.json, "w", encoding="utf-8") as out:
            json.dump(tables, out, indent=1)
    if chosen.failures:
        write_failures(results["eye"]["failures"], chosen.failures)


def write_failures(failures, folder):
    """One sheet a row and kind of failure."""
    sheets = defaultdict(list)
    for row, name, image, box, state, answer in failures:
        crop, _ = crop_around(image, box, 112, 1.7)
        cv2.putText(crop, f"{answer}", (2, 108), cv2.FONT_HERSHEY_SIMPLEX, 0.36, (0, 255, 0), 1)
        cv2.putText(crop, os.path.basename(name)[:18], (2, 10), cv2.FONT_HERSHEY_SIMPLEX, 0.32, (0, 255, 255), 1)
        sheets[f"{row} {state}".replace(" ", "_")].append(crop)
    os.makedirs(folder, exist_ok=True)
    for name, crops in sheets.items():
        crops = crops[:96] + [np.zeros((112, 112, 3), np.uint8)] * (-len(crops[:96]) % 12)
        rows = [np.hstack(crops[i:i + 12]) for i in range(0, len(crops), 12)]
        cv2.imwrite(os.path.join(folder, name + ".png"), np.vstack(rows))


if __name__ == "__main__":
    main()

#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The pictures that training never saw, and drawn ones made of them, as a folder for `menshenctl eye eval`: write_cases.py DATA OUT

A folder outside the repository: it gets pictures of people. Seeded: the same pictures for every model.
"""
import argparse
import json
import os
import random

import cv2
import numpy as np

import data
from draw_covers import KINDS, draw_cover
from draw_masks import WORN, paint_mask, state_of
from draw_masks_other import draw_other
from loop import wait_while_quiet

JPEG_QUALITY = 97
GREY = (127, 127, 127)


def bordered(image, faces):
    """A grey border of a quarter of the longer side all round: a face at the door does not fill the picture."""
    width = max(image.shape[:2]) // 4
    image = cv2.copyMakeBorder(image, width, width, width, width, cv2.BORDER_CONSTANT, value=GREY)
    return image, [data.Face(face.box + np.array([width, width, 0, 0], np.float32), face.state) for face in faces]


def drawn(picture):
    """(source, image, state) of masks and covers drawn on a bare face."""
    random.seed(picture.name)
    np.random.seed(sum(picture.name.encode()))
    landmarks = picture.faces[0].landmarks
    for worn in WORN:
        yield f"{worn}, other generator", draw_other(picture.image, landmarks, worn), state_of(worn)
        yield f"{worn}, own generator", paint_mask(picture.image, landmarks, worn), state_of(worn)
    kind = random.choice(KINDS[:-1])
    yield "covers", draw_cover(picture.image, landmarks, kind=kind), "covered"


def cases(pictures):
    """(source, picture, image, faces) of everything that is measured."""
    for picture in pictures:
        if picture.source != "portraits":
            yield picture.source, picture, picture.image, picture.faces
            continue
        yield ("portraits", picture, *bordered(picture.image, picture.faces))
        yield "portraits, no border", picture, picture.image, picture.faces
        if [face.state for face in picture.faces] == ["no_mask"]:
            for source, image, state in drawn(picture):
                yield (source, picture, *bordered(image, [data.Face(picture.faces[0].box, state)]))


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("data")
    options.add_argument("out")
    options.add_argument("--mannequins", help="folder written by mannequins.cpp")
    options.add_argument("--corrections", help="labels seen to be wrong")
    options.add_argument("--training", action="store_true", help="a fifth of the training part instead: to choose thresholds by")
    chosen = options.parse_args()
    pictures = data.read(chosen.data, chosen.corrections) + (data.read(chosen.mannequins) if chosen.mannequins else [])
    training, validation = data.split(pictures)
    os.makedirs(chosen.out, exist_ok=True)
    with open(os.path.join(chosen.out, "faces.jsonl"), "w", encoding="utf-8") as lines:
        for number, (source, picture, image, faces) in enumerate(cases(training[::5] if chosen.training else validation)):
            wait_while_quiet()
            name = f"{number:05}.jpg"
            cv2.imwrite(os.path.join(chosen.out, name), image, [cv2.IMWRITE_JPEG_QUALITY, JPEG_QUALITY])
            labels = [{"box": [round(float(v), 2) for v in face.box], "state": "ignored" if face.state == "drop" else face.state} for face in faces]
            lines.write(json.dumps({"file": name, "source": source, "group": picture.group, "name": picture.name, "faces": labels}) + "\n")


if __name__ == "__main__":
    main()

#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Faces whose label the state net contradicts, worst first, as sheets and a list: mislabelled.py DATA STATE.onnx OUT"""
import argparse
import json
import os

import cv2
import numpy as np

import data
from augment import crop_around
from loop import wait_while_quiet
from nets import CROP, CROP_MARGIN


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("data")
    options.add_argument("state")
    options.add_argument("out", help="a folder outside the repository: it gets pictures")
    options.add_argument("--corrections", help="labels already seen to be wrong are left out")
    options.add_argument("--doubt", type=float, default=0.5, help="probability of the label below which a face is shown")
    chosen = options.parse_args()
    cv2.setNumThreads(1)
    net = cv2.dnn.readNetFromONNX(chosen.state)
    doubtful = []
    for picture in data.read(chosen.data, chosen.corrections):
        wait_while_quiet()
        for index, face in enumerate(picture.faces):
            if min(face.box[2:]) < 24 or face.state not in data.STATES:
                continue
            crop, _ = crop_around(picture.image, face.box, CROP, CROP_MARGIN)
            net.setInput(cv2.dnn.blobFromImage(crop, 1 / 127.5, mean=(127.5,) * 3), "face")
            logits = net.forward("state")[0]
            chance = np.exp(logits - logits.max())
            chance /= chance.sum()
            own = float(chance[data.STATES.index(face.state)])
            if own < chosen.doubt:
                doubtful.append((own, picture, index, face, data.STATES[int(chance.argmax())]))
    doubtful.sort(key=lambda d: d[0])
    os.makedirs(chosen.out, exist_ok=True)
    tiles = []
    with open(os.path.join(chosen.out, "doubtful.jsonl"), "w", encoding="utf-8") as lines:
        for number, (own, picture, index, face, told) in enumerate(doubtful):
            lines.write(json.dumps({"number": number, "file": picture.name, "face": index, "label": face.state, "told": told, "chance": round(own, 4)}) + "\n")
            tile, _ = crop_around(picture.image, face.box, 120, 1.5)
            cv2.putText(tile, f"{number} {face.state}", (2, 11), cv2.FONT_HERSHEY_SIMPLEX, 0.36, (0, 255, 255), 1)
            cv2.putText(tile, f"> {told}", (2, 116), cv2.FONT_HERSHEY_SIMPLEX, 0.36, (0, 255, 0), 1)
            tiles.append(tile)
    for sheet in range(0, len(tiles), 84):
        part = tiles[sheet:sheet + 84] + [np.zeros((120, 120, 3), np.uint8)] * (-len(tiles[sheet:sheet + 84]) % 12)
        cv2.imwrite(os.path.join(chosen.out, f"sheet{sheet // 84}.png"), np.vstack([np.hstack(part[i:i + 12]) for i in range(0, len(part), 12)]))
    print(len(doubtful), "faces")


if __name__ == "__main__":
    main()

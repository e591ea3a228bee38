# SPDX-License-Identifier: GPL-3.0-or-later
"""The models as the station runs them, through OpenCV's dnn; and the peer, to stand beside them."""
import os
from dataclasses import dataclass

import cv2
import numpy as np

from augment import GREY, crop_around

CELL, MAX_OVERLAP, MAX_CONTAINED = 8, 0.35, 0.55
BUDGET = 384 * 288  # input pixels of the face net
UNIT = 32  # its sides are multiples of this


@dataclass
class Found:
    box: np.ndarray
    score: float
    state: str  # mask, no_mask, incorrect, unsure
    sureness: float = 0.0


def overlap(a, b):
    """Intersection over union, and the intersection's share of the smaller box."""
    w = min(a[0] + a[2], b[0] + b[2]) - max(a[0], b[0])
    h = min(a[1] + a[3], b[1] + b[3]) - max(a[1], b[1])
    if w <= 0 or h <= 0:
        return 0.0, 0.0
    common, first, second = w * h, a[2] * a[3], b[2] * b[3]
    return common / (first + second - common), common / min(first, second)


def input_size(width, height):
    """The face net's picture for a camera picture: its proportions, within the budget."""
    scale = (BUDGET / (width * height)) ** 0.5
    return max(UNIT, round(width * scale / UNIT) * UNIT), max(UNIT, round(height * scale / UNIT) * UNIT)


class Eye:
    """Our two nets. `size` None: chosen by the picture; `sure`: probability from which a state is told."""

    def __init__(self, faces, states, threshold=0.5, size=None, margin=1.35, crop=72, sure=0.55):
        self.faces, self.states = cv2.dnn.readNetFromONNX(faces), cv2.dnn.readNetFromONNX(states)
        self.threshold, self.size, self.margin, self.crop, self.sure = threshold, size, margin, crop, sure

    def boxes(self, image):
        height, width = image.shape[:2]
        wide, high = self.size or input_size(width, height)
        scale = max(width / wide, height / high)
        w, h = min(wide, max(1, round(width / scale))), min(high, max(1, round(height / scale)))
        x, y = (wide - w) // 2, (high - h) // 2
        fitted = np.full((high, wide, 3), GREY, np.uint8)
        fitted[y:y + h, x:x + w] = cv2.resize(image, (w, h), interpolation=cv2.INTER_AREA if scale > 1 else cv2.INTER_LINEAR)
        self.faces.setInput(cv2.dnn.blobFromImage(fitted, 1 / 127.5, mean=(127.5,) * 3), "image")
        heat, box = self.faces.forward(["heat", "box"])
        score = 1 - np.prod(1 - 1 / (1 + np.exp(-heat[0])), 0)
        peaks = (score >= self.threshold) & (score == cv2.dilate(score, np.ones((3, 3), np.uint8)))
        found = []
        for row, column in np.argwhere(peaks):
            dx, dy, log_w, log_h = box[0, :, row, column]
            bw, bh = np.exp(np.clip([log_w, log_h], -5, 5)) * CELL
            cx, cy = (column + 0.5 + dx) * CELL, (row + 0.5 + dy) * CELL
            found.append((float(score[row, column]), np.array([cx - bw / 2 - x, cy - bh / 2 - y, bw, bh]) * scale))
        kept = []
        for value, candidate in sorted(found, key=lambda f: -f[0]):
            pairs = [overlap(candidate, other) for _, other in kept]
            if all(union <= MAX_OVERLAP and inside <= MAX_CONTAINED for union, inside in pairs):
                kept.append((value, candidate))
        return kept

    def state_of(self, image, box):
        crop, _ = crop_around(image, box, self.crop, self.margin)
        self.states.setInput(cv2.dnn.blobFromImage(crop, 1 / 127.5, mean=(127.5,) * 3), "face")
        logits = self.states.forward("state")[0].astype(np.float64)
        chance = np.exp(logits - logits.max())
        chance /= chance.sum()
        best = int(chance.argmax())
        told = ("mask", "no_mask", "incorrect", "unsure")[best]
        return (told if chance[best] >= self.sure else "unsure"), float(chance[best])

    def detect(self, image):
        return [Found(box, score, *self.state_of(image, box)) for score, box in self.boxes(image)]


class Aizoo:
    """The public peer, as its README says."""

    def __init__(self, folder, threshold=0.5):
        name = os.path.join(folder, "face_mask_detection.")
        self.net, self.threshold = cv2.dnn.readNetFromCaffe(name + "prototxt", name + "caffemodel"), threshold
        anchors = []
        for cells, sizes in zip((33, 17, 9, 5, 3), ((0.04, 0.056), (0.08, 0.11), (0.16, 0.22), (0.32, 0.45), (0.64, 0.72))):
            shapes = [(sizes[0], sizes[0]), (sizes[1], sizes[1])] + [(sizes[0] * r**0.5, sizes[0] / r**0.5) for r in (0.62, 0.42)]
            middle = (np.arange(cells) + 0.5) / cells
            for cy in middle:
                for cx in middle:
                    anchors += [(cx, cy, w, h) for w, h in shapes]
        self.anchors = np.array(anchors)

    def detect(self, image):
        height, width = image.shape[:2]
        self.net.setInput(cv2.dnn.blobFromImage(image, 1 / 255, (260, 260), swapRB=True))
        loc, cls = self.net.forward(["loc_branch_concat", "cls_branch_concat"])
        score = cls[0].max(1)
        chosen = np.flatnonzero(score > self.threshold)
        a, move = self.anchors[chosen], loc[0][chosen] * np.array([0.1, 0.1, 0.2, 0.2])
        centre, size = a[:, :2] + move[:, :2] * a[:, 2:], a[:, 2:] * np.exp(move[:, 2:])
        boxes = np.hstack([centre - size / 2, size]) * [width, height, width, height]
        found = []
        for i in np.argsort(-score[chosen]):
            if all(overlap(boxes[i], other.box)[0] <= 0.4 for other in found):
                found.append(Found(boxes[i], float(score[chosen[i]]), ("mask", "no_mask")[int(cls[0][chosen[i]].argmax())]))
        return found

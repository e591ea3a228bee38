# SPDX-License-Identifier: GPL-3.0-or-later
"""Random training samples of the face net: a square picture, and the maps it should answer with."""
import math
import random

import cv2
import numpy as np

from augment import GREY, light_and_lens
from draw_covers import draw_cover
from draw_masks import WORN, paint_mask
from nets import CELL
from state_samples import _patch_of

SIDE = 288
SMALLEST = 10  # input pixels; smaller faces are neither asked for nor punished
KINDS = {"crowd": 22, "scene": 32, "portrait": 32, "mannequin": 5, "nothing": 9}
DRAWN_AT = 256  # longest side of a picture on which something is drawn: larger ones cost more and teach nothing more


class FaceSamples:
    def __init__(self, pictures):
        self.scenes = [p for p in pictures if p.source == "scenes"]
        self.bare = [p for p in self.scenes if any(f.state == "no_mask" for f in p.faces)]  # rarer than masks, and harder
        self.portraits = [p for p in pictures if p.source == "portraits"]
        self.mannequins = [p for p in pictures if p.source == "mannequins"]
        self.patches = [_patch_of(p.image) for p in self.scenes for _ in range(2)]
        self.empty = [p.image for p in self.mannequins if not p.faces]
        self.kinds = [kind for kind in KINDS if kind != "mannequin" or self.mannequins]

    def __call__(self):
        kind = random.choices(self.kinds, [KINDS[k] for k in self.kinds])[0]
        cut = []
        if kind == "nothing":
            canvas, boxes = self.background(sharp=True), []
        elif kind == "crowd":
            canvas, boxes, cut = self.crowd()
        else:
            image, boxes = self.chosen(kind)
            canvas, boxes = self.placed(image, boxes, kind)
        if random.random() < 0.5:
            canvas = canvas[:, ::-1]
            boxes, cut = ([np.array([SIDE - b[0] - b[2], *b[1:]]) for b in each] for each in (boxes, cut))
        canvas = light_and_lens(np.ascontiguousarray(canvas))
        return (canvas, *targets(boxes, cut))

    def crowd(self):
        """Four pictures around a random point: many small faces at once. Faces that their quarter cuts are of no matter."""
        canvas = self.background()
        x, y = (random.randint(SIDE // 3, 2 * SIDE // 3) for _ in "xy")
        boxes, cut = [], []
        for x0, y0, x1, y1 in ((0, 0, x, y), (x, 0, SIDE, y), (0, y, x, SIDE), (x, y, SIDE, SIDE)):
            if random.random() < 0.1:
                continue
            image, found = self.chosen("portrait" if random.random() < 0.65 else "scene")
            anchor = random.choice(found) if found else np.array([0, 0, *image.shape[1::-1]], np.float32)
            scale = math.exp(random.uniform(math.log(14), math.log(110))) / float(max(anchor[2:]))
            if scale * max(image.shape[:2]) > 1000:
                continue
            image = cv2.resize(image, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR)
            anchor = anchor * scale
            left = round(random.uniform(x0, max(x0, x1 - float(anchor[2]))) - float(anchor[0]))
            top = round(random.uniform(y0, max(y0, y1 - float(anchor[3]))) - float(anchor[1]))
            a, b, c, d = max(x0, left), max(y0, top), min(x1, left + image.shape[1]), min(y1, top + image.shape[0])
            if c <= a or d <= b:
                continue
            canvas[b:d, a:c] = image[b - top:d - top, a - left:c - left]
            for box in found:
                box = box * scale + np.array([left, top, 0, 0], np.float32)
                shown = max(0, min(c, box[0] + box[2]) - max(a, box[0])) * max(0, min(d, box[1] + box[3]) - max(b, box[1]))
                if shown >= 0.7 * box[2] * box[3]:
                    boxes.append(box)
                elif shown > 0:
                    cut.append(_within(box, a, b, c, d))
        return canvas, boxes, cut

    def chosen(self, kind):
        picture = random.choice({"scene": self.bare if random.random() < 0.4 else self.scenes, "portrait": self.portraits,
                                 "mannequin": self.mannequins}[kind])
        image, boxes = picture.image, [f.box for f in picture.faces]
        if kind == "portrait" and random.random() < 0.25:
            face, scale = picture.faces[0], min(1.0, DRAWN_AT / max(image.shape[:2]))
            image = cv2.resize(image, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
            boxes = [box * scale for box in boxes]
            if face.state == "no_mask" and random.random() < 0.6:
                image = paint_mask(image, face.landmarks * scale, random.choice(WORN), self.patches)
            else:
                image = draw_cover(image, face.landmarks * scale, self.patches, away=random.random() < 0.4)
        return image, boxes

    def placed(self, image, boxes, kind):
        """The picture at a random size somewhere on a background, one of its faces inside."""
        wide = max(float(max(b[2], b[3])) for b in boxes) if boxes else 60.0
        if kind == "scene":
            scale = SIDE / max(image.shape[:2]) * math.exp(random.uniform(math.log(0.7), math.log(2.2)))
        else:
            side = random.uniform(110, 340) if random.random() < 0.4 else math.exp(random.uniform(math.log(14), math.log(220)))
            scale = side / wide
        scale = float(np.clip(scale, 12 / wide, 340 / wide))
        width, height = max(4, round(image.shape[1] * scale)), max(4, round(image.shape[0] * scale))
        image = cv2.resize(image, (width, height), interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR)
        boxes = [b * scale for b in boxes]
        if kind == "scene" and width >= SIDE and height >= SIDE and random.random() < 0.7:
            x, y = -random.randint(0, width - SIDE), -random.randint(0, height - SIDE)  # a piece, no border
        else:
            anchor = random.choice(boxes) if boxes else np.array([0, 0, width, height])
            x = round(random.uniform(0.08, 0.92) * SIDE - anchor[0] - anchor[2] / 2)
            y = round(random.uniform(0.08, 0.92) * SIDE - anchor[1] - anchor[3] / 2)
            if max(anchor[2:]) > SIDE * 0.5:
                x, y = (round(SIDE / 2 + random.uniform(-40, 40) - anchor[i] - anchor[i + 2] / 2) for i in (0, 1))
        canvas = self.background()
        x0, y0, x1, y1 = max(0, x), max(0, y), min(SIDE, x + width), min(SIDE, y + height)
        if x1 > x0 and y1 > y0:
            canvas[y0:y1, x0:x1] = image[y0 - y:y1 - y, x0 - x:x1 - x]
        return canvas, [np.array([b[0] + x, b[1] + y, b[2], b[3]]) for b in boxes]

    def background(self, sharp=False):
        """Grey, a colour, a blurred picture, texture, an empty hall, or a picture whose faces are painted over."""
        kind = random.random()
        if kind < (0.05 if sharp else 0.35):
            return np.full((SIDE, SIDE, 3), random.choice((GREY, 128, 114, 0, random.randint(0, 255))), np.uint8)
        if kind < (0.1 if sharp else 0.5):
            return np.full((SIDE, SIDE, 3), np.random.randint(0, 256, 3), np.uint8)
        if kind < (0.2 if sharp else 0.7):
            image = cv2.resize(random.choice(self.scenes).image, (SIDE // 4, SIDE // 4), interpolation=cv2.INTER_AREA)
            return cv2.resize(cv2.GaussianBlur(image, (0, 0), random.uniform(1.7, 3.5)), (SIDE, SIDE))
        if kind < (0.35 if sharp else 0.8):
            return cv2.resize(random.choice(self.patches), (SIDE, SIDE), interpolation=cv2.INTER_CUBIC)
        if kind < (0.45 if sharp else 0.85) and self.empty:
            return cv2.resize(random.choice(self.empty), (SIDE, SIDE))
        return self.faceless()

    def faceless(self):
        picture = random.choice(self.scenes if random.random() < 0.7 else self.portraits)
        image = picture.image.copy()
        for face in picture.faces:
            x, y, w, h = face.box
            x0, y0, x1, y1 = (int(v) for v in (x - 0.25 * w, y - 0.35 * h, x + 1.25 * w, y + 1.2 * h))
            x0, y0 = max(0, x0), max(0, y0)
            part = image[y0:y1, x0:x1]
            if part.size:
                part[:] = cv2.resize(random.choice(self.patches), (part.shape[1], part.shape[0]))
        height, width = image.shape[:2]
        side = random.randint(min(height, width) // 2, min(height, width))
        x, y = random.randint(0, width - side), random.randint(0, height - side)
        return cv2.resize(image[y:y + side, x:x + side], (SIDE, SIDE), interpolation=cv2.INTER_AREA if side > SIDE else cv2.INTER_LINEAR)


def _within(box, left, top, right, bottom):
    x, y = max(left, box[0]), max(top, box[1])
    return np.array([x, y, min(right, box[0] + box[2]) - x, min(bottom, box[1] + box[3]) - y])


def targets(boxes, cut=()):
    """heat 1 x G x G; box 4 x G x G (dx, dy from the cell's centre, log w, log h, in cells); its weight; what counts.

    Where a face is `cut`, neither an answer nor none is punished.
    """
    grid = SIDE // CELL
    heat, box = np.zeros((1, grid, grid), np.float32), np.zeros((4, grid, grid), np.float32)
    weight, counts = np.zeros((grid, grid), np.float32), np.ones((1, grid, grid), np.float32)
    rows, columns = np.mgrid[:grid, :grid].astype(np.float32) + 0.5
    for x, y, w, h in cut:
        counts[:, int(y / CELL):math.ceil((y + h) / CELL), int(x / CELL):math.ceil((x + w) / CELL)] = 0
    for x, y, w, h in sorted(boxes, key=lambda b: -b[2]):
        cx, cy = (x + w / 2) / CELL, (y + h / 2) / CELL
        seen = max(0, min(SIDE, x + w) - max(0, x)) * max(0, min(SIDE, y + h) - max(0, y)) / max(1e-6, w * h)
        inside = 0 <= cx < grid and 0 <= cy < grid
        if not inside or seen < 0.55 or min(w, h) < SMALLEST:
            x0, y0, x1, y1 = (max(0, math.floor(v / CELL)) for v in (x, y, x + w + CELL, y + h + CELL))
            free = counts[:, y0:y1, x0:x1]
            free[heat[:, y0:y1, x0:x1] < 0.2] = 0
            continue
        sx, sy = max(0.55, w / CELL * 0.12), max(0.55, h / CELL * 0.12)
        bump = np.exp(-((columns - cx) ** 2 / (2 * sx * sx) + (rows - cy) ** 2 / (2 * sy * sy)))
        bump[int(cy), int(cx)] = 1
        heat[0] = np.maximum(heat[0], bump)
        counts[0][bump > 0.2] = 1
        near = bump > 0.35
        box[0][near], box[1][near] = (cx - columns)[near], (cy - rows)[near]
        box[2][near], box[3][near] = math.log(w / CELL), math.log(h / CELL)
        weight[near] = bump[near]
    return heat, box, weight, counts

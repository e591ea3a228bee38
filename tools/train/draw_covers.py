# SPDX-License-Identifier: GPL-3.0-or-later
"""Things before the mouth that are no mask: a hand, a cup, a phone, a sheet, a scarf held up, a patch of texture."""
import math
import random

import cv2
import numpy as np

from geometry import FaceFrame, blend, light_of, smooth_loop, stencil

KINDS = ("hand", "cup", "phone", "sheet", "scarf", "patch")


def draw_cover(image, landmarks, patches=(), kind=None, away=False):
    """A copy of `image` with one thing before the mouth; with `away` beside it, where it hides nothing that matters."""
    frame = FaceFrame(landmarks)
    kind = kind or random.choices(KINDS, (4, 2, 2, 4, 4, 1))[0]
    centre = (random.uniform(-0.15, 0.15), random.uniform(-0.1, 0.22))
    if away:
        kind = random.choice(("hand", "cup", "phone", "patch"))
        centre = random.choice(((random.choice((-1, 1)) * random.uniform(1.5, 2.0), random.uniform(-0.6, 0.8)),
                                (random.uniform(-0.8, 0.8), random.uniform(1.9, 2.3))))
    return {"hand": _hand, "cup": _cup, "phone": _phone, "sheet": _sheet, "scarf": _scarf, "patch": _patch}[kind](image, frame, centre, patches)


def _put(image, frame, outline, colour, soft=0.012, texture=None):
    light, level = light_of(image, frame)
    paint = np.empty(image.shape, np.float32)
    paint[:] = np.asarray(colour, np.float32)
    if texture is not None:
        paint = paint * 0.35 + cv2.resize(texture, (image.shape[1], image.shape[0])).astype(np.float32) * 0.65
    paint = paint * light * level
    paint += np.random.randn(*image.shape[:2], 1) * random.uniform(0, 4)
    shadow = stencil(image.shape, outline + frame.unit * np.array([0.02, 0.04]), frame.unit * 0.05)
    image = blend(image, image * 0.7, shadow)
    return blend(image, paint, stencil(image.shape, outline, max(0.5, frame.unit * soft)))


def _skin(image, frame):
    """The face's own skin: the forehead and the cheeks' median."""
    spots = [frame.at(x, y) for x, y in ((0, 1.35), (-0.2, 1.3), (0.2, 1.3), (-0.5, 0.55), (0.5, 0.55))]
    spots = [np.clip(p, 0, [image.shape[1] - 1, image.shape[0] - 1]).astype(int) for p in spots]
    _, level = light_of(image, frame)
    return np.median([image[y, x] for x, y in spots], 0) / level * random.uniform(0.8, 1.05)


def _turned(points, centre, angle):
    c, s = math.cos(angle), math.sin(angle)
    return [(centre[0] + x * c - y * s, centre[1] + x * s + y * c) for x, y in points]


def _hand(image, frame, centre, _patches):
    skin = _skin(image, frame)
    angle = random.uniform(-math.pi, math.pi) if random.random() < 0.5 else random.choice((0.35, -0.35, 0.0)) + random.uniform(-0.3, 0.3)
    palm = _turned([(-0.45, -0.25), (0, -0.35), (0.45, -0.25), (0.5, 0.1), (0.35, 0.3), (-0.35, 0.3), (-0.5, 0.1)],
                   (centre[0], centre[1] - 0.1), angle)
    arm = _turned([(-0.3, -0.2), (0.3, -0.2), (0.4, -3.5), (-0.4, -3.5)], (centre[0], centre[1] - 0.1), angle)
    image = _put(image, frame, frame.points(arm), skin * 0.92 if random.random() < 0.5 else np.random.uniform(20, 220, 3))
    image = _put(image, frame, smooth_loop(frame.points(palm)), skin)
    fingers = random.choice((3, 4, 4))
    spread = random.uniform(0.9, 1.25)
    for finger in range(fingers):
        x = (finger - (fingers - 1) / 2) * 0.22 * spread
        long = random.uniform(0.45, 0.75)
        wide = 0.1
        loop = _turned([(x - wide, 0.1), (x - wide * 0.95, 0.1 + long * 0.8), (x, 0.15 + long), (x + wide * 0.95, 0.1 + long * 0.8), (x + wide, 0.1)],
                       (centre[0], centre[1] - 0.1), angle + x * random.uniform(-0.5, 0.2))
        image = _put(image, frame, smooth_loop(frame.points(loop)), skin * random.uniform(0.9, 1.08))
    return image


def _cup(image, frame, centre, patches):
    colour = np.random.uniform(20, 245, 3) if random.random() < 0.6 else np.array([240.0, 240, 240])
    top, low = random.uniform(0.35, 0.5), random.uniform(0.26, 0.45)
    up = random.uniform(0.05, 0.35)
    body = _turned([(-top, up), (top, up), (low, -1.0), (-low, -1.0)], centre, random.uniform(-0.25, 0.25))
    image = _put(image, frame, frame.points(body), colour, texture=random.choice(patches) if patches and random.random() < 0.3 else None)
    rim = [(centre[0] + top * math.cos(a), centre[1] + up + 0.1 * math.sin(a)) for a in np.linspace(0, 2 * math.pi, 12, endpoint=False)]
    image = _put(image, frame, frame.points(rim), colour * random.uniform(0.5, 0.9))
    if random.random() < 0.6:
        image = _hand(image, frame, (centre[0] + random.uniform(-0.2, 0.2), centre[1] - 0.75), patches)
    return image


def _phone(image, frame, centre, patches):
    colour = np.array([30.0, 30, 30]) if random.random() < 0.6 else np.random.uniform(10, 240, 3)
    angle = random.uniform(-0.5, 0.5) + random.choice((0, 0, math.pi / 2))
    w, h = random.uniform(0.35, 0.5), random.uniform(0.75, 0.95)
    image = _put(image, frame, frame.points(_turned([(-w, h), (w, h), (w, -h), (-w, -h)], centre, angle)), colour)
    lens = _turned([(-w * 0.6 + 0.08 * math.cos(a), h * 0.75 + 0.08 * math.sin(a)) for a in np.linspace(0, 6, 8)], centre, angle)
    image = _put(image, frame, frame.points(lens), colour * 0.4)
    return _hand(image, frame, (centre[0] + random.uniform(-0.3, 0.3), centre[1] - 0.7), patches) if random.random() < 0.7 else image


def _sheet(image, frame, centre, patches):
    w, h = random.uniform(0.9, 1.6), random.uniform(0.8, 1.3)
    box = _turned([(-w, h * 0.45), (w, h * 0.45), (w, -h * 1.6), (-w, -h * 1.6)], centre, random.uniform(-0.3, 0.3))
    colour = np.array([245.0, 245, 245]) if random.random() < 0.6 else np.random.uniform(20, 240, 3)
    return _put(image, frame, frame.points(box), colour, texture=random.choice(patches) if patches and random.random() < 0.5 else None)


def _scarf(image, frame, centre, patches):
    top, half = frame.nose_height + random.uniform(-0.35, 0.25), random.uniform(1.2, 1.6)
    wave = [random.uniform(-0.12, 0.12) for _ in range(3)]
    loop = [(-half, top + 0.1), (-0.5, top + wave[0]), (0, top + wave[1]), (0.5, top + wave[2]), (half, top + 0.1),
            (half * 1.35, -1.2), (half * 1.3, -2.6), (-half * 1.3, -2.6), (-half * 1.35, -1.2)]
    outline = smooth_loop(frame.points(loop))
    colour = np.random.uniform(15, 235, 3)
    image = _put(image, frame, outline, colour, texture=random.choice(patches) if patches and random.random() < 0.5 else None)
    for _ in range(random.randint(2, 6)):  # folds
        y = random.uniform(-1.4, top - 0.1)
        a, b, c = (frame.at(x, y + random.uniform(-0.2, 0.2)) for x in (-half, 0, half))
        line = np.round(np.array([a, b, c]) * 16).astype(np.int32)
        cv2.polylines(image, [line], False, tuple(float(v) for v in colour * random.uniform(0.4, 0.8)), max(1, int(frame.unit * 0.05)), cv2.LINE_AA, 4)
    return _hand(image, frame, (random.choice((-1, 1)) * 0.9, -0.6), patches) if random.random() < 0.5 else image


def _patch(image, frame, centre, patches):
    if not patches:
        return _sheet(image, frame, centre, patches)
    w, h = random.uniform(0.5, 1.1), random.uniform(0.4, 0.8)
    box = _turned([(-w, h), (w, h), (w, -h), (-w, -h)], centre, random.uniform(-0.8, 0.8))
    outline = frame.points(box)
    if random.random() < 0.5:
        outline = smooth_loop(outline)
    return _put(image, frame, outline, np.random.uniform(20, 235, 3), texture=random.choice(patches))

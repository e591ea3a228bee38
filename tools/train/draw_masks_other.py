# SPDX-License-Identifier: GPL-3.0-or-later
"""A second, different generator of worn masks, for evaluation only: a flat template with pleats, wire, hem and ear
loops, warped by a homography. Training never sees it."""
import random

import cv2
import numpy as np

from geometry import FaceFrame, blend, light_of

WIDE, HIGH = 240, 160


def _template():
    """Colour and cover (0...1) of one mask, flat."""
    colour = np.array(random.choice([(222, 196, 150), (232, 214, 178), (240, 240, 240), (205, 222, 190), (48, 48, 50), (214, 200, 240)]), np.float32)
    rows, columns = np.mgrid[:HIGH, :WIDE].astype(np.float32)
    paint = np.empty((HIGH, WIDE, 3), np.float32)
    paint[:] = colour
    for pleat in (0.36, 0.55, 0.74):
        distance = rows - (pleat * HIGH + 6 * np.sin(columns / WIDE * np.pi))
        paint *= (1 - 0.16 * np.exp(-np.clip(distance, 0, None) / 7) * (distance > 0))[..., None]
    paint *= (0.86 + 0.14 * np.sin(columns / WIDE * np.pi))[..., None]
    paint[:9] *= 0.93
    paint[-8:] *= 0.93
    paint[14:19, WIDE // 3:2 * WIDE // 3] *= 0.9
    cover = np.zeros((HIGH, WIDE), np.uint8)
    corners = np.array([(4, 30), (70, 8), (120, 2), (170, 8), (236, 30), (232, 112), (190, 146), (120, 158), (50, 146), (8, 112)], np.int32)
    cv2.fillPoly(cover, [corners], 255, cv2.LINE_AA)
    return paint, cover


def draw_other(image, landmarks, worn):
    frame = FaceFrame(landmarks)
    nose = frame.nose_height
    top, bottom = {"mask": (nose + random.uniform(0.15, 0.32), random.uniform(-0.95, -0.7)),
                   "nose": (nose - random.uniform(0.13, 0.3), random.uniform(-1.0, -0.75)),
                   "chin": (random.uniform(-0.42, -0.2), random.uniform(-1.25, -1.0))}[worn]
    half = random.uniform(0.88, 1.05) * (0.9 if worn == "chin" else 1)
    target = frame.points([(-half, top), (half, top), (half * 0.95, bottom), (-half * 0.95, bottom)])
    flat = np.array([(0, 0), (WIDE, 0), (WIDE, HIGH), (0, HIGH)], np.float32)
    matrix = cv2.getPerspectiveTransform(flat, target)
    paint, cover = _template()
    size = (image.shape[1], image.shape[0])
    light, level = light_of(image, frame)
    paint = cv2.warpPerspective(paint * level, matrix, size, flags=cv2.INTER_AREA) * light
    cover = cv2.warpPerspective(cover, matrix, size, flags=cv2.INTER_AREA)
    cover = cv2.GaussianBlur(cover, (0, 0), max(0.5, frame.unit * 0.008)).astype(np.float32)[..., None] / 255
    image = image.copy()
    for side in (-1, 1):
        for start, end in ((top - 0.25, 0.75), (bottom + 0.45, 0.5)):
            a, b = frame.at(side * half * 0.95, start), frame.at(side * 1.15, end)
            cv2.line(image, tuple(int(v) for v in a), tuple(int(v) for v in b), (225, 225, 228), max(1, int(frame.unit * 0.03)), cv2.LINE_AA)
    return blend(image, paint, cover)

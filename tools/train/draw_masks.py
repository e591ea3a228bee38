# SPDX-License-Identifier: GPL-3.0-or-later
"""Training's generators of worn masks: painted along the landmarks, and transplanted from another picture."""
import random

import cv2
import numpy as np

from geometry import FaceFrame, blend, light_of, smooth_loop, stencil

WORN = ("mask", "nose", "chin")  # how it is worn; the last two are "incorrect"
COLOURS = [(238, 236, 234), (226, 206, 170), (214, 190, 140), (196, 160, 92), (200, 214, 176), (160, 190, 120), (40, 40, 42),
           (24, 24, 26), (92, 92, 94), (150, 150, 152), (206, 190, 236), (170, 150, 226), (120, 80, 50), (60, 60, 150)]


def state_of(worn):
    return "mask" if worn == "mask" else "incorrect"


def _edges(frame, worn):
    """Heights of the mask's upper and lower edge."""
    nose = frame.nose_height
    if worn == "mask":
        return nose + random.uniform(0.1, 0.36), random.uniform(-1.0, -0.62)
    if worn == "nose":
        return random.uniform(0.1, nose - 0.09), random.uniform(-1.05, -0.65)
    top = random.uniform(-0.5, -0.16)
    return top, min(top - 0.35, random.uniform(-1.3, -0.8))


def _fabric(shape, frame, colour, patches):
    """Paint of the mask's cloth over the whole picture."""
    height, width = shape[:2]
    paint = np.empty((height, width, 3), np.float32)
    paint[:] = colour
    kind = random.random()
    rows, columns = np.mgrid[:height, :width].astype(np.float32)
    along_y = (columns * frame.up[0] + rows * frame.up[1]) / frame.unit
    along_x = (columns * frame.right[0] + rows * frame.right[1]) / frame.unit
    if kind < 0.4:  # pleats
        paint *= 1 + (random.uniform(0.03, 0.13) * np.sin(along_y * random.uniform(14, 34) + random.uniform(0, 6)))[..., None]
    elif kind < 0.5:  # stripes or checks
        wave = np.sin(along_x * random.uniform(10, 50)) * (np.sin(along_y * random.uniform(10, 50)) if random.random() < 0.5 else 1)
        paint += (wave > random.uniform(-0.5, 0.5))[..., None] * np.random.uniform(-90, 90, 3)
    elif kind < 0.6 and patches:  # a print: some other picture's colours
        print_ = cv2.resize(random.choice(patches), (width, height)).astype(np.float32)
        paint = paint * 0.4 + print_ * 0.6
    if random.random() < 0.3:  # a seam down the middle
        middle = along_x - float(np.dot(frame.at(0, 0), frame.right)) / frame.unit
        paint *= 1 - 0.25 * np.exp(-((middle / 0.03) ** 2))[..., None]
    if random.random() < 0.6:  # round: darker to the sides
        middle = along_x - float(np.dot(frame.at(0, 0), frame.right)) / frame.unit
        paint *= np.clip(1.05 - random.uniform(0, 0.4) * middle**2, 0.4, 1.1)[..., None]
    return paint + np.random.randn(height, width, 1).astype(np.float32) * random.uniform(0, 6)


def paint_mask(image, landmarks, worn, patches=()):
    """A copy of `image` with a painted mask; `worn` is one of WORN."""
    frame = FaceFrame(landmarks)
    top, bottom = _edges(frame, worn)
    half = random.uniform(0.8, 1.1)
    if worn == "chin":
        half *= random.uniform(0.8, 1.0)
    height = top - bottom
    side_top, side_low = top - height * random.uniform(0.02, 0.3), bottom + height * random.uniform(0.2, 0.5)
    peak = random.uniform(0, 0.1)
    corners = [(-half, side_top), (-half * 0.5, top - random.uniform(0, 0.1)), (0, top + peak), (half * 0.5, top - random.uniform(0, 0.1)),
               (half, side_top), (half * random.uniform(0.9, 1.0), side_low), (half * random.uniform(0.5, 0.75), bottom + height * 0.06),
               (0, bottom - random.uniform(0, 0.08)), (-half * random.uniform(0.5, 0.75), bottom + height * 0.06),
               (-half * random.uniform(0.9, 1.0), side_low)]
    outline = frame.points(corners)
    if random.random() < 0.75:
        outline = smooth_loop(outline)
    light, level = light_of(image, frame)
    colour = np.array(random.choice(COLOURS) if random.random() < 0.75 else np.random.uniform(15, 245, 3))
    paint = _fabric(image.shape, frame, colour * level, patches) * light
    if random.random() < 0.15:  # a valve or a print
        middle = frame.at(random.uniform(-0.35, 0.35), top - height * random.uniform(0.35, 0.7))
        cv2.circle(paint, tuple(int(v) for v in middle), max(1, int(frame.unit * random.uniform(0.08, 0.16))),
                   tuple(float(v) for v in colour * random.uniform(0.4, 1.2)), -1, cv2.LINE_AA)
    image = image.copy()
    if random.random() < 0.6:  # its shadow on the skin
        shadow = stencil(image.shape, outline + np.array([0, frame.unit * 0.04]), frame.unit * 0.06)
        image = blend(image, image * 0.6, shadow * random.uniform(0.3, 1))
    if random.random() < 0.75:
        _draw_loops(image, frame, half, side_top, side_low, colour * level)
    return blend(image, paint, stencil(image.shape, outline, max(0.5, frame.unit * random.uniform(0.005, 0.025))))


def _draw_loops(image, frame, half, top, low, colour):
    thick = max(1, int(frame.unit * random.uniform(0.02, 0.06)))
    ear = random.uniform(0.45, 0.75)
    tone = tuple(float(v) for v in (colour if random.random() < 0.5 else np.array([225.0, 225, 225])))
    for side in (-1, 1):
        for start in (top, low):
            a, b = frame.at(side * half * 0.97, start), frame.at(side * (half + random.uniform(0.05, 0.25)), ear)
            cv2.line(image, tuple(int(v) for v in a), tuple(int(v) for v in b), tone, thick, cv2.LINE_AA)


def transplant_mask(image, landmarks, worn, donor, donor_landmarks):
    """A copy of `image` that wears the mask of `donor` (a picture of a properly worn one)."""
    frame, other = FaceFrame(landmarks), FaceFrame(donor_landmarks)
    top, bottom = _edges(frame, worn)
    donor_top, donor_bottom, half = other.nose_height + 0.12, -0.6, random.uniform(0.62, 0.78)
    corners = [(-half, donor_top - 0.22), (-half * 0.5, donor_top - 0.06), (0, donor_top), (half * 0.5, donor_top - 0.06),
               (half, donor_top - 0.22), (half * 0.9, -0.3), (half * 0.5, donor_bottom), (-half * 0.5, donor_bottom), (-half * 0.9, -0.3)]
    stretch = (top - bottom) / (donor_top - donor_bottom)
    wide = random.uniform(1.1, 1.35)
    placed = [(x * wide, bottom + (y - donor_bottom) * stretch) for x, y in corners]
    source, target = other.points(corners), frame.points(placed)
    matrix, _ = cv2.findHomography(source, target)
    if matrix is None:
        return paint_mask(image, landmarks, worn)
    paint = cv2.warpPerspective(donor, matrix, (image.shape[1], image.shape[0]), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    light, _ = light_of(image, frame)
    cover = stencil(image.shape, smooth_loop(target), max(0.6, frame.unit * 0.02))
    return blend(image, paint.astype(np.float32) * (0.5 + 0.5 * light), cover)

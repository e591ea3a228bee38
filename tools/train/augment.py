# SPDX-License-Identifier: GPL-3.0-or-later
"""What a camera and its light do to a picture."""
import random

import cv2
import numpy as np

GREY = 127  # what stands where there is no picture, in training and in the station


_NOISE = np.random.RandomState(1).standard_normal((512, 512, 3)).astype(np.float32)


def light_and_lens(image):
    """Brightness, colour cast, shade from one side, grey, blur, noise, JPEG: each now and then."""
    out = cv2.LUT(image, _tones())
    if random.random() < 0.15:
        ramp = np.linspace(random.uniform(0.4, 1), random.uniform(0.8, 1.2), out.shape[1], dtype=np.float32)
        out = np.clip(out * ramp[None, :: random.choice((1, -1)), None], 0, 255).astype(np.uint8)
    if random.random() < 0.12:
        out = cv2.cvtColor(cv2.cvtColor(out, cv2.COLOR_BGR2GRAY), cv2.COLOR_GRAY2BGR)
    if random.random() < 0.2:
        out = cv2.GaussianBlur(out, (0, 0), random.uniform(0.4, 1.5))
    if random.random() < 0.25:
        height, width = out.shape[:2]
        y, x = random.randint(0, 512 - height), random.randint(0, 512 - width)
        out = np.clip(out + _NOISE[y:y + height, x:x + width] * random.uniform(1, 11), 0, 255).astype(np.uint8)
    if random.random() < 0.25:
        out = cv2.imdecode(cv2.imencode(".jpg", out, [cv2.IMWRITE_JPEG_QUALITY, random.randint(25, 90)])[1], cv2.IMREAD_COLOR)
    return out


def _tones():
    """A table a colour channel: contrast, brightness, gamma, cast."""
    table = np.repeat(np.arange(256, dtype=np.float32)[:, None], 3, 1)
    if random.random() < 0.75:
        table = (table - 127) * random.uniform(0.6, 1.35) + 127 + random.uniform(-45, 40)
    if random.random() < 0.2:
        table = 255 * np.power(np.clip(table, 0, 255) / 255, random.uniform(0.5, 2.0))
    if random.random() < 0.4:
        table *= np.random.uniform(0.85, 1.15, 3).astype(np.float32)
    return np.clip(table, 0, 255).astype(np.uint8)[None]


def crop_around(image, box, side, margin, angle=0.0):
    """The square around a face, grey beyond the picture. Returns the crop and the 2 x 3 matrix that makes it."""
    x, y, w, h = (float(v) for v in box)
    wanted = max(w, h) * margin
    centre = (x + w / 2, y + h / 2)
    matrix = cv2.getRotationMatrix2D(centre, angle, side / wanted)
    matrix[:, 2] += np.array([side / 2 - centre[0], side / 2 - centre[1]])
    shrink = int(wanted / (side * 2))
    if shrink > 1:  # average first, or it aliases
        image = cv2.blur(image, (shrink, shrink))
    crop = cv2.warpAffine(image, matrix, (side, side), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_CONSTANT, borderValue=(GREY,) * 3)
    return crop, matrix

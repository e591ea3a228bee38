# SPDX-License-Identifier: GPL-3.0-or-later
"""What a trained face net takes for a face, through OpenCV's dnn as the station does."""
import cv2
import numpy as np

from augment import GREY
from nets import CELL

BUDGET = 384 * 288  # input pixels
UNIT = 32  # its sides are multiples of this


def intersection_over_union(a, b):
    w = min(a[0] + a[2], b[0] + b[2]) - max(a[0], b[0])
    h = min(a[1] + a[3], b[1] + b[3]) - max(a[1], b[1])
    common = max(0.0, w) * max(0.0, h)
    return common / (a[2] * a[3] + b[2] * b[3] - common)


class FaceFinder:
    def __init__(self, model):
        self.net = cv2.dnn.readNetFromONNX(model)

    def find(self, image, least):
        """[(score, box in pixels)] of all peaks from `least`, overlaps among them."""
        height, width = image.shape[:2]
        scale = (BUDGET / (width * height)) ** 0.5
        wide, high = (max(UNIT, round(side * scale / UNIT) * UNIT) for side in (width, height))
        scale = max(width / wide, height / high)
        w, h = min(wide, max(1, round(width / scale))), min(high, max(1, round(height / scale)))
        x, y = (wide - w) // 2, (high - h) // 2
        fitted = np.full((high, wide, 3), GREY, np.uint8)
        fitted[y:y + h, x:x + w] = cv2.resize(image, (w, h), interpolation=cv2.INTER_AREA if scale > 1 else cv2.INTER_LINEAR)
        self.net.setInput(cv2.dnn.blobFromImage(fitted, 1 / 127.5, mean=(127.5,) * 3), "image")
        heat, box = self.net.forward(["heat", "box"])
        score = 1 / (1 + np.exp(-heat[0, 0]))
        peaks = (score >= least) & (score == cv2.dilate(score, np.ones((3, 3), np.uint8)))
        found = []
        for row, column in np.argwhere(peaks):
            dx, dy, log_w, log_h = box[0, :, row, column]
            bw, bh = np.exp(np.clip([log_w, log_h], -5, 5)) * CELL
            cx, cy = (column + 0.5 + dx) * CELL, (row + 0.5 + dy) * CELL
            found.append((float(score[row, column]), np.array([cx - bw / 2 - x, cy - bh / 2 - y, bw, bh], np.float32) * scale))
        return found

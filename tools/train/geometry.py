# SPDX-License-Identifier: GPL-3.0-or-later
"""A face's own coordinates from its five landmarks: masks and covers are drawn in them."""
import cv2
import numpy as np


class FaceFrame:
    """Origin between the mouth's corners, y up towards the eyes, one unit = eyes to mouth."""

    def __init__(self, landmarks):
        right_eye, left_eye, nose, right_mouth, left_mouth = landmarks
        self.mouth = (right_mouth + left_mouth) / 2
        up = (right_eye + left_eye) / 2 - self.mouth
        self.unit = max(1.0, float(np.linalg.norm(up)))
        self.up = up / self.unit
        self.right = np.array([-self.up[1], self.up[0]])
        if np.dot(self.right, left_eye - right_eye) < 0:
            self.right = -self.right
        self.nose_height = float(np.clip(np.dot(nose - self.mouth, self.up) / self.unit, 0.3, 0.7))
        # A head turned to one side shows less of its other cheek.
        middle = (right_eye + left_eye) / 2 * 0.5 + self.mouth * 0.5
        self.turn = float(np.clip(np.dot(nose - middle, self.right) / self.unit, -0.45, 0.45))

    def at(self, x, y):
        """Pixels of a point; x is squeezed on the side the head is turned to."""
        side = 1 - self.turn * (1.1 if x > 0 else -1.1)
        return self.mouth + self.right * (x * side + 0.5 * self.turn * max(0.0, 1 - abs(x))) * self.unit + self.up * y * self.unit

    def points(self, pairs):
        return np.array([self.at(x, y) for x, y in pairs], np.float32)


def smooth_loop(points, steps=6):
    """A closed Catmull-Rom curve through `points`."""
    before, after, second = np.roll(points, 1, 0), np.roll(points, -1, 0), np.roll(points, -2, 0)
    t = np.linspace(0, 1, steps, endpoint=False)[None, :, None]
    a, b, c, d = (p[:, None, :] for p in (before, points, after, second))
    curve = 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3)
    return curve.reshape(-1, 2)


def stencil(shape, outline, soft):
    """0...1 picture of `shape` (height, width): 1 inside the outline, its edge `soft` pixels wide."""
    cover = np.zeros(shape[:2], np.uint8)
    cv2.fillPoly(cover, [np.round(outline * 16).astype(np.int32)], 255, cv2.LINE_AA, 4)
    if soft > 0.3:
        cover = cv2.GaussianBlur(cover, (0, 0), soft)
    return cover.astype(np.float32)[..., None] / 255


def blend(image, paint, cover):
    return np.clip(image * (1 - cover) + paint * cover, 0, 255).astype(np.uint8)


def light_of(image, frame):
    """How the face is lit: a smooth picture around 1, to shade what is drawn on it."""
    grey = cv2.cvtColor(image, cv2.COLOR_BGR2GRAY)
    small = cv2.resize(grey, (24, 24), interpolation=cv2.INTER_AREA)
    light = cv2.resize(cv2.GaussianBlur(small, (0, 0), 2.0).astype(np.float32), (image.shape[1], image.shape[0]))
    x, y = np.clip(frame.at(0, 0.3), 0, [image.shape[1] - 1, image.shape[0] - 1]).astype(int)
    return np.clip(light / max(20.0, light[y, x]), 0.5, 1.5)[..., None], float(np.clip(light[y, x] / 140, 0.35, 1.25))

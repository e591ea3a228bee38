# SPDX-License-Identifier: GPL-3.0-or-later
"""Random training samples of the state net."""
import random

import cv2
import numpy as np

from augment import GREY, crop_around, light_and_lens
from data import STATES
from draw_covers import draw_cover
from draw_masks import WORN, paint_mask, state_of, transplant_mask
from nets import CROP, CROP_MARGIN

SMALLEST = 18  # pixels; smaller faces teach nothing but guesses
CANVAS = 176  # masks are drawn on a face of about this size
# What a sample is made from, and how often.
SHARES = {"portrait mask": 16, "scene mask": 13, "portrait no_mask": 20, "scene no_mask": 13, "scene incorrect": 8,
          "portrait incorrect": 3, "painted": 18, "transplanted": 8, "covered": 11, "mannequin": 10}
BARELY = 0.025  # of the crop: of a mask or a cover that shows less, nobody could tell


class StateSamples:
    def __init__(self, pictures):
        faces = [(p, f) for p in pictures for f in p.faces if min(f.box[2:]) >= SMALLEST and f.state in STATES]
        self.pools = {}
        for source in ("portrait", "scene"):
            for state in STATES:
                self.pools[f"{source} {state}"] = [x for x in faces if x[0].source == source + "s" and x[1].state == state]
        self.pools["mannequin"] = [x for x in faces if x[0].source == "mannequins"]
        self.bare = [x for x in self.pools["portrait no_mask"] if x[1].landmarks is not None]
        self.donors = [x for x in self.pools["portrait mask"] if x[1].landmarks is not None and x[1].box[2] > 60]
        self.pools.update({"painted": self.bare, "transplanted": self.bare, "covered": self.bare})
        scenes = [p.image for p in pictures if p.source == "scenes"]
        self.patches = [_patch_of(image) for image in scenes for _ in range(2)]
        self.kinds = [kind for kind in SHARES if self.pools[kind]]
        self.weights = [SHARES[kind] for kind in self.kinds]

    def __call__(self):
        kind = random.choices(self.kinds, self.weights)[0]
        picture, face = random.choice(self.pools[kind])
        image, state = self.crop(picture, face, kind)
        if random.random() < 0.5:
            image = image[:, ::-1]
        return light_and_lens(_at_a_distance(np.ascontiguousarray(image))), STATES.index(state)

    def crop(self, picture, face, kind):
        box = face.box.copy()
        longer = max(box[2:])
        box[:2] += np.random.uniform(-0.09, 0.09, 2) * longer
        margin, angle = CROP_MARGIN * random.uniform(0.82, 1.25), random.uniform(-18, 18)
        drawn = kind in ("painted", "transplanted", "covered")
        beside = face.landmarks is not None and not drawn and random.random() < 0.08  # a hand or a phone that hides nothing
        if not drawn and not beside:
            return crop_around(picture.image, box, CROP, margin, angle)[0], face.state
        image, matrix = crop_around(picture.image, box, CANVAS, margin, angle)
        bare = image.astype(np.int16)
        landmarks = face.landmarks @ matrix[:, :2].T + matrix[:, 2]
        state = face.state
        if beside:
            image = draw_cover(image, landmarks, self.patches, away=True)
        elif kind == "covered":
            image, state = draw_cover(image, landmarks, self.patches), "covered"
        else:
            worn = random.choices(WORN, (0.34, 0.36, 0.30))[0]
            state = state_of(worn)
            if kind == "painted":
                image = paint_mask(image, landmarks, worn, self.patches)
            else:
                donor, donor_face = random.choice(self.donors)
                image = transplant_mask(image, landmarks, worn, donor.image, donor_face.landmarks)
        # Nothing is drawn beyond the picture's edge: a mask over the grey would be a tell-tale, and no camera shows it.
        inside = cv2.warpAffine(np.full(picture.image.shape[:2], 255, np.uint8), matrix, (CANVAS, CANVAS), flags=cv2.INTER_NEAREST)
        image[inside == 0] = GREY
        if (np.abs(image - bare).max(2) > 18).mean() < BARELY:
            state = face.state
        return cv2.resize(image, (CROP, CROP), interpolation=cv2.INTER_AREA), state


def _patch_of(image):
    """A random small piece of a picture, for prints and texture."""
    height, width = image.shape[:2]
    side = random.randint(min(height, width) // 8, min(height, width) // 3)
    x, y = random.randint(0, width - side), random.randint(0, height - side)
    return cv2.resize(image[y:y + side, x:x + side], (64, 64), interpolation=cv2.INTER_AREA)


def _at_a_distance(image):
    """As if the face had been smaller in the camera's picture."""
    if random.random() > 0.45:
        return image
    side = random.randint(24, 56)
    small = cv2.resize(image, (side, side), interpolation=random.choice((cv2.INTER_AREA, cv2.INTER_LINEAR)))
    return cv2.resize(small, (image.shape[1], image.shape[0]), interpolation=random.choice((cv2.INTER_LINEAR, cv2.INTER_CUBIC)))

# SPDX-License-Identifier: GPL-3.0-or-later
"""Random training samples of the state net."""
import math
import random

import cv2
import numpy as np

from augment import GREY, crop_around, light_and_lens
from candidates import FaceFinder, intersection_over_union
from data import STATES, Face
from draw_covers import draw_cover
from draw_masks import WORN, paint_mask, state_of, transplant_mask
from nets import CROP, CROP_MARGIN

SMALLEST = 18  # pixels; smaller faces teach nothing but guesses
CANVAS = 176  # masks are drawn on a face of about this size
# What a sample is made from, and how often.
SHARES = {"portrait mask": 16, "scene mask": 13, "portrait no_mask": 20, "scene no_mask": 13, "scene incorrect": 8,
          "portrait incorrect": 3, "painted": 18, "transplanted": 8, "covered": 11, "mannequin": 10, "nothing": 18}
BARELY = 0.025  # of the crop: of a mask or a cover that shows less, nobody could tell


class StateSamples:
    def __init__(self, pictures, face_net=None):
        """`face_net`: the trained one, exported; what it takes for a face and is none is worth most."""
        faces = [(p, f) for p in pictures for f in p.faces if min(f.box[2:]) >= SMALLEST and f.state in STATES]
        self.pools = {}
        for source in ("portrait", "scene"):
            for state in STATES:
                self.pools[f"{source} {state}"] = [x for x in faces if x[0].source == source + "s" and x[1].state == state]
        self.pools["mannequin"] = [x for x in faces if x[0].source == "mannequins"]
        self.bare = [x for x in self.pools["portrait no_mask"] if x[1].landmarks is not None]
        self.donors = [x for x in self.pools["portrait mask"] if x[1].landmarks is not None and x[1].box[2] > 60]
        self.pools.update({"painted": self.bare, "transplanted": self.bare, "covered": self.bare})
        self.pictures = pictures
        self.pools["nothing"] = self.mistaken(FaceFinder(face_net)) if face_net else []
        scenes = [p.image for p in pictures if p.source == "scenes"]
        self.patches = [_patch_of(image) for image in scenes for _ in range(2)]
        self.kinds = [kind for kind in SHARES if self.pools[kind] or kind == "nothing"]
        self.weights = [SHARES[kind] for kind in self.kinds]

    def __call__(self):
        kind = random.choices(self.kinds, self.weights)[0]
        picture, face = self.nothing() if kind == "nothing" else random.choice(self.pools[kind])
        image, state = self.crop(picture, face, kind)
        if random.random() < 0.5:
            image = image[:, ::-1]
        return light_and_lens(_at_a_distance(np.ascontiguousarray(image))), STATES.index(state)

    def mistaken(self, finder):
        """What the face net takes for a face with some right to it, and nobody labelled. The surest are people all the same."""
        found = []
        for picture in self.pictures:
            for score, box in finder.find(picture.image, 0.06):
                if score < 0.6 and min(box[2:]) >= SMALLEST and not _is_face(picture, box):
                    found.append((picture, Face(box, "nothing")))
        return found

    def nothing(self):
        """No face: a mistake of the face net, a place beside a face or around it, or anywhere."""
        kind = random.random()
        if kind < 0.5 and self.pools["nothing"]:
            return random.choice(self.pools["nothing"])
        while True:
            picture = random.choice(self.pictures)
            height, width = picture.image.shape[:2]
            if kind < 0.8 and picture.faces:
                x, y, w, h = random.choice(picture.faces).box
                scale = random.choice((random.uniform(0.25, 0.5), random.uniform(0.7, 1.4), random.uniform(1.9, 3.0)))
                cx, cy = x + w * random.uniform(-0.6, 1.6), y + h * random.uniform(-0.6, 1.9)
                w, h = w * scale, h * scale
            else:
                w = math.exp(random.uniform(math.log(SMALLEST), math.log(0.6 * min(width, height) + SMALLEST)))
                h = w * random.uniform(0.9, 1.5)
                cx, cy = random.uniform(0, width), random.uniform(0, height)
            box = np.array([cx - w / 2, cy - h / 2, w, h], np.float32)
            if min(w, h) >= SMALLEST and 0 <= cx < width and 0 <= cy < height and not _is_face(picture, box):
                return picture, Face(box, "nothing")

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


def _is_face(picture, box):
    return any(intersection_over_union(face.box, box) > 0.2 for face in picture.faces)


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

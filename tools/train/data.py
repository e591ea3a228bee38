# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads a folder of labelled faces (faces.jsonl) and splits it by group."""
import hashlib
import json
import os
from dataclasses import dataclass, field
from typing import List, Optional

import cv2
import numpy as np

STATES = ("mask", "no_mask", "incorrect", "covered", "nothing")  # the order of the state model's outputs; nothing: no face
SPLIT_SEED = "menshen-eye-20"
VALIDATION_SHARE = 0.2
SAME_PICTURE = 0.93  # correlation of 16 x 16 thumbnails from which two pictures count as one


@dataclass
class Face:
    box: np.ndarray  # x, y, w, h in pixels
    state: str
    landmarks: Optional[np.ndarray] = None  # 5 x 2: right eye, left eye, nose, right and left mouth corner


@dataclass
class Picture:
    name: str
    source: str
    group: str
    faces: List[Face]
    image: np.ndarray = field(repr=False)


def read(folder, corrections=None):
    """All pictures of `folder`, in the file's order, decoded."""
    changes = _read_corrections(corrections)
    pictures = []
    with open(os.path.join(folder, "faces.jsonl"), encoding="utf-8") as lines:
        for line in lines:
            entry = json.loads(line)
            image = cv2.imread(os.path.join(folder, entry["file"]))
            if image is None:
                raise FileNotFoundError(entry["file"])
            faces = []
            for index, face in enumerate(entry["faces"]):
                state = changes.get((entry["file"], index), face["state"])
                landmarks = face.get("landmarks")
                points = np.array(landmarks, np.float32).reshape(5, 2) if landmarks else None
                faces.append(Face(np.array(face["box"], np.float32), state, points))
            pictures.append(Picture(entry["file"], entry["source"], entry["group"], faces, image))
    return pictures


def _read_corrections(file):
    """Labels seen to be wrong: one JSON object a line (file, face, state; state "drop" = not for training)."""
    if not file or not os.path.exists(file):
        return {}
    with open(file, encoding="utf-8") as lines:
        entries = [json.loads(line) for line in lines if line.strip()]
    return {(entry["file"], entry["face"]): entry["state"] for entry in entries}


def split(pictures):
    """(training, validation): whole groups only, and groups that share a picture stay together."""
    cluster = _clusters(pictures)
    training, validation = [], []
    for picture in pictures:
        digest = hashlib.md5(f"{SPLIT_SEED}:{cluster[picture.group]}".encode()).digest()
        share = int.from_bytes(digest[:4], "big") / 2**32
        (validation if share < VALIDATION_SHARE else training).append(picture)
    return training, validation


def _clusters(pictures):
    """Group name -> name of the cluster of groups it belongs to (near-duplicate pictures join groups)."""
    thumbs = []
    for picture in pictures:
        grey = cv2.cvtColor(picture.image, cv2.COLOR_BGR2GRAY)
        thumb = cv2.resize(grey, (16, 16), interpolation=cv2.INTER_AREA).astype(np.float32).ravel()
        thumb -= thumb.mean()
        thumbs.append(thumb / (np.linalg.norm(thumb) + 1e-6))
    thumbs = np.array(thumbs)
    parent = {picture.group: picture.group for picture in pictures}

    def root(group):
        while parent[group] != group:
            group = parent[group]
        return group

    thumbs[[picture.source == "mannequins" for picture in pictures]] = 0  # all alike; their groups do
    for i, j in np.argwhere(np.triu(thumbs @ thumbs.T, 1) > SAME_PICTURE):
        a, b = sorted((root(pictures[i].group), root(pictures[j].group)))
        parent[b] = a
    return {group: root(group) for group in parent}

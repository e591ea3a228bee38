#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Trains the state net: train_state.py DATA OUT [--mannequins DIR]. Run again to go on where it stopped."""
import numpy as np
import torch
import torch.nn.functional as F

import data
import loop
from augment import crop_around
from nets import CROP, CROP_MARGIN, StateNet, as_input
from state_samples import StateSamples


def loss_of(answers, batch):
    return F.cross_entropy(answers[0], batch[1], label_smoothing=0.02)


def checker(pictures):
    """Right per source and state on the true boxes of the validation part."""
    crops, truth = [], []
    for picture in pictures:
        for face in picture.faces:
            if min(face.box[2:]) >= 24 and face.state in data.STATES:
                crops.append(crop_around(picture.image, face.box, CROP, CROP_MARGIN)[0])
                truth.append((picture.source, face.state))
    crops = torch.from_numpy(np.stack(crops))

    @torch.no_grad()
    def check(net):
        told = torch.cat([net(as_input(part))[0] for part in crops.split(256)]).argmax(1).numpy()
        parts = []
        for key in sorted(set(truth)):
            right = [data.STATES[t] == key[1] for t, k in zip(told, truth) if k == key]
            parts.append(f"{key[0][:4]} {key[1]} {100 * np.mean(right):.1f}")
        return ", ".join(parts)

    return check


def main():
    chosen = loop.options(__doc__, epochs=120, peak=3e-3, faces=True)
    training, validation = loop.parts(chosen)
    loop.train(StateNet(), StateSamples(training, chosen.faces), loss_of, chosen, batch=64, check=checker(validation), decay=5e-4)


if __name__ == "__main__":
    main()

#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Trains the state net: train_state.py DATA OUT [--mannequins DIR]. Run again to go on where it stopped."""
import argparse

import numpy as np
import torch
import torch.nn.functional as F

import data
import loop
from augment import crop_around
from nets import CROP, CROP_MARGIN, StateNet, as_input
from state_samples import StateSamples


def loss_of(net, batch):
    pictures, states = batch
    return F.cross_entropy(net(as_input(pictures)), states, label_smoothing=0.02)


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
        told = torch.cat([net(as_input(part)) for part in crops.split(256)]).argmax(1).numpy()
        parts = []
        for key in sorted(set(truth)):
            right = [data.STATES[t] == key[1] for t, k in zip(told, truth) if k == key]
            parts.append(f"{key[0][:4]} {key[1]} {100 * np.mean(right):.1f}")
        return ", ".join(parts)

    return check


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("data")
    options.add_argument("out")
    options.add_argument("--mannequins", help="folder written by mannequins.cpp")
    options.add_argument("--corrections", help="labels seen to be wrong")
    options.add_argument("--epochs", type=int, default=80)
    options.add_argument("--samples", type=int, default=4096, help="an epoch")
    options.add_argument("--peak", type=float, default=3e-3)
    options.add_argument("--threads", type=int, default=1)
    options.add_argument("--workers", type=int, default=1)
    options.add_argument("--seed", type=int, default=1)
    chosen = options.parse_args()
    torch.set_num_threads(chosen.threads)
    loop.fix_seeds(chosen.seed)
    pictures = data.read(chosen.data, chosen.corrections) + (data.read(chosen.mannequins) if chosen.mannequins else [])
    training, validation = data.split(pictures)
    loop.train(StateNet(), StateSamples(training), loss_of, chosen.out, epochs=chosen.epochs, count=chosen.samples, batch=64, peak=chosen.peak,
               seed=chosen.seed, check=checker(validation), workers=chosen.workers, decay=5e-4)


if __name__ == "__main__":
    main()

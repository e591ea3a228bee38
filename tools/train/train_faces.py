#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Trains the face net: train_faces.py DATA OUT [--mannequins DIR]. Run again to go on where it stopped."""
import argparse

import torch
import torch.nn.functional as F

import data
import loop
from face_samples import FaceSamples
from nets import FaceNet, as_input


def loss_of(net, batch):
    pictures, heat, box, weight, counts = batch
    logits, boxes = net(as_input(pictures))
    chance = torch.sigmoid(logits).clamp(1e-4, 1 - 1e-4)
    centre = (heat == 1).float()
    found = centre * torch.log(chance) * (1 - chance) ** 2
    empty = (1 - centre) * (1 - heat) ** 4 * chance**2 * torch.log(1 - chance)
    heat_loss = -((found + empty) * counts).sum() / (centre.sum() + 1)
    box_loss = (F.smooth_l1_loss(boxes, box, reduction="none", beta=0.2).sum(1) * weight).sum() / (weight.sum() + 1)
    return heat_loss + box_loss


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("data")
    options.add_argument("out")
    options.add_argument("--mannequins", help="folder written by mannequins.cpp")
    options.add_argument("--corrections", help="labels seen to be wrong")
    options.add_argument("--epochs", type=int, default=80)
    options.add_argument("--samples", type=int, default=4096, help="an epoch")
    options.add_argument("--peak", type=float, default=4e-3)
    options.add_argument("--threads", type=int, default=1)
    options.add_argument("--workers", type=int, default=1)
    options.add_argument("--seed", type=int, default=1)
    chosen = options.parse_args()
    torch.set_num_threads(chosen.threads)
    loop.fix_seeds(chosen.seed)
    pictures = data.read(chosen.data, chosen.corrections) + (data.read(chosen.mannequins) if chosen.mannequins else [])
    training, _ = data.split(pictures)
    make = FaceSamples(training)
    loop.train(FaceNet(), make, loss_of, chosen.out, epochs=chosen.epochs, count=chosen.samples, batch=32, peak=chosen.peak,
               seed=chosen.seed, workers=chosen.workers)


if __name__ == "__main__":
    main()

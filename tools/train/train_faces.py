#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Trains the face net: train_faces.py DATA OUT [--mannequins DIR]. Run again to go on where it stopped."""
import torch
import torch.nn.functional as F

import loop
from face_samples import FaceSamples
from nets import FaceNet


def loss_of(answers, batch):
    (logits, boxes), (_, heat, box, weight, counts) = answers, batch
    chance = torch.sigmoid(logits).clamp(1e-4, 1 - 1e-4)
    centre = (heat == 1).float()
    found = centre * torch.log(chance) * (1 - chance) ** 2
    empty = (1 - centre) * (1 - heat) ** 4 * chance**2 * torch.log(1 - chance)
    heat_loss = -((found + empty) * counts).sum() / (centre.sum() + 1)
    box_loss = (F.smooth_l1_loss(boxes, box, reduction="none", beta=0.2).sum(1) * weight).sum() / (weight.sum() + 1)
    return heat_loss + box_loss


def main():
    chosen = loop.options(__doc__, epochs=90, peak=4e-3)
    training, _ = loop.parts(chosen)
    loop.train(FaceNet(), FaceSamples(training), loss_of, chosen, batch=32)


if __name__ == "__main__":
    main()

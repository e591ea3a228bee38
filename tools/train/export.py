#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes a trained net as ONNX and checks that OpenCV's dnn answers the same: export.py faces|state CHECKPOINT FILE.onnx"""
import argparse
import copy

import cv2
import numpy as np
import torch
from torch.nn.utils.fusion import fuse_conv_bn_eval

from nets import CROP, FaceNet, StateNet

FACE_SIZES = ((384, 288), (320, 320), (288, 384), (416, 256))
TOLERANCE = 2e-3


def fused(module):
    """A copy with every batch norm folded into the convolution before it."""
    module = copy.deepcopy(module).eval()
    for name, child in list(module.named_children()):
        setattr(module, name, fused(child))
    if isinstance(module, torch.nn.Sequential):
        parts, layers = list(module), []
        for layer in parts:
            if isinstance(layer, torch.nn.BatchNorm2d):
                layers[-1] = fuse_conv_bn_eval(layers[-1], layer)
            else:
                layers.append(layer)
        module = torch.nn.Sequential(*layers)
    return module


def differs_by(net, file, input_name, names, size):
    """The largest difference between torch's and OpenCV's answers to one random picture."""
    picture = np.random.RandomState(1).uniform(-1, 1, (1, 3, size[1], size[0])).astype(np.float32)
    with torch.no_grad():
        expected = net(torch.from_numpy(picture))
    expected = expected if isinstance(expected, tuple) else (expected,)
    reader = cv2.dnn.readNetFromONNX(file)
    reader.setInput(picture, input_name)
    answers = reader.forward(names)
    return max(float(np.abs(a - e.numpy()).max()) for a, e in zip(answers, expected))


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("kind", choices=("faces", "state"))
    options.add_argument("checkpoint")
    options.add_argument("file")
    options.add_argument("--shift", type=float, default=0.0, help="added to the heat's logits, so that 0.5 is the threshold to use")
    chosen = options.parse_args()
    net = FaceNet() if chosen.kind == "faces" else StateNet()
    net.load_state_dict(torch.load(chosen.checkpoint)["averaged"])
    net = fused(net)
    input_name, names, sizes = ("image", ["heat", "box"], FACE_SIZES) if chosen.kind == "faces" else ("face", ["state"], ((CROP, CROP),))
    if chosen.kind == "faces":
        net.heat.bias.data += chosen.shift
    width, height = sizes[0]
    torch.onnx.export(net, torch.zeros(1, 3, height, width), chosen.file, input_names=[input_name], output_names=names, opset_version=11)
    for size in sizes:
        difference = differs_by(net, chosen.file, input_name, names, size)
        print(f"{chosen.file} at {size[0]} x {size[1]}: OpenCV {cv2.__version__} differs from torch by {difference:.1e}")
        if difference > TOLERANCE:
            raise SystemExit("the exported net does not answer as the trained one")


if __name__ == "__main__":
    main()

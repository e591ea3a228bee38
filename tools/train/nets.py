# SPDX-License-Identifier: GPL-3.0-or-later
"""The two nets. Only layers that OpenCV 4.6 reads at any input size."""
import torch.nn as nn
import torch.nn.functional as F

from data import STATES

CELL = 8  # input pixels a cell of the face net's maps
CROP = 72  # side of the state net's picture
CROP_MARGIN = 1.35  # the crop's side, in the box's longer sides


def as_input(pictures):
    """A batch of BGR pictures, 8 bits, channels last -> what the nets take."""
    return pictures.permute(0, 3, 1, 2).float() / 127.5 - 1


def conv(inputs, outputs, kernel=3, stride=1, groups=1):
    return nn.Sequential(nn.Conv2d(inputs, outputs, kernel, stride, kernel // 2, groups=groups, bias=False), nn.BatchNorm2d(outputs), nn.ReLU(True))


def separable(inputs, outputs, stride=1):
    return nn.Sequential(conv(inputs, inputs, 3, stride, inputs), conv(inputs, outputs, 1))


class Residual(nn.Module):
    def __init__(self, change):
        super().__init__()
        self.change = change

    def forward(self, x):
        return x + self.change(x)


class FaceNet(nn.Module):
    """A heat map of face centres and a box a cell, at stride 8, from features of strides 8, 16 and 32."""

    def __init__(self, head=64):
        super().__init__()
        self.stride4 = nn.Sequential(nn.Conv2d(3, 24, 6, 4, 1, bias=False), nn.BatchNorm2d(24), nn.ReLU(True), separable(24, 32))
        self.stride8 = nn.Sequential(conv(32, 48, 3, 2), separable(48, 64), Residual(separable(64, 64)))
        self.stride16 = nn.Sequential(separable(64, 96, 2), *(Residual(separable(96, 96)) for _ in range(3)))
        self.stride32 = nn.Sequential(separable(96, 160, 2), *(Residual(separable(160, 160)) for _ in range(3)))
        self.from8, self.from16, self.from32 = conv(64, head, 1), conv(96, head, 1), conv(160, head, 1)
        self.merge16 = separable(head, head)
        self.head = nn.Sequential(separable(head, head), separable(head, head))
        self.heat, self.box = nn.Conv2d(head, 1, 1), nn.Conv2d(head, 4, 1)
        nn.init.constant_(self.heat.bias, -4.0)

    def forward(self, x):
        at8 = self.stride8(self.stride4(x))
        at16 = self.stride16(at8)
        at32 = self.stride32(at16)
        merged = self.merge16(self.from16(at16) + F.interpolate(self.from32(at32), scale_factor=2.0))
        merged = self.head(self.from8(at8) + F.interpolate(merged, scale_factor=2.0))
        return self.heat(merged), self.box(merged)


class StateNet(nn.Module):
    """How the mask is worn, from the face's crop: logits in the order of STATES."""

    def __init__(self):
        super().__init__()
        self.features = nn.Sequential(conv(3, 16, 3, 2), conv(16, 32), nn.MaxPool2d(2), conv(32, 64), Residual(conv(64, 64)), Residual(conv(64, 64)),
                                      nn.MaxPool2d(2), conv(64, 96), Residual(conv(96, 96)), nn.MaxPool2d(2), separable(96, 160))
        self.drop = nn.Dropout(0.2)
        self.state = nn.Linear(160 * 4, len(STATES))

    def forward(self, x):
        x = F.adaptive_avg_pool2d(self.features(x), 2)
        return (self.state(self.drop(x.flatten(1))),)

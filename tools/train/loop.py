# SPDX-License-Identifier: GPL-3.0-or-later
"""What both trainings share: options, cosine learning rate, averaged weights, a checkpoint every epoch, resumable."""
import argparse
import copy
import math
import os
import random
import time

import cv2
import numpy as np
import torch

import data
from nets import as_input

QUIET_FILE = os.environ.get("MENSHEN_QUIET_FILE", "")  # while this file exists, training sleeps


def fix_seeds(seed):
    random.seed(seed)
    np.random.seed(seed)
    torch.manual_seed(seed)


def options(about, epochs, peak, faces=False):
    """The command line of both programs, read; threads and seeds are set."""
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("data")
    parser.add_argument("out")
    parser.add_argument("--mannequins", help="folder written by mannequins.cpp")
    parser.add_argument("--corrections", help="labels seen to be wrong")
    parser.add_argument("--epochs", type=int, default=epochs)
    parser.add_argument("--samples", type=int, default=4096, help="an epoch")
    parser.add_argument("--peak", type=float, default=peak, help="the highest learning rate")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--bfloat16", action="store_true", help="twice as fast where /proc/cpuinfo says avx512_bf16, slower elsewhere")
    if faces:
        parser.add_argument("--faces", help="the trained face net, exported: what it mistakes for faces is learnt as nothing")
    chosen = parser.parse_args()
    torch.set_num_threads(chosen.threads)
    fix_seeds(chosen.seed)
    return chosen


def parts(chosen):
    """(training, validation) pictures, the mannequin's among them."""
    pictures = data.read(chosen.data, chosen.corrections) + (data.read(chosen.mannequins) if chosen.mannequins else [])
    return data.split(pictures)


class Samples(torch.utils.data.IterableDataset):
    """`count` samples of `make()` an epoch; seeded by epoch and worker."""

    def __init__(self, make, count, seed):
        self.make, self.count, self.seed, self.epoch = make, count, seed, 0

    def __iter__(self):
        cv2.setNumThreads(1)
        worker = torch.utils.data.get_worker_info()
        number, workers = (worker.id, worker.num_workers) if worker else (0, 1)
        seed = self.seed * 1_000_003 + self.epoch * 101 + number
        random.seed(seed)
        np.random.seed(seed % 2**32)
        for _ in range(self.count // workers):
            yield self.make()


def wait_while_quiet():
    """Returns the seconds it slept."""
    started = time.time()
    while QUIET_FILE and os.path.exists(QUIET_FILE):
        time.sleep(2)
    return time.time() - started


def learning_rate(step, total, peak):
    warm = max(1, min(200, total // 20))
    if step < warm:
        return peak * (step + 1) / warm
    return peak * (0.01 + 0.99 * 0.5 * (1 + math.cos(math.pi * min(1.0, (step - warm) / max(1, total - warm)))))


def train(net, make, loss_of, chosen, *, batch, check=None, decay=1e-4):
    """Runs the epochs missing in OUT/last.pt.

    `loss_of(answers, batch)` with the answers in 32 bits; `check(averaged net)` gives a line of figures for the log.
    """
    folder, epochs, count = chosen.out, chosen.epochs, chosen.samples
    os.makedirs(folder, exist_ok=True)
    fix_seeds(chosen.seed)
    net = net.to(memory_format=torch.channels_last)
    averaged = copy.deepcopy(net).eval()
    optimizer = torch.optim.AdamW(net.parameters(), chosen.peak, weight_decay=decay)
    first, step, seconds, last = 0, 0, 0.0, os.path.join(folder, "last.pt")
    if os.path.exists(last):
        saved = torch.load(last)
        net.load_state_dict(saved["net"])
        averaged.load_state_dict(saved["averaged"])
        optimizer.load_state_dict(saved["optimizer"])
        first, step, seconds = saved["epoch"], saved["step"], saved["seconds"]
    samples = Samples(make, count, chosen.seed)
    steps = epochs * (count // batch)
    for epoch in range(first, epochs):
        samples.epoch = epoch
        loader = torch.utils.data.DataLoader(samples, batch, num_workers=chosen.workers, drop_last=True)
        started, total, batches = time.time(), 0.0, 0
        net.train()
        for inputs in loader:
            started += wait_while_quiet()
            for group in optimizer.param_groups:
                group["lr"] = learning_rate(step, steps, chosen.peak)
            with torch.autocast("cpu", torch.bfloat16, enabled=chosen.bfloat16):
                answers = net(as_input(inputs[0]))
            loss = loss_of([answer.float() for answer in answers], inputs)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 5.0)
            optimizer.step()
            step += 1
            _follow(averaged, net, min(0.997, (1 + step) / (20 + step)))
            total, batches = total + loss.item(), batches + 1
        seconds += time.time() - started
        state = {"net": net.state_dict(), "averaged": averaged.state_dict(), "optimizer": optimizer.state_dict(), "epoch": epoch + 1,
                 "step": step, "seconds": seconds}
        torch.save(state, last + ".new")
        os.replace(last + ".new", last)
        line = f"epoch {epoch + 1}/{epochs} loss {total / max(1, batches):.4f} {time.time() - started:.0f} s, {seconds / 60:.1f} min in all"
        if check and (epoch % 4 == 3 or epoch == epochs - 1):
            line += " | " + check(averaged)
        print(line, flush=True)
        with open(os.path.join(folder, "log.txt"), "a", encoding="utf-8") as log:
            log.write(line + "\n")
    return averaged


@torch.no_grad()
def _follow(averaged, net, keep):
    for slow, fast in zip(averaged.state_dict().values(), net.state_dict().values()):
        if slow.dtype.is_floating_point:
            slow.mul_(keep).add_(fast, alpha=1 - keep)
        else:
            slow.copy_(fast)

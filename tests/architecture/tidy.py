#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""clang-tidy over the product's own sources (not what is generated, not the tests). tidy.py CLANG_TIDY BUILD

Reading all of them takes a quarter of an hour. So one that passed is read again only when its text, its settings or what the
compiler sees of it has changed; the digests of what passed lie beside ccache's files.
"""
import concurrent.futures
import hashlib
import json
import os
import pathlib
import shlex
import subprocess
import sys

tidy, build = sys.argv[1:]
root = pathlib.Path.cwd()
cache = pathlib.Path(os.environ.get("CCACHE_DIR") or pathlib.Path.home() / ".cache" / "ccache") / "menshen-tidy"
settings = (root / ".clang-tidy").read_bytes() + subprocess.run([tidy, "--version"], capture_output=True, check=True).stdout


def preprocessed(entry):
    arguments = shlex.split(entry["command"])
    if "ccache" in arguments[0]:
        arguments = arguments[1:]
    output = arguments.index("-o")
    arguments[output : output + 2] = []
    arguments.remove("-c")
    seen = subprocess.run(arguments + ["-E", "-P", "-C"], cwd=entry["directory"], capture_output=True)
    return seen.stdout if seen.returncode == 0 else None


def digest(entry):
    seen = preprocessed(entry)
    if seen is None:
        return None  # clang-tidy says why
    return hashlib.sha256(b"\0".join([settings, entry["file"].encode(), pathlib.Path(entry["file"]).read_bytes(), seen])).hexdigest()


def problems(entry):
    """None: it passed; otherwise what clang-tidy says."""
    key = digest(entry)
    if key and (cache / key).exists():
        return None
    read = subprocess.run(
        [tidy, "-p", build, "--quiet", "--extra-arg=-Wno-unknown-warning-option", entry["file"]], capture_output=True, text=True
    )
    if read.returncode != 0:
        return "\n".join(line for line in (read.stdout + read.stderr).splitlines() if "error:" in line or "warning:" in line) or read.stderr
    if key:
        (cache / key).touch()
    return None


cache.mkdir(parents=True, exist_ok=True)
entries = {
    entry["file"]: entry
    for entry in json.loads((pathlib.Path(build) / "compile_commands.json").read_text())
    if pathlib.Path(entry["file"]).is_relative_to(root)
    and pathlib.Path(entry["file"]).relative_to(root).parts[0] in ("src", "drivers", "db", "ui")
}
if not entries:
    sys.exit("no source to read in " + build)
with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as readers:
    found = [text for text in readers.map(problems, entries.values()) if text]
print("\n".join(found) or f"{len(entries)} sources")
sys.exit(1 if found else 0)

"""Resident memory of a process with the model, after every text, in MB (2**20 bytes): FOLDER THREADS."""

import resource
import sys
from pathlib import Path

from minilm import PACKAGES, Texts, load
from serve import serve

folder, threads = sys.argv[1:]
texts = Texts(folder)
model = load(int(threads))


def resident_mb() -> float:
    model.encode(texts.fresh())
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() / 2**20


serve(lambda: model.encode(texts.all).tolist(), resident_mb, PACKAGES)

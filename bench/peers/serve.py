"""One side of a leg as a process; what is asked and answered is written in bench/ours/serve.ts."""

import json
import platform
import sys
import time
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path


def answer(value: object) -> None:
    print(json.dumps(value), flush=True)


def serve(answers: Callable[[], object], do_all: Callable[[], object], packages: list[str]) -> None:
    """Answers until stdin ends."""
    answer({"versions": {"Python": platform.python_version(), **{name: version(name) for name in packages}}})
    for line in sys.stdin:
        verb, _, at_least_ms = line.strip().partition(" ")
        if verb == "answers":
            answer(answers())
        elif verb == "round":
            answer({"ms": run_round(do_all, float(at_least_ms))})
        else:
            raise ValueError(f"Cannot answer: {line!r} is no question")


def run_round(do_all: Callable[[], object], at_least_ms: float) -> float:
    started_at = time.perf_counter()
    passes = 0
    while True:
        do_all()
        passes += 1
        elapsed_ms = 1000 * (time.perf_counter() - started_at)
        if elapsed_ms >= at_least_ms:
            return elapsed_ms / passes


def files_in(folder: str) -> list[bytes]:
    """Inputs of a leg in the order of their names."""
    return [path.read_bytes() for path in sorted(Path(folder).iterdir())]

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


def serve(answers: Callable[[], object], do_all: Callable[[], float | None], packages: list[str]) -> None:
    """Answers until stdin ends."""
    answer({"versions": {"Python": platform.python_version(), **{name: version(name) for name in packages}}})
    for line in sys.stdin:
        verb, _, at_least_ms = line.strip().partition(" ")
        if verb == "answers":
            answer(answers())
        elif verb == "round":
            answer({"figure": run_round(do_all, float(at_least_ms))})
        else:
            raise ValueError(f"Cannot answer: {line!r} is no question")


def run_round(do_all: Callable[[], float | None], at_least_ms: float) -> float:
    started_at = time.perf_counter()
    figures = []
    while True:
        pass_at = time.perf_counter()
        figure = do_all()
        now = time.perf_counter()
        figures.append(1000 * (now - pass_at) if figure is None else figure)
        if 1000 * (now - started_at) >= at_least_ms:
            return sum(figures) / len(figures)


def files_in(folder: str) -> list[bytes]:
    """Inputs of a leg in the order of their names."""
    return [path.read_bytes() for path in sorted(Path(folder).iterdir())]

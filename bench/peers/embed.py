"""Texts to vectors in batches of the size that is fastest here: FOLDER."""

import sys
import time

from minilm import PACKAGES, Texts, load
from serve import serve

SIZES = [1, 2, 4, 8, 16, 32, 64]
texts = Texts(sys.argv[1])
model = load()


def seconds(size: int) -> float:
    started_at = time.perf_counter()
    model.encode(texts.fresh(), batch_size=size)
    return time.perf_counter() - started_at


seconds(SIZES[-1])
best = min(SIZES, key=lambda size: min(seconds(size) for _ in range(3)))
print(f"sentence-transformers: batches of {best} are fastest", file=sys.stderr)


def embed_all() -> None:
    model.encode(texts.fresh(), batch_size=best)


serve(lambda: model.encode(texts.all, batch_size=best).tolist(), embed_all, PACKAGES)

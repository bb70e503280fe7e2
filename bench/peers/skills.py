"""Which spellings stand in each text, as a service in Python finds them: FOLDER LIBRARY.

A spelling begins where a word or sign begins, and ends where one ends or one character before the end of a word of at
least three characters in "s" or a digit.
"""

import json
import re
import sys
from collections.abc import Callable
from pathlib import Path

from serve import serve


def inflects(pattern: str) -> bool:
    return re.search(r"[^\W_]{2}$", pattern) is not None


def by_re(patterns: list[str]) -> Callable[[str], list[str]]:
    def compiled(pattern: str) -> re.Pattern[str]:
        start = r"\b" if pattern[0].isalnum() else ""
        end = r"\b" if pattern[-1].isalnum() else ""
        tail = "[s0-9]?" if inflects(pattern) else ""
        return re.compile(start + re.escape(pattern) + tail + end)

    every = [(pattern, compiled(pattern)) for pattern in patterns]
    return lambda text: [pattern for pattern, expression in every if expression.search(text)]


def by_pyahocorasick(patterns: list[str]) -> Callable[[str], list[str]]:
    import ahocorasick

    automaton = ahocorasick.Automaton()
    for pattern in patterns:
        automaton.add_word(pattern, (pattern, len(pattern), inflects(pattern)))
    automaton.make_automaton()

    def find(text: str) -> list[str]:
        found = set()
        size = len(text)
        for last, (pattern, length, can_inflect) in automaton.iter(text):
            first = last - length + 1
            if first > 0 and text[first - 1].isalnum() and text[first].isalnum():
                continue
            end = last + 1
            if end < size and text[last].isalnum() and text[end].isalnum():
                is_inflected = can_inflect and (text[end] == "s" or text[end].isdigit())
                if not is_inflected or (end + 1 < size and text[end + 1].isalnum()):
                    continue
            found.add(pattern)
        return list(found)

    return find


folder, library = sys.argv[1:]
data = json.loads((Path(folder) / "skills.json").read_text(encoding="utf-8"))
find = {"re": by_re, "pyahocorasick": by_pyahocorasick}[library](data["patterns"])


def find_all() -> None:
    for text in data["texts"]:
        find(text)


serve(lambda: [find(text) for text in data["texts"]], find_all, [] if library == "re" else [library])

from typing import Literal

MatchScoreFit = Literal["excellent", "fair", "good", "poor"]

MATCH_SCORE_FIT_VALUES: set[MatchScoreFit] = {
    "excellent",
    "fair",
    "good",
    "poor",
}


def check_match_score_fit(value: str) -> MatchScoreFit:
    if value in MATCH_SCORE_FIT_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {MATCH_SCORE_FIT_VALUES!r}"
    )

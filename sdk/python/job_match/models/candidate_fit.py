from typing import Literal

CandidateFit = Literal["excellent", "fair", "good", "poor"]

CANDIDATE_FIT_VALUES: set[CandidateFit] = {
    "excellent",
    "fair",
    "good",
    "poor",
}


def check_candidate_fit(value: str) -> CandidateFit:
    if value in CANDIDATE_FIT_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {CANDIDATE_FIT_VALUES!r}"
    )

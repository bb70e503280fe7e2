from typing import Literal

CandidateDetailFit = Literal["excellent", "fair", "good", "poor"]

CANDIDATE_DETAIL_FIT_VALUES: set[CandidateDetailFit] = {
    "excellent",
    "fair",
    "good",
    "poor",
}


def check_candidate_detail_fit(value: str) -> CandidateDetailFit:
    if value in CANDIDATE_DETAIL_FIT_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {CANDIDATE_DETAIL_FIT_VALUES!r}"
    )

from typing import Literal

ExplainedCandidateFit = Literal["excellent", "fair", "good", "poor"]

EXPLAINED_CANDIDATE_FIT_VALUES: set[ExplainedCandidateFit] = {
    "excellent",
    "fair",
    "good",
    "poor",
}


def check_explained_candidate_fit(value: str) -> ExplainedCandidateFit:
    if value in EXPLAINED_CANDIDATE_FIT_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {EXPLAINED_CANDIDATE_FIT_VALUES!r}"
    )

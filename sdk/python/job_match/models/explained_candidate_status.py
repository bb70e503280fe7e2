from typing import Literal

ExplainedCandidateStatus = Literal[
    "hired",
    "interviewing",
    "maybe",
    "offered",
    "pending",
    "rejected",
    "shortlisted",
    "withdrawn",
]

EXPLAINED_CANDIDATE_STATUS_VALUES: set[ExplainedCandidateStatus] = {
    "hired",
    "interviewing",
    "maybe",
    "offered",
    "pending",
    "rejected",
    "shortlisted",
    "withdrawn",
}


def check_explained_candidate_status(value: str) -> ExplainedCandidateStatus:
    if value in EXPLAINED_CANDIDATE_STATUS_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {EXPLAINED_CANDIDATE_STATUS_VALUES!r}"
    )

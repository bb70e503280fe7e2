from typing import Literal

CandidateStatus = Literal[
    "hired",
    "interviewing",
    "maybe",
    "offered",
    "pending",
    "rejected",
    "shortlisted",
    "withdrawn",
]

CANDIDATE_STATUS_VALUES: set[CandidateStatus] = {
    "hired",
    "interviewing",
    "maybe",
    "offered",
    "pending",
    "rejected",
    "shortlisted",
    "withdrawn",
}


def check_candidate_status(value: str) -> CandidateStatus:
    if value in CANDIDATE_STATUS_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {CANDIDATE_STATUS_VALUES!r}"
    )

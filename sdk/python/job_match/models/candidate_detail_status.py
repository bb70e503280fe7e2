from typing import Literal

CandidateDetailStatus = Literal[
    "hired",
    "interviewing",
    "maybe",
    "offered",
    "pending",
    "rejected",
    "shortlisted",
    "withdrawn",
]

CANDIDATE_DETAIL_STATUS_VALUES: set[CandidateDetailStatus] = {
    "hired",
    "interviewing",
    "maybe",
    "offered",
    "pending",
    "rejected",
    "shortlisted",
    "withdrawn",
}


def check_candidate_detail_status(value: str) -> CandidateDetailStatus:
    if value in CANDIDATE_DETAIL_STATUS_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {CANDIDATE_DETAIL_STATUS_VALUES!r}"
    )

from typing import Literal

ResumeMatchStatus = Literal[
    "hired",
    "interviewing",
    "maybe",
    "offered",
    "pending",
    "rejected",
    "shortlisted",
    "withdrawn",
]

RESUME_MATCH_STATUS_VALUES: set[ResumeMatchStatus] = {
    "hired",
    "interviewing",
    "maybe",
    "offered",
    "pending",
    "rejected",
    "shortlisted",
    "withdrawn",
}


def check_resume_match_status(value: str) -> ResumeMatchStatus:
    if value in RESUME_MATCH_STATUS_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {RESUME_MATCH_STATUS_VALUES!r}"
    )

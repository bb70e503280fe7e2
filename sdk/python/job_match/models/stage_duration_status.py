from typing import Literal

StageDurationStatus = Literal[
    "hired",
    "interviewing",
    "maybe",
    "offered",
    "pending",
    "rejected",
    "shortlisted",
    "withdrawn",
]

STAGE_DURATION_STATUS_VALUES: set[StageDurationStatus] = {
    "hired",
    "interviewing",
    "maybe",
    "offered",
    "pending",
    "rejected",
    "shortlisted",
    "withdrawn",
}


def check_stage_duration_status(value: str) -> StageDurationStatus:
    if value in STAGE_DURATION_STATUS_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {STAGE_DURATION_STATUS_VALUES!r}"
    )

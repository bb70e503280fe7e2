from typing import Literal

FunnelStageStatus = Literal[
    "hired",
    "interviewing",
    "maybe",
    "offered",
    "pending",
    "rejected",
    "shortlisted",
    "withdrawn",
]

FUNNEL_STAGE_STATUS_VALUES: set[FunnelStageStatus] = {
    "hired",
    "interviewing",
    "maybe",
    "offered",
    "pending",
    "rejected",
    "shortlisted",
    "withdrawn",
}


def check_funnel_stage_status(value: str) -> FunnelStageStatus:
    if value in FUNNEL_STAGE_STATUS_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {FUNNEL_STAGE_STATUS_VALUES!r}"
    )

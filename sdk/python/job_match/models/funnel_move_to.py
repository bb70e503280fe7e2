from typing import Literal

FunnelMoveTo = Literal[
    "hired",
    "interviewing",
    "maybe",
    "offered",
    "pending",
    "rejected",
    "shortlisted",
    "withdrawn",
]

FUNNEL_MOVE_TO_VALUES: set[FunnelMoveTo] = {
    "hired",
    "interviewing",
    "maybe",
    "offered",
    "pending",
    "rejected",
    "shortlisted",
    "withdrawn",
}


def check_funnel_move_to(value: str) -> FunnelMoveTo:
    if value in FUNNEL_MOVE_TO_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {FUNNEL_MOVE_TO_VALUES!r}"
    )

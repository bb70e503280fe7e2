from typing import Literal

FunnelMoveFrom = Literal[
    "hired",
    "interviewing",
    "maybe",
    "offered",
    "pending",
    "rejected",
    "shortlisted",
    "withdrawn",
]

FUNNEL_MOVE_FROM_VALUES: set[FunnelMoveFrom] = {
    "hired",
    "interviewing",
    "maybe",
    "offered",
    "pending",
    "rejected",
    "shortlisted",
    "withdrawn",
}


def check_funnel_move_from(value: str) -> FunnelMoveFrom:
    if value in FUNNEL_MOVE_FROM_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {FUNNEL_MOVE_FROM_VALUES!r}"
    )

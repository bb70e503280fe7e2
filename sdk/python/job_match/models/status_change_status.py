from typing import Literal

StatusChangeStatus = Literal[
    "hired",
    "interviewing",
    "maybe",
    "offered",
    "pending",
    "rejected",
    "shortlisted",
    "withdrawn",
]

STATUS_CHANGE_STATUS_VALUES: set[StatusChangeStatus] = {
    "hired",
    "interviewing",
    "maybe",
    "offered",
    "pending",
    "rejected",
    "shortlisted",
    "withdrawn",
}


def check_status_change_status(value: str) -> StatusChangeStatus:
    if value in STATUS_CHANGE_STATUS_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {STATUS_CHANGE_STATUS_VALUES!r}"
    )

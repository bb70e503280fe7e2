from typing import Literal

BulkStatusChangeStatus = Literal[
    "hired",
    "interviewing",
    "maybe",
    "offered",
    "pending",
    "rejected",
    "shortlisted",
    "withdrawn",
]

BULK_STATUS_CHANGE_STATUS_VALUES: set[BulkStatusChangeStatus] = {
    "hired",
    "interviewing",
    "maybe",
    "offered",
    "pending",
    "rejected",
    "shortlisted",
    "withdrawn",
}


def check_bulk_status_change_status(value: str) -> BulkStatusChangeStatus:
    if value in BULK_STATUS_CHANGE_STATUS_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {BULK_STATUS_CHANGE_STATUS_VALUES!r}"
    )

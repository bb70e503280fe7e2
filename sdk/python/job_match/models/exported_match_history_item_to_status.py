from typing import Literal

ExportedMatchHistoryItemToStatus = Literal[
    "hired",
    "interviewing",
    "maybe",
    "offered",
    "pending",
    "rejected",
    "shortlisted",
    "withdrawn",
]

EXPORTED_MATCH_HISTORY_ITEM_TO_STATUS_VALUES: set[ExportedMatchHistoryItemToStatus] = {
    "hired",
    "interviewing",
    "maybe",
    "offered",
    "pending",
    "rejected",
    "shortlisted",
    "withdrawn",
}


def check_exported_match_history_item_to_status(
    value: str,
) -> ExportedMatchHistoryItemToStatus:
    if value in EXPORTED_MATCH_HISTORY_ITEM_TO_STATUS_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {EXPORTED_MATCH_HISTORY_ITEM_TO_STATUS_VALUES!r}"
    )

from typing import Literal

ExportedMatchHistoryItemFromStatus = Literal[
    "hired",
    "interviewing",
    "maybe",
    "offered",
    "pending",
    "rejected",
    "shortlisted",
    "withdrawn",
]

EXPORTED_MATCH_HISTORY_ITEM_FROM_STATUS_VALUES: set[
    ExportedMatchHistoryItemFromStatus
] = {
    "hired",
    "interviewing",
    "maybe",
    "offered",
    "pending",
    "rejected",
    "shortlisted",
    "withdrawn",
}


def check_exported_match_history_item_from_status(
    value: str,
) -> ExportedMatchHistoryItemFromStatus:
    if value in EXPORTED_MATCH_HISTORY_ITEM_FROM_STATUS_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {EXPORTED_MATCH_HISTORY_ITEM_FROM_STATUS_VALUES!r}"
    )

from typing import Literal

BulkStatusChangedResultsItemFromStatusType3Type1 = Literal[
    "hired",
    "interviewing",
    "maybe",
    "offered",
    "pending",
    "rejected",
    "shortlisted",
    "withdrawn",
]

BULK_STATUS_CHANGED_RESULTS_ITEM_FROM_STATUS_TYPE_3_TYPE_1_VALUES: set[
    BulkStatusChangedResultsItemFromStatusType3Type1
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


def check_bulk_status_changed_results_item_from_status_type_3_type_1(
    value: str,
) -> BulkStatusChangedResultsItemFromStatusType3Type1:
    if value in BULK_STATUS_CHANGED_RESULTS_ITEM_FROM_STATUS_TYPE_3_TYPE_1_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {BULK_STATUS_CHANGED_RESULTS_ITEM_FROM_STATUS_TYPE_3_TYPE_1_VALUES!r}"
    )

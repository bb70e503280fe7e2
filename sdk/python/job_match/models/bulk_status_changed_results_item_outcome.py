from typing import Literal

BulkStatusChangedResultsItemOutcome = Literal["not_found", "updated"]

BULK_STATUS_CHANGED_RESULTS_ITEM_OUTCOME_VALUES: set[
    BulkStatusChangedResultsItemOutcome
] = {
    "not_found",
    "updated",
}


def check_bulk_status_changed_results_item_outcome(
    value: str,
) -> BulkStatusChangedResultsItemOutcome:
    if value in BULK_STATUS_CHANGED_RESULTS_ITEM_OUTCOME_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {BULK_STATUS_CHANGED_RESULTS_ITEM_OUTCOME_VALUES!r}"
    )

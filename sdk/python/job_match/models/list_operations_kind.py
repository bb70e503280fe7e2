from typing import Literal

ListOperationsKind = Literal["batch", "ingest", "match"]

LIST_OPERATIONS_KIND_VALUES: set[ListOperationsKind] = {
    "batch",
    "ingest",
    "match",
}


def check_list_operations_kind(value: str) -> ListOperationsKind:
    if value in LIST_OPERATIONS_KIND_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {LIST_OPERATIONS_KIND_VALUES!r}"
    )

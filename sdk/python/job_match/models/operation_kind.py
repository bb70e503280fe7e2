from typing import Literal

OperationKind = Literal["batch", "ingest", "match"]

OPERATION_KIND_VALUES: set[OperationKind] = {
    "batch",
    "ingest",
    "match",
}


def check_operation_kind(value: str) -> OperationKind:
    if value in OPERATION_KIND_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {OPERATION_KIND_VALUES!r}"
    )

from typing import Literal

OperationFileStatus = Literal["failed", "queued", "running", "succeeded"]

OPERATION_FILE_STATUS_VALUES: set[OperationFileStatus] = {
    "failed",
    "queued",
    "running",
    "succeeded",
}


def check_operation_file_status(value: str) -> OperationFileStatus:
    if value in OPERATION_FILE_STATUS_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {OPERATION_FILE_STATUS_VALUES!r}"
    )

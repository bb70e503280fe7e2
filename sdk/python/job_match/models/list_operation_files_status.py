from typing import Literal

ListOperationFilesStatus = Literal["failed", "queued", "running", "succeeded"]

LIST_OPERATION_FILES_STATUS_VALUES: set[ListOperationFilesStatus] = {
    "failed",
    "queued",
    "running",
    "succeeded",
}


def check_list_operation_files_status(value: str) -> ListOperationFilesStatus:
    if value in LIST_OPERATION_FILES_STATUS_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {LIST_OPERATION_FILES_STATUS_VALUES!r}"
    )

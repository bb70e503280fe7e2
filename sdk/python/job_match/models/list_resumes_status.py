from typing import Literal

ListResumesStatus = Literal["ready", "received"]

LIST_RESUMES_STATUS_VALUES: set[ListResumesStatus] = {
    "ready",
    "received",
}


def check_list_resumes_status(value: str) -> ListResumesStatus:
    if value in LIST_RESUMES_STATUS_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {LIST_RESUMES_STATUS_VALUES!r}"
    )

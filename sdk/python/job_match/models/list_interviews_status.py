from typing import Literal

ListInterviewsStatus = Literal["cancelled", "completed", "no_show", "scheduled"]

LIST_INTERVIEWS_STATUS_VALUES: set[ListInterviewsStatus] = {
    "cancelled",
    "completed",
    "no_show",
    "scheduled",
}


def check_list_interviews_status(value: str) -> ListInterviewsStatus:
    if value in LIST_INTERVIEWS_STATUS_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {LIST_INTERVIEWS_STATUS_VALUES!r}"
    )

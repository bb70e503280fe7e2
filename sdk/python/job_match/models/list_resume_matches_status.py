from typing import Literal

ListResumeMatchesStatus = Literal[
    "hired",
    "interviewing",
    "maybe",
    "offered",
    "pending",
    "rejected",
    "shortlisted",
    "withdrawn",
]

LIST_RESUME_MATCHES_STATUS_VALUES: set[ListResumeMatchesStatus] = {
    "hired",
    "interviewing",
    "maybe",
    "offered",
    "pending",
    "rejected",
    "shortlisted",
    "withdrawn",
}


def check_list_resume_matches_status(value: str) -> ListResumeMatchesStatus:
    if value in LIST_RESUME_MATCHES_STATUS_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {LIST_RESUME_MATCHES_STATUS_VALUES!r}"
    )

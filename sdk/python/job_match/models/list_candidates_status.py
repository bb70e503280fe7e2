from typing import Literal

ListCandidatesStatus = Literal[
    "hired",
    "interviewing",
    "maybe",
    "offered",
    "pending",
    "rejected",
    "shortlisted",
    "withdrawn",
]

LIST_CANDIDATES_STATUS_VALUES: set[ListCandidatesStatus] = {
    "hired",
    "interviewing",
    "maybe",
    "offered",
    "pending",
    "rejected",
    "shortlisted",
    "withdrawn",
}


def check_list_candidates_status(value: str) -> ListCandidatesStatus:
    if value in LIST_CANDIDATES_STATUS_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {LIST_CANDIDATES_STATUS_VALUES!r}"
    )

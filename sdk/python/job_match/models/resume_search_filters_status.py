from typing import Literal

ResumeSearchFiltersStatus = Literal[
    "hired",
    "interviewing",
    "maybe",
    "offered",
    "pending",
    "rejected",
    "shortlisted",
    "withdrawn",
]

RESUME_SEARCH_FILTERS_STATUS_VALUES: set[ResumeSearchFiltersStatus] = {
    "hired",
    "interviewing",
    "maybe",
    "offered",
    "pending",
    "rejected",
    "shortlisted",
    "withdrawn",
}


def check_resume_search_filters_status(value: str) -> ResumeSearchFiltersStatus:
    if value in RESUME_SEARCH_FILTERS_STATUS_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {RESUME_SEARCH_FILTERS_STATUS_VALUES!r}"
    )

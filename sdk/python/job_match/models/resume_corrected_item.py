from typing import Literal

ResumeCorrectedItem = Literal[
    "candidate_name",
    "education",
    "email",
    "experience",
    "languages",
    "links",
    "phone",
    "skills",
]

RESUME_CORRECTED_ITEM_VALUES: set[ResumeCorrectedItem] = {
    "candidate_name",
    "education",
    "email",
    "experience",
    "languages",
    "links",
    "phone",
    "skills",
}


def check_resume_corrected_item(value: str) -> ResumeCorrectedItem:
    if value in RESUME_CORRECTED_ITEM_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {RESUME_CORRECTED_ITEM_VALUES!r}"
    )

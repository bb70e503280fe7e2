from typing import Literal

NewJobExperienceLevelType3Type1 = Literal["entry", "lead", "mid", "senior"]

NEW_JOB_EXPERIENCE_LEVEL_TYPE_3_TYPE_1_VALUES: set[NewJobExperienceLevelType3Type1] = {
    "entry",
    "lead",
    "mid",
    "senior",
}


def check_new_job_experience_level_type_3_type_1(
    value: str,
) -> NewJobExperienceLevelType3Type1:
    if value in NEW_JOB_EXPERIENCE_LEVEL_TYPE_3_TYPE_1_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {NEW_JOB_EXPERIENCE_LEVEL_TYPE_3_TYPE_1_VALUES!r}"
    )

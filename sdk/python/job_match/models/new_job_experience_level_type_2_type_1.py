from typing import Literal

NewJobExperienceLevelType2Type1 = Literal["entry", "lead", "mid", "senior"]

NEW_JOB_EXPERIENCE_LEVEL_TYPE_2_TYPE_1_VALUES: set[NewJobExperienceLevelType2Type1] = {
    "entry",
    "lead",
    "mid",
    "senior",
}


def check_new_job_experience_level_type_2_type_1(
    value: str,
) -> NewJobExperienceLevelType2Type1:
    if value in NEW_JOB_EXPERIENCE_LEVEL_TYPE_2_TYPE_1_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {NEW_JOB_EXPERIENCE_LEVEL_TYPE_2_TYPE_1_VALUES!r}"
    )

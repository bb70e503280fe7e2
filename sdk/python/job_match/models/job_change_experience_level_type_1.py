from typing import Literal

JobChangeExperienceLevelType1 = Literal["entry", "lead", "mid", "senior"]

JOB_CHANGE_EXPERIENCE_LEVEL_TYPE_1_VALUES: set[JobChangeExperienceLevelType1] = {
    "entry",
    "lead",
    "mid",
    "senior",
}


def check_job_change_experience_level_type_1(
    value: str,
) -> JobChangeExperienceLevelType1:
    if value in JOB_CHANGE_EXPERIENCE_LEVEL_TYPE_1_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {JOB_CHANGE_EXPERIENCE_LEVEL_TYPE_1_VALUES!r}"
    )

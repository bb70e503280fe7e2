from typing import Literal

JobExperienceLevelType1 = Literal["entry", "lead", "mid", "senior"]

JOB_EXPERIENCE_LEVEL_TYPE_1_VALUES: set[JobExperienceLevelType1] = {
    "entry",
    "lead",
    "mid",
    "senior",
}


def check_job_experience_level_type_1(value: str) -> JobExperienceLevelType1:
    if value in JOB_EXPERIENCE_LEVEL_TYPE_1_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {JOB_EXPERIENCE_LEVEL_TYPE_1_VALUES!r}"
    )

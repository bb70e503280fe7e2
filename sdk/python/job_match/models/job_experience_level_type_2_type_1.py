from typing import Literal

JobExperienceLevelType2Type1 = Literal["entry", "lead", "mid", "senior"]

JOB_EXPERIENCE_LEVEL_TYPE_2_TYPE_1_VALUES: set[JobExperienceLevelType2Type1] = {
    "entry",
    "lead",
    "mid",
    "senior",
}


def check_job_experience_level_type_2_type_1(
    value: str,
) -> JobExperienceLevelType2Type1:
    if value in JOB_EXPERIENCE_LEVEL_TYPE_2_TYPE_1_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {JOB_EXPERIENCE_LEVEL_TYPE_2_TYPE_1_VALUES!r}"
    )

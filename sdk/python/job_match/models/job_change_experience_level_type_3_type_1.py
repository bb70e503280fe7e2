from typing import Literal

JobChangeExperienceLevelType3Type1 = Literal["entry", "lead", "mid", "senior"]

JOB_CHANGE_EXPERIENCE_LEVEL_TYPE_3_TYPE_1_VALUES: set[
    JobChangeExperienceLevelType3Type1
] = {
    "entry",
    "lead",
    "mid",
    "senior",
}


def check_job_change_experience_level_type_3_type_1(
    value: str,
) -> JobChangeExperienceLevelType3Type1:
    if value in JOB_CHANGE_EXPERIENCE_LEVEL_TYPE_3_TYPE_1_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {JOB_CHANGE_EXPERIENCE_LEVEL_TYPE_3_TYPE_1_VALUES!r}"
    )

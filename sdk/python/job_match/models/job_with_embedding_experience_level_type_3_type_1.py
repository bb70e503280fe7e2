from typing import Literal

JobWithEmbeddingExperienceLevelType3Type1 = Literal["entry", "lead", "mid", "senior"]

JOB_WITH_EMBEDDING_EXPERIENCE_LEVEL_TYPE_3_TYPE_1_VALUES: set[
    JobWithEmbeddingExperienceLevelType3Type1
] = {
    "entry",
    "lead",
    "mid",
    "senior",
}


def check_job_with_embedding_experience_level_type_3_type_1(
    value: str,
) -> JobWithEmbeddingExperienceLevelType3Type1:
    if value in JOB_WITH_EMBEDDING_EXPERIENCE_LEVEL_TYPE_3_TYPE_1_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {JOB_WITH_EMBEDDING_EXPERIENCE_LEVEL_TYPE_3_TYPE_1_VALUES!r}"
    )

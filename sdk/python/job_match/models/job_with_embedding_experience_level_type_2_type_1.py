from typing import Literal

JobWithEmbeddingExperienceLevelType2Type1 = Literal["entry", "lead", "mid", "senior"]

JOB_WITH_EMBEDDING_EXPERIENCE_LEVEL_TYPE_2_TYPE_1_VALUES: set[
    JobWithEmbeddingExperienceLevelType2Type1
] = {
    "entry",
    "lead",
    "mid",
    "senior",
}


def check_job_with_embedding_experience_level_type_2_type_1(
    value: str,
) -> JobWithEmbeddingExperienceLevelType2Type1:
    if value in JOB_WITH_EMBEDDING_EXPERIENCE_LEVEL_TYPE_2_TYPE_1_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {JOB_WITH_EMBEDDING_EXPERIENCE_LEVEL_TYPE_2_TYPE_1_VALUES!r}"
    )

from typing import Literal

JobWithEmbeddingEmploymentTypeType3Type1 = Literal[
    "contract", "full-time", "internship", "part-time"
]

JOB_WITH_EMBEDDING_EMPLOYMENT_TYPE_TYPE_3_TYPE_1_VALUES: set[
    JobWithEmbeddingEmploymentTypeType3Type1
] = {
    "contract",
    "full-time",
    "internship",
    "part-time",
}


def check_job_with_embedding_employment_type_type_3_type_1(
    value: str,
) -> JobWithEmbeddingEmploymentTypeType3Type1:
    if value in JOB_WITH_EMBEDDING_EMPLOYMENT_TYPE_TYPE_3_TYPE_1_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {JOB_WITH_EMBEDDING_EMPLOYMENT_TYPE_TYPE_3_TYPE_1_VALUES!r}"
    )

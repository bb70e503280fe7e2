from typing import Literal

JobWithEmbeddingStatus = Literal["closed", "draft", "open"]

JOB_WITH_EMBEDDING_STATUS_VALUES: set[JobWithEmbeddingStatus] = {
    "closed",
    "draft",
    "open",
}


def check_job_with_embedding_status(value: str) -> JobWithEmbeddingStatus:
    if value in JOB_WITH_EMBEDDING_STATUS_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {JOB_WITH_EMBEDDING_STATUS_VALUES!r}"
    )

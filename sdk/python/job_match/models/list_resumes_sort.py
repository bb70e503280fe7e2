from typing import Literal

ListResumesSort = Literal["-created_at", "candidate_name", "created_at"]

LIST_RESUMES_SORT_VALUES: set[ListResumesSort] = {
    "-created_at",
    "candidate_name",
    "created_at",
}


def check_list_resumes_sort(value: str) -> ListResumesSort:
    if value in LIST_RESUMES_SORT_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {LIST_RESUMES_SORT_VALUES!r}"
    )

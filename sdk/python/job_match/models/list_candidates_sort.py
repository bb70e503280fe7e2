from typing import Literal

ListCandidatesSort = Literal[
    "-created_at",
    "-match_score",
    "-updated_at",
    "created_at",
    "match_score",
    "updated_at",
]

LIST_CANDIDATES_SORT_VALUES: set[ListCandidatesSort] = {
    "-created_at",
    "-match_score",
    "-updated_at",
    "created_at",
    "match_score",
    "updated_at",
}


def check_list_candidates_sort(value: str) -> ListCandidatesSort:
    if value in LIST_CANDIDATES_SORT_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {LIST_CANDIDATES_SORT_VALUES!r}"
    )

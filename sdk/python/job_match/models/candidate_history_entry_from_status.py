from typing import Literal

CandidateHistoryEntryFromStatus = Literal[
    "hired",
    "interviewing",
    "maybe",
    "offered",
    "pending",
    "rejected",
    "shortlisted",
    "withdrawn",
]

CANDIDATE_HISTORY_ENTRY_FROM_STATUS_VALUES: set[CandidateHistoryEntryFromStatus] = {
    "hired",
    "interviewing",
    "maybe",
    "offered",
    "pending",
    "rejected",
    "shortlisted",
    "withdrawn",
}


def check_candidate_history_entry_from_status(
    value: str,
) -> CandidateHistoryEntryFromStatus:
    if value in CANDIDATE_HISTORY_ENTRY_FROM_STATUS_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {CANDIDATE_HISTORY_ENTRY_FROM_STATUS_VALUES!r}"
    )

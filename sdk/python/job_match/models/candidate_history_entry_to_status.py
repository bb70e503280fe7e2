from typing import Literal

CandidateHistoryEntryToStatus = Literal[
    "hired",
    "interviewing",
    "maybe",
    "offered",
    "pending",
    "rejected",
    "shortlisted",
    "withdrawn",
]

CANDIDATE_HISTORY_ENTRY_TO_STATUS_VALUES: set[CandidateHistoryEntryToStatus] = {
    "hired",
    "interviewing",
    "maybe",
    "offered",
    "pending",
    "rejected",
    "shortlisted",
    "withdrawn",
}


def check_candidate_history_entry_to_status(
    value: str,
) -> CandidateHistoryEntryToStatus:
    if value in CANDIDATE_HISTORY_ENTRY_TO_STATUS_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {CANDIDATE_HISTORY_ENTRY_TO_STATUS_VALUES!r}"
    )

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.candidate_detail import CandidateDetail
    from ..models.exported_interview import ExportedInterview
    from ..models.exported_match_history_item import ExportedMatchHistoryItem
    from ..models.exported_match_notes_item import ExportedMatchNotesItem


T = TypeVar("T", bound="ExportedMatch")


@_attrs_define
class ExportedMatch:
    job_title: str
    match: CandidateDetail
    formula: str
    """ How the numbers of the match become its score """
    history: list[ExportedMatchHistoryItem]
    notes: list[ExportedMatchNotesItem]
    interviews: list[ExportedInterview]

    def to_dict(self) -> dict[str, Any]:
        job_title = self.job_title

        match = self.match.to_dict()

        formula = self.formula

        history = []
        for history_item_data in self.history:
            history_item = history_item_data.to_dict()
            history.append(history_item)

        notes = []
        for notes_item_data in self.notes:
            notes_item = notes_item_data.to_dict()
            notes.append(notes_item)

        interviews = []
        for interviews_item_data in self.interviews:
            interviews_item = interviews_item_data.to_dict()
            interviews.append(interviews_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "job_title": job_title,
                "match": match,
                "formula": formula,
                "history": history,
                "notes": notes,
                "interviews": interviews,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.candidate_detail import CandidateDetail
        from ..models.exported_interview import ExportedInterview
        from ..models.exported_match_history_item import ExportedMatchHistoryItem
        from ..models.exported_match_notes_item import ExportedMatchNotesItem

        d = dict(src_dict)
        job_title = d.pop("job_title")

        match = CandidateDetail.from_dict(d.pop("match"))

        formula = d.pop("formula")

        history = []
        _history = d.pop("history")
        for history_item_data in _history:
            history_item = ExportedMatchHistoryItem.from_dict(history_item_data)

            history.append(history_item)

        notes = []
        _notes = d.pop("notes")
        for notes_item_data in _notes:
            notes_item = ExportedMatchNotesItem.from_dict(notes_item_data)

            notes.append(notes_item)

        interviews = []
        _interviews = d.pop("interviews")
        for interviews_item_data in _interviews:
            interviews_item = ExportedInterview.from_dict(interviews_item_data)

            interviews.append(interviews_item)

        exported_match = cls(
            job_title=job_title,
            match=match,
            formula=formula,
            history=history,
            notes=notes,
            interviews=interviews,
        )

        return exported_match

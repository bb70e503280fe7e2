from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar
from uuid import UUID

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="MatchRequest")


@_attrs_define
class MatchRequest:
    """
    Example:
        {'max_results': 10, 'min_score': 60}

    """

    resume_ids: list[UUID] | Unset = UNSET
    """ Only these; all of the company's where absent """
    max_results: int | Unset = 20
    min_score: float | Unset = UNSET
    """ Leaves lower scores out of the answer """

    def to_dict(self) -> dict[str, Any]:
        resume_ids: list[str] | Unset = UNSET
        if not isinstance(self.resume_ids, Unset):
            resume_ids = []
            for resume_ids_item_data in self.resume_ids:
                resume_ids_item = str(resume_ids_item_data)
                resume_ids.append(resume_ids_item)

        max_results = self.max_results

        min_score = self.min_score

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if resume_ids is not UNSET:
            field_dict["resume_ids"] = resume_ids
        if max_results is not UNSET:
            field_dict["max_results"] = max_results
        if min_score is not UNSET:
            field_dict["min_score"] = min_score

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        _resume_ids = d.pop("resume_ids", UNSET)
        resume_ids: list[UUID] | Unset = UNSET
        if _resume_ids is not UNSET:
            resume_ids = []
            for resume_ids_item_data in _resume_ids:
                resume_ids_item = UUID(resume_ids_item_data)

                resume_ids.append(resume_ids_item)

        max_results = d.pop("max_results", UNSET)

        min_score = d.pop("min_score", UNSET)

        match_request = cls(
            resume_ids=resume_ids,
            max_results=max_results,
            min_score=min_score,
        )

        return match_request

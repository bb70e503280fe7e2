from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar
from uuid import UUID

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="ResumeMatchRequest")


@_attrs_define
class ResumeMatchRequest:
    """
    Example:
        {'max_results': 10, 'min_score': 60}

    """

    job_ids: list[UUID] | Unset = UNSET
    """ Only these, whatever their status; all that are open where absent """
    max_results: int | Unset = 20
    min_score: float | Unset = UNSET
    """ Leaves lower scores out of the answer """

    def to_dict(self) -> dict[str, Any]:
        job_ids: list[str] | Unset = UNSET
        if not isinstance(self.job_ids, Unset):
            job_ids = []
            for job_ids_item_data in self.job_ids:
                job_ids_item = str(job_ids_item_data)
                job_ids.append(job_ids_item)

        max_results = self.max_results

        min_score = self.min_score

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if job_ids is not UNSET:
            field_dict["job_ids"] = job_ids
        if max_results is not UNSET:
            field_dict["max_results"] = max_results
        if min_score is not UNSET:
            field_dict["min_score"] = min_score

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        _job_ids = d.pop("job_ids", UNSET)
        job_ids: list[UUID] | Unset = UNSET
        if _job_ids is not UNSET:
            job_ids = []
            for job_ids_item_data in _job_ids:
                job_ids_item = UUID(job_ids_item_data)

                job_ids.append(job_ids_item)

        max_results = d.pop("max_results", UNSET)

        min_score = d.pop("min_score", UNSET)

        resume_match_request = cls(
            job_ids=job_ids,
            max_results=max_results,
            min_score=min_score,
        )

        return resume_match_request

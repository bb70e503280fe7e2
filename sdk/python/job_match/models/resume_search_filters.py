from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..models.resume_search_filters_status import (
    ResumeSearchFiltersStatus,
    check_resume_search_filters_status,
)
from ..types import UNSET, Unset

T = TypeVar("T", bound="ResumeSearchFilters")


@_attrs_define
class ResumeSearchFilters:
    skills: list[str] | Unset = UNSET
    """ All of them, in any spelling """
    job_id: UUID | Unset = UNSET
    """ Matched to this job """
    status: ResumeSearchFiltersStatus | Unset = UNSET
    """ Where the candidate stands: for `job_id`, else for any job """
    source: str | Unset = UNSET
    language: str | Unset = UNSET
    """ BCP-47 primary language """
    min_years: float | Unset = UNSET
    """ Of dated work; resumes without dates are left out """
    created_after: datetime.datetime | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        skills: list[str] | Unset = UNSET
        if not isinstance(self.skills, Unset):
            skills = self.skills

        job_id: str | Unset = UNSET
        if not isinstance(self.job_id, Unset):
            job_id = str(self.job_id)

        status: str | Unset = UNSET
        if not isinstance(self.status, Unset):
            status = self.status

        source = self.source

        language = self.language

        min_years = self.min_years

        created_after: str | Unset = UNSET
        if not isinstance(self.created_after, Unset):
            created_after = self.created_after.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if skills is not UNSET:
            field_dict["skills"] = skills
        if job_id is not UNSET:
            field_dict["job_id"] = job_id
        if status is not UNSET:
            field_dict["status"] = status
        if source is not UNSET:
            field_dict["source"] = source
        if language is not UNSET:
            field_dict["language"] = language
        if min_years is not UNSET:
            field_dict["min_years"] = min_years
        if created_after is not UNSET:
            field_dict["created_after"] = created_after

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        skills = cast(list[str], d.pop("skills", UNSET))

        _job_id = d.pop("job_id", UNSET)
        job_id: UUID | Unset
        if isinstance(_job_id, Unset):
            job_id = UNSET
        else:
            job_id = UUID(_job_id)

        _status = d.pop("status", UNSET)
        status: ResumeSearchFiltersStatus | Unset
        if isinstance(_status, Unset):
            status = UNSET
        else:
            status = check_resume_search_filters_status(_status)

        source = d.pop("source", UNSET)

        language = d.pop("language", UNSET)

        min_years = d.pop("min_years", UNSET)

        _created_after = d.pop("created_after", UNSET)
        created_after: datetime.datetime | Unset
        if isinstance(_created_after, Unset):
            created_after = UNSET
        else:
            created_after = datetime.datetime.fromisoformat(_created_after)

        resume_search_filters = cls(
            skills=skills,
            job_id=job_id,
            status=status,
            source=source,
            language=language,
            min_years=min_years,
            created_after=created_after,
        )

        return resume_search_filters

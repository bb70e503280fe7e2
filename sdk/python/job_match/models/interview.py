from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..models.interview_interview_type import (
    InterviewInterviewType,
    check_interview_interview_type,
)
from ..models.interview_status import InterviewStatus, check_interview_status

T = TypeVar("T", bound="Interview")


@_attrs_define
class Interview:
    id: UUID
    resume_id: UUID
    job_id: UUID
    interview_type: InterviewInterviewType
    scheduled_at: datetime.datetime
    duration_minutes: int
    timezone: str
    interviewers: list[UUID]
    location: None | str
    meeting_link: None | str
    notes: None | str
    status: InterviewStatus
    created_by: UUID
    created_at: datetime.datetime
    updated_at: datetime.datetime

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        resume_id = str(self.resume_id)

        job_id = str(self.job_id)

        interview_type: str = self.interview_type

        scheduled_at = self.scheduled_at.isoformat()

        duration_minutes = self.duration_minutes

        timezone = self.timezone

        interviewers = []
        for interviewers_item_data in self.interviewers:
            interviewers_item = str(interviewers_item_data)
            interviewers.append(interviewers_item)

        location: None | str
        location = self.location

        meeting_link: None | str
        meeting_link = self.meeting_link

        notes: None | str
        notes = self.notes

        status: str = self.status

        created_by = str(self.created_by)

        created_at = self.created_at.isoformat()

        updated_at = self.updated_at.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "id": id,
                "resume_id": resume_id,
                "job_id": job_id,
                "interview_type": interview_type,
                "scheduled_at": scheduled_at,
                "duration_minutes": duration_minutes,
                "timezone": timezone,
                "interviewers": interviewers,
                "location": location,
                "meeting_link": meeting_link,
                "notes": notes,
                "status": status,
                "created_by": created_by,
                "created_at": created_at,
                "updated_at": updated_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        id = UUID(d.pop("id"))

        resume_id = UUID(d.pop("resume_id"))

        job_id = UUID(d.pop("job_id"))

        interview_type = check_interview_interview_type(d.pop("interview_type"))

        scheduled_at = datetime.datetime.fromisoformat(d.pop("scheduled_at"))

        duration_minutes = d.pop("duration_minutes")

        timezone = d.pop("timezone")

        interviewers = []
        _interviewers = d.pop("interviewers")
        for interviewers_item_data in _interviewers:
            interviewers_item = UUID(interviewers_item_data)

            interviewers.append(interviewers_item)

        def _parse_location(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        location = _parse_location(d.pop("location"))

        def _parse_meeting_link(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        meeting_link = _parse_meeting_link(d.pop("meeting_link"))

        def _parse_notes(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        notes = _parse_notes(d.pop("notes"))

        status = check_interview_status(d.pop("status"))

        created_by = UUID(d.pop("created_by"))

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        updated_at = datetime.datetime.fromisoformat(d.pop("updated_at"))

        interview = cls(
            id=id,
            resume_id=resume_id,
            job_id=job_id,
            interview_type=interview_type,
            scheduled_at=scheduled_at,
            duration_minutes=duration_minutes,
            timezone=timezone,
            interviewers=interviewers,
            location=location,
            meeting_link=meeting_link,
            notes=notes,
            status=status,
            created_by=created_by,
            created_at=created_at,
            updated_at=updated_at,
        )

        return interview

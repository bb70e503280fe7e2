from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..models.new_interview_interview_type import (
    NewInterviewInterviewType,
    check_new_interview_interview_type,
)
from ..types import UNSET, Unset

T = TypeVar("T", bound="NewInterview")


@_attrs_define
class NewInterview:
    """
    Example:
        {'resume_id': '01912d68-783e-7a03-8467-5661c1243ad4', 'job_id': '01912d68-783e-7a03-8467-5661c1243ad5',
            'interview_type': 'video', 'scheduled_at': '2190-05-17T09:30:00Z', 'duration_minutes': 45, 'timezone':
            'Europe/Berlin', 'meeting_link': 'https://meet.example.com/room-4'}

    """

    resume_id: UUID
    job_id: UUID
    interview_type: NewInterviewInterviewType
    scheduled_at: datetime.datetime
    duration_minutes: int | Unset = 60
    timezone: str | Unset = UNSET
    """ IANA name; the company's where none is given """
    interviewers: list[UUID] | Unset = UNSET
    """ User ids """
    location: None | str | Unset = UNSET
    meeting_link: None | str | Unset = UNSET
    notes: None | str | Unset = UNSET
    allow_conflict: bool | Unset = False
    """ Book a candidate or an interviewer who has another interview at the time """

    def to_dict(self) -> dict[str, Any]:
        resume_id = str(self.resume_id)

        job_id = str(self.job_id)

        interview_type: str = self.interview_type

        scheduled_at = self.scheduled_at.isoformat()

        duration_minutes = self.duration_minutes

        timezone = self.timezone

        interviewers: list[str] | Unset = UNSET
        if not isinstance(self.interviewers, Unset):
            interviewers = []
            for interviewers_item_data in self.interviewers:
                interviewers_item = str(interviewers_item_data)
                interviewers.append(interviewers_item)

        location: None | str | Unset
        if isinstance(self.location, Unset):
            location = UNSET
        else:
            location = self.location

        meeting_link: None | str | Unset
        if isinstance(self.meeting_link, Unset):
            meeting_link = UNSET
        else:
            meeting_link = self.meeting_link

        notes: None | str | Unset
        if isinstance(self.notes, Unset):
            notes = UNSET
        else:
            notes = self.notes

        allow_conflict = self.allow_conflict

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "resume_id": resume_id,
                "job_id": job_id,
                "interview_type": interview_type,
                "scheduled_at": scheduled_at,
            }
        )
        if duration_minutes is not UNSET:
            field_dict["duration_minutes"] = duration_minutes
        if timezone is not UNSET:
            field_dict["timezone"] = timezone
        if interviewers is not UNSET:
            field_dict["interviewers"] = interviewers
        if location is not UNSET:
            field_dict["location"] = location
        if meeting_link is not UNSET:
            field_dict["meeting_link"] = meeting_link
        if notes is not UNSET:
            field_dict["notes"] = notes
        if allow_conflict is not UNSET:
            field_dict["allow_conflict"] = allow_conflict

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        resume_id = UUID(d.pop("resume_id"))

        job_id = UUID(d.pop("job_id"))

        interview_type = check_new_interview_interview_type(d.pop("interview_type"))

        scheduled_at = datetime.datetime.fromisoformat(d.pop("scheduled_at"))

        duration_minutes = d.pop("duration_minutes", UNSET)

        timezone = d.pop("timezone", UNSET)

        _interviewers = d.pop("interviewers", UNSET)
        interviewers: list[UUID] | Unset = UNSET
        if _interviewers is not UNSET:
            interviewers = []
            for interviewers_item_data in _interviewers:
                interviewers_item = UUID(interviewers_item_data)

                interviewers.append(interviewers_item)

        def _parse_location(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        location = _parse_location(d.pop("location", UNSET))

        def _parse_meeting_link(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        meeting_link = _parse_meeting_link(d.pop("meeting_link", UNSET))

        def _parse_notes(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        notes = _parse_notes(d.pop("notes", UNSET))

        allow_conflict = d.pop("allow_conflict", UNSET)

        new_interview = cls(
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
            allow_conflict=allow_conflict,
        )

        return new_interview

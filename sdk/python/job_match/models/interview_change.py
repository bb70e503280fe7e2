from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..models.interview_change_interview_type import (
    InterviewChangeInterviewType,
    check_interview_change_interview_type,
)
from ..models.interview_change_status import (
    InterviewChangeStatus,
    check_interview_change_status,
)
from ..types import UNSET, Unset

T = TypeVar("T", bound="InterviewChange")


@_attrs_define
class InterviewChange:
    """
    Example:
        {'scheduled_at': '2190-05-18T09:30:00Z'}

    """

    interview_type: InterviewChangeInterviewType | Unset = UNSET
    scheduled_at: datetime.datetime | Unset = UNSET
    duration_minutes: int | Unset = UNSET
    timezone: str | Unset = UNSET
    interviewers: list[UUID] | Unset = UNSET
    """ User ids """
    location: None | str | Unset = UNSET
    meeting_link: None | str | Unset = UNSET
    notes: None | str | Unset = UNSET
    status: InterviewChangeStatus | Unset = UNSET
    """ Final: an interview that is over changes no more """
    allow_conflict: bool | Unset = False
    """ Book a candidate or an interviewer who has another interview at the new time """

    def to_dict(self) -> dict[str, Any]:
        interview_type: str | Unset = UNSET
        if not isinstance(self.interview_type, Unset):
            interview_type = self.interview_type

        scheduled_at: str | Unset = UNSET
        if not isinstance(self.scheduled_at, Unset):
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

        status: str | Unset = UNSET
        if not isinstance(self.status, Unset):
            status = self.status

        allow_conflict = self.allow_conflict

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if interview_type is not UNSET:
            field_dict["interview_type"] = interview_type
        if scheduled_at is not UNSET:
            field_dict["scheduled_at"] = scheduled_at
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
        if status is not UNSET:
            field_dict["status"] = status
        if allow_conflict is not UNSET:
            field_dict["allow_conflict"] = allow_conflict

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        _interview_type = d.pop("interview_type", UNSET)
        interview_type: InterviewChangeInterviewType | Unset
        if isinstance(_interview_type, Unset):
            interview_type = UNSET
        else:
            interview_type = check_interview_change_interview_type(_interview_type)

        _scheduled_at = d.pop("scheduled_at", UNSET)
        scheduled_at: datetime.datetime | Unset
        if isinstance(_scheduled_at, Unset):
            scheduled_at = UNSET
        else:
            scheduled_at = datetime.datetime.fromisoformat(_scheduled_at)

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

        _status = d.pop("status", UNSET)
        status: InterviewChangeStatus | Unset
        if isinstance(_status, Unset):
            status = UNSET
        else:
            status = check_interview_change_status(_status)

        allow_conflict = d.pop("allow_conflict", UNSET)

        interview_change = cls(
            interview_type=interview_type,
            scheduled_at=scheduled_at,
            duration_minutes=duration_minutes,
            timezone=timezone,
            interviewers=interviewers,
            location=location,
            meeting_link=meeting_link,
            notes=notes,
            status=status,
            allow_conflict=allow_conflict,
        )

        return interview_change

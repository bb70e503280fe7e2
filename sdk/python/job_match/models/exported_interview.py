from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..models.exported_interview_interview_type import (
    ExportedInterviewInterviewType,
    check_exported_interview_interview_type,
)
from ..models.exported_interview_status import (
    ExportedInterviewStatus,
    check_exported_interview_status,
)

if TYPE_CHECKING:
    from ..models.exported_interview_feedback_item import ExportedInterviewFeedbackItem


T = TypeVar("T", bound="ExportedInterview")


@_attrs_define
class ExportedInterview:
    id: UUID
    interview_type: ExportedInterviewInterviewType
    status: ExportedInterviewStatus
    scheduled_at: datetime.datetime
    duration_minutes: int
    timezone: str
    location: None | str
    meeting_link: None | str
    notes: None | str
    created_at: datetime.datetime
    feedback: list[ExportedInterviewFeedbackItem]

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        interview_type: str = self.interview_type

        status: str = self.status

        scheduled_at = self.scheduled_at.isoformat()

        duration_minutes = self.duration_minutes

        timezone = self.timezone

        location: None | str
        location = self.location

        meeting_link: None | str
        meeting_link = self.meeting_link

        notes: None | str
        notes = self.notes

        created_at = self.created_at.isoformat()

        feedback = []
        for feedback_item_data in self.feedback:
            feedback_item = feedback_item_data.to_dict()
            feedback.append(feedback_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "id": id,
                "interview_type": interview_type,
                "status": status,
                "scheduled_at": scheduled_at,
                "duration_minutes": duration_minutes,
                "timezone": timezone,
                "location": location,
                "meeting_link": meeting_link,
                "notes": notes,
                "created_at": created_at,
                "feedback": feedback,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.exported_interview_feedback_item import (
            ExportedInterviewFeedbackItem,
        )

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        interview_type = check_exported_interview_interview_type(
            d.pop("interview_type")
        )

        status = check_exported_interview_status(d.pop("status"))

        scheduled_at = datetime.datetime.fromisoformat(d.pop("scheduled_at"))

        duration_minutes = d.pop("duration_minutes")

        timezone = d.pop("timezone")

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

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        feedback = []
        _feedback = d.pop("feedback")
        for feedback_item_data in _feedback:
            feedback_item = ExportedInterviewFeedbackItem.from_dict(feedback_item_data)

            feedback.append(feedback_item)

        exported_interview = cls(
            id=id,
            interview_type=interview_type,
            status=status,
            scheduled_at=scheduled_at,
            duration_minutes=duration_minutes,
            timezone=timezone,
            location=location,
            meeting_link=meeting_link,
            notes=notes,
            created_at=created_at,
            feedback=feedback,
        )

        return exported_interview

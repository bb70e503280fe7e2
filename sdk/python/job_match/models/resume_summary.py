from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..models.resume_summary_format import (
    ResumeSummaryFormat,
    check_resume_summary_format,
)
from ..models.resume_summary_status import (
    ResumeSummaryStatus,
    check_resume_summary_status,
)

T = TypeVar("T", bound="ResumeSummary")


@_attrs_define
class ResumeSummary:
    """A resume without what was read out of its text"""

    id: UUID
    candidate_name: None | str
    email: None | str
    phone: None | str
    """ E.164 where the country of the number is known, else as printed or given """
    location: None | str
    status: ResumeSummaryStatus
    source: None | str
    filename: str
    format_: ResumeSummaryFormat
    language: None | str
    """ BCP-47 primary language """
    quality: float | None
    """ How far the reading can be trusted """
    flags: list[str]
    """ Why a person should look at the file itself """
    created_at: datetime.datetime
    updated_at: datetime.datetime

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        candidate_name: None | str
        candidate_name = self.candidate_name

        email: None | str
        email = self.email

        phone: None | str
        phone = self.phone

        location: None | str
        location = self.location

        status: str = self.status

        source: None | str
        source = self.source

        filename = self.filename

        format_: str = self.format_

        language: None | str
        language = self.language

        quality: float | None
        quality = self.quality

        flags = self.flags

        created_at = self.created_at.isoformat()

        updated_at = self.updated_at.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "id": id,
                "candidate_name": candidate_name,
                "email": email,
                "phone": phone,
                "location": location,
                "status": status,
                "source": source,
                "filename": filename,
                "format": format_,
                "language": language,
                "quality": quality,
                "flags": flags,
                "created_at": created_at,
                "updated_at": updated_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        id = UUID(d.pop("id"))

        def _parse_candidate_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        candidate_name = _parse_candidate_name(d.pop("candidate_name"))

        def _parse_email(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        email = _parse_email(d.pop("email"))

        def _parse_phone(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        phone = _parse_phone(d.pop("phone"))

        def _parse_location(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        location = _parse_location(d.pop("location"))

        status = check_resume_summary_status(d.pop("status"))

        def _parse_source(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        source = _parse_source(d.pop("source"))

        filename = d.pop("filename")

        format_ = check_resume_summary_format(d.pop("format"))

        def _parse_language(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        language = _parse_language(d.pop("language"))

        def _parse_quality(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        quality = _parse_quality(d.pop("quality"))

        flags = cast(list[str], d.pop("flags"))

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        updated_at = datetime.datetime.fromisoformat(d.pop("updated_at"))

        resume_summary = cls(
            id=id,
            candidate_name=candidate_name,
            email=email,
            phone=phone,
            location=location,
            status=status,
            source=source,
            filename=filename,
            format_=format_,
            language=language,
            quality=quality,
            flags=flags,
            created_at=created_at,
            updated_at=updated_at,
        )

        return resume_summary

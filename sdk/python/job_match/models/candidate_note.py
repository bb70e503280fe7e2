from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self, TypeVar
from uuid import UUID

from attrs import define as _attrs_define

T = TypeVar("T", bound="CandidateNote")


@_attrs_define
class CandidateNote:
    id: UUID
    job_id: UUID
    resume_id: UUID
    text: str
    created_by: UUID
    author_name: str
    created_at: datetime.datetime

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        job_id = str(self.job_id)

        resume_id = str(self.resume_id)

        text = self.text

        created_by = str(self.created_by)

        author_name = self.author_name

        created_at = self.created_at.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "id": id,
                "job_id": job_id,
                "resume_id": resume_id,
                "text": text,
                "created_by": created_by,
                "author_name": author_name,
                "created_at": created_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        id = UUID(d.pop("id"))

        job_id = UUID(d.pop("job_id"))

        resume_id = UUID(d.pop("resume_id"))

        text = d.pop("text")

        created_by = UUID(d.pop("created_by"))

        author_name = d.pop("author_name")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        candidate_note = cls(
            id=id,
            job_id=job_id,
            resume_id=resume_id,
            text=text,
            created_by=created_by,
            author_name=author_name,
            created_at=created_at,
        )

        return candidate_note

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar
from uuid import UUID

from attrs import define as _attrs_define

from ..models.reported_job_status import ReportedJobStatus, check_reported_job_status

T = TypeVar("T", bound="ReportedJob")


@_attrs_define
class ReportedJob:
    id: UUID
    title: str
    status: ReportedJobStatus

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        title = self.title

        status: str = self.status

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "id": id,
                "title": title,
                "status": status,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        id = UUID(d.pop("id"))

        title = d.pop("title")

        status = check_reported_job_status(d.pop("status"))

        reported_job = cls(
            id=id,
            title=title,
            status=status,
        )

        return reported_job

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self, TypeVar
from uuid import UUID

from attrs import define as _attrs_define

from ..models.resume_data_file_format import (
    ResumeDataFileFormat,
    check_resume_data_file_format,
)

T = TypeVar("T", bound="ResumeDataFile")


@_attrs_define
class ResumeDataFile:
    filename: str
    format_: ResumeDataFileFormat
    size_bytes: int
    sha256: str
    uploaded_by: UUID
    uploaded_at: datetime.datetime

    def to_dict(self) -> dict[str, Any]:
        filename = self.filename

        format_: str = self.format_

        size_bytes = self.size_bytes

        sha256 = self.sha256

        uploaded_by = str(self.uploaded_by)

        uploaded_at = self.uploaded_at.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "filename": filename,
                "format": format_,
                "size_bytes": size_bytes,
                "sha256": sha256,
                "uploaded_by": uploaded_by,
                "uploaded_at": uploaded_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        filename = d.pop("filename")

        format_ = check_resume_data_file_format(d.pop("format"))

        size_bytes = d.pop("size_bytes")

        sha256 = d.pop("sha256")

        uploaded_by = UUID(d.pop("uploaded_by"))

        uploaded_at = datetime.datetime.fromisoformat(d.pop("uploaded_at"))

        resume_data_file = cls(
            filename=filename,
            format_=format_,
            size_bytes=size_bytes,
            sha256=sha256,
            uploaded_by=uploaded_by,
            uploaded_at=uploaded_at,
        )

        return resume_data_file

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from typing import Any, Self, TypeVar
from uuid import UUID

from attrs import define as _attrs_define

from .. import types
from ..types import UNSET, File, Unset

T = TypeVar("T", bound="ResumeUpload")


@_attrs_define
class ResumeUpload:
    file: File
    """ PDF, DOCX, TXT or JSON Resume """
    job_id: UUID | Unset = UNSET
    """ Match the resume to this job """
    candidate_name: str | Unset = UNSET
    email: str | Unset = UNSET
    phone: str | Unset = UNSET
    source: str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        file = self.file.to_tuple()

        job_id: str | Unset = UNSET
        if not isinstance(self.job_id, Unset):
            job_id = str(self.job_id)

        candidate_name = self.candidate_name

        email = self.email

        phone = self.phone

        source = self.source

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "file": file,
            }
        )
        if job_id is not UNSET:
            field_dict["job_id"] = job_id
        if candidate_name is not UNSET:
            field_dict["candidate_name"] = candidate_name
        if email is not UNSET:
            field_dict["email"] = email
        if phone is not UNSET:
            field_dict["phone"] = phone
        if source is not UNSET:
            field_dict["source"] = source

        return field_dict

    def to_multipart(self) -> types.RequestFiles:
        files: types.RequestFiles = []

        files.append(("file", self.file.to_tuple()))

        if not isinstance(self.job_id, Unset):
            files.append(("job_id", (None, str(self.job_id), "text/plain")))

        if not isinstance(self.candidate_name, Unset):
            files.append(
                (
                    "candidate_name",
                    (None, str(self.candidate_name).encode(), "text/plain"),
                )
            )

        if not isinstance(self.email, Unset):
            files.append(("email", (None, str(self.email).encode(), "text/plain")))

        if not isinstance(self.phone, Unset):
            files.append(("phone", (None, str(self.phone).encode(), "text/plain")))

        if not isinstance(self.source, Unset):
            files.append(("source", (None, str(self.source).encode(), "text/plain")))

        return files

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        file = File(payload=BytesIO(d.pop("file")))

        _job_id = d.pop("job_id", UNSET)
        job_id: UUID | Unset
        if isinstance(_job_id, Unset):
            job_id = UNSET
        else:
            job_id = UUID(_job_id)

        candidate_name = d.pop("candidate_name", UNSET)

        email = d.pop("email", UNSET)

        phone = d.pop("phone", UNSET)

        source = d.pop("source", UNSET)

        resume_upload = cls(
            file=file,
            job_id=job_id,
            candidate_name=candidate_name,
            email=email,
            phone=phone,
            source=source,
        )

        return resume_upload

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from typing import Any, Self, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from .. import types
from ..types import UNSET, File, Unset

T = TypeVar("T", bound="ResumeUpload")


@_attrs_define
class ResumeUpload:
    file: File
    """ PDF, DOCX, TXT or JSON Resume """
    job_id: str | Unset | UUID = UNSET
    """ Match the resume to this job """
    candidate_name: str | Unset = UNSET
    email: str | Unset = UNSET
    phone: str | Unset = UNSET
    source: str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        file = self.file.to_tuple()

        job_id: str | Unset
        if isinstance(self.job_id, Unset):
            job_id = UNSET
        elif isinstance(self.job_id, UUID):
            job_id = str(self.job_id)
        else:
            job_id = self.job_id

        candidate_name: str | Unset
        if isinstance(self.candidate_name, Unset):
            candidate_name = UNSET
        else:
            candidate_name = self.candidate_name

        email: str | Unset
        if isinstance(self.email, Unset):
            email = UNSET
        else:
            email = self.email

        phone: str | Unset
        if isinstance(self.phone, Unset):
            phone = UNSET
        else:
            phone = self.phone

        source: str | Unset
        if isinstance(self.source, Unset):
            source = UNSET
        else:
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
            if isinstance(self.job_id, UUID):
                files.append(("job_id", (None, str(self.job_id), "text/plain")))
            else:
                files.append(
                    ("job_id", (None, str(self.job_id).encode(), "text/plain"))
                )

        if not isinstance(self.candidate_name, Unset):
            if isinstance(self.candidate_name, str):
                files.append(
                    (
                        "candidate_name",
                        (None, str(self.candidate_name).encode(), "text/plain"),
                    )
                )

        if not isinstance(self.email, Unset):
            if isinstance(self.email, str):
                files.append(("email", (None, str(self.email).encode(), "text/plain")))

        if not isinstance(self.phone, Unset):
            if isinstance(self.phone, str):
                files.append(("phone", (None, str(self.phone).encode(), "text/plain")))

        if not isinstance(self.source, Unset):
            if isinstance(self.source, str):
                files.append(
                    ("source", (None, str(self.source).encode(), "text/plain"))
                )

        return files

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        file = File(payload=BytesIO(d.pop("file")))

        def _parse_job_id(data: object) -> str | Unset | UUID:
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                job_id_type_0 = UUID(data)

                return job_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(str | Unset | UUID, data)

        job_id = _parse_job_id(d.pop("job_id", UNSET))

        def _parse_candidate_name(data: object) -> str | Unset:
            if isinstance(data, Unset):
                return data
            return cast(str | Unset, data)

        candidate_name = _parse_candidate_name(d.pop("candidate_name", UNSET))

        def _parse_email(data: object) -> str | Unset:
            if isinstance(data, Unset):
                return data
            return cast(str | Unset, data)

        email = _parse_email(d.pop("email", UNSET))

        def _parse_phone(data: object) -> str | Unset:
            if isinstance(data, Unset):
                return data
            return cast(str | Unset, data)

        phone = _parse_phone(d.pop("phone", UNSET))

        def _parse_source(data: object) -> str | Unset:
            if isinstance(data, Unset):
                return data
            return cast(str | Unset, data)

        source = _parse_source(d.pop("source", UNSET))

        resume_upload = cls(
            file=file,
            job_id=job_id,
            candidate_name=candidate_name,
            email=email,
            phone=phone,
            source=source,
        )

        return resume_upload

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

T = TypeVar("T", bound="OperationResultType0")


@_attrs_define
class OperationResultType0:
    """What was made, once it succeeded"""

    resume_id: None | UUID
    job_id: None | UUID

    def to_dict(self) -> dict[str, Any]:
        resume_id: None | str
        if isinstance(self.resume_id, UUID):
            resume_id = str(self.resume_id)
        else:
            resume_id = self.resume_id

        job_id: None | str
        if isinstance(self.job_id, UUID):
            job_id = str(self.job_id)
        else:
            job_id = self.job_id

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "resume_id": resume_id,
                "job_id": job_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)

        def _parse_resume_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                resume_id_type_0 = UUID(data)

                return resume_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        resume_id = _parse_resume_id(d.pop("resume_id"))

        def _parse_job_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                job_id_type_0 = UUID(data)

                return job_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        job_id = _parse_job_id(d.pop("job_id"))

        operation_result_type_0 = cls(
            resume_id=resume_id,
            job_id=job_id,
        )

        return operation_result_type_0

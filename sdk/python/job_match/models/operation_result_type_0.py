from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.operation_result_type_0_files_type_0 import (
        OperationResultType0FilesType0,
    )


T = TypeVar("T", bound="OperationResultType0")


@_attrs_define
class OperationResultType0:
    """What was made, once it succeeded. A batch succeeds when all files are done"""

    resume_id: None | UUID
    job_id: None | UUID
    files: None | OperationResultType0FilesType0
    """ Of a batch: how many of its files became resumes, and how many were refused. `GET /operations/{id}/files`
    says why. """

    def to_dict(self) -> dict[str, Any]:
        from ..models.operation_result_type_0_files_type_0 import (
            OperationResultType0FilesType0,
        )

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

        files: dict[str, Any] | None
        if isinstance(self.files, OperationResultType0FilesType0):
            files = self.files.to_dict()
        else:
            files = self.files

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "resume_id": resume_id,
                "job_id": job_id,
                "files": files,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.operation_result_type_0_files_type_0 import (
            OperationResultType0FilesType0,
        )

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

        def _parse_files(data: object) -> None | OperationResultType0FilesType0:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                files_type_0 = OperationResultType0FilesType0.from_dict(data)

                return files_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | OperationResultType0FilesType0, data)

        files = _parse_files(d.pop("files"))

        operation_result_type_0 = cls(
            resume_id=resume_id,
            job_id=job_id,
            files=files,
        )

        return operation_result_type_0

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..models.operation_file_status import (
    OperationFileStatus,
    check_operation_file_status,
)

if TYPE_CHECKING:
    from ..models.operation_file_error_type_0 import OperationFileErrorType0


T = TypeVar("T", bound="OperationFile")


@_attrs_define
class OperationFile:
    """
    Example:
        {'position': 3, 'filename': 'ana-lima.pdf', 'operation_id': '01912d68-783e-7a03-8467-5661c1243ad6', 'status':
            'failed', 'resume_id': None, 'error': {'code': 'encrypted', 'detail': 'Cannot read the file: it is encrypted'}}

    """

    position: int
    """ Place in the batch, from 0 """
    filename: None | str
    """ As it was sent; null once the resume is erased """
    operation_id: UUID
    """ The file's own operation """
    status: OperationFileStatus
    resume_id: None | UUID
    """ Once it succeeded; the same for files of the same bytes """
    error: None | OperationFileErrorType0
    """ Why the file was refused; `code` is one of the problem codes """

    def to_dict(self) -> dict[str, Any]:
        from ..models.operation_file_error_type_0 import OperationFileErrorType0

        position = self.position

        filename: None | str
        filename = self.filename

        operation_id = str(self.operation_id)

        status: str = self.status

        resume_id: None | str
        if isinstance(self.resume_id, UUID):
            resume_id = str(self.resume_id)
        else:
            resume_id = self.resume_id

        error: dict[str, Any] | None
        if isinstance(self.error, OperationFileErrorType0):
            error = self.error.to_dict()
        else:
            error = self.error

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "position": position,
                "filename": filename,
                "operation_id": operation_id,
                "status": status,
                "resume_id": resume_id,
                "error": error,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.operation_file_error_type_0 import OperationFileErrorType0

        d = dict(src_dict)
        position = d.pop("position")

        def _parse_filename(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        filename = _parse_filename(d.pop("filename"))

        operation_id = UUID(d.pop("operation_id"))

        status = check_operation_file_status(d.pop("status"))

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

        def _parse_error(data: object) -> None | OperationFileErrorType0:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                error_type_0 = OperationFileErrorType0.from_dict(data)

                return error_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | OperationFileErrorType0, data)

        error = _parse_error(d.pop("error"))

        operation_file = cls(
            position=position,
            filename=filename,
            operation_id=operation_id,
            status=status,
            resume_id=resume_id,
            error=error,
        )

        return operation_file

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..models.operation_kind import OperationKind, check_operation_kind
from ..models.operation_status import OperationStatus, check_operation_status

if TYPE_CHECKING:
    from ..models.operation_error_type_0 import OperationErrorType0
    from ..models.operation_progress import OperationProgress
    from ..models.operation_result_type_0 import OperationResultType0


T = TypeVar("T", bound="Operation")


@_attrs_define
class Operation:
    """
    Example:
        {'id': '01912d68-783e-7a03-8467-5661c1243ad4', 'kind': 'ingest', 'status': 'succeeded', 'progress': {'done': 1,
            'total': 1}, 'result': {'resume_id': '01912d68-783e-7a03-8467-5661c1243ad5', 'job_id': None, 'files': None},
            'error': None, 'created_at': '2026-03-02T09:00:00.000Z', 'updated_at': '2026-03-02T09:00:02.000Z'}

    """

    id: UUID
    kind: OperationKind
    status: OperationStatus
    progress: OperationProgress
    """ What is counted depends on the kind: files of a batch, resumes of a match """
    result: None | OperationResultType0
    """ What was made, once it succeeded. A batch succeeds when all files are done """
    error: None | OperationErrorType0
    """ Why it failed; `code` is one of the problem codes """
    created_at: datetime.datetime
    updated_at: datetime.datetime

    def to_dict(self) -> dict[str, Any]:
        from ..models.operation_error_type_0 import OperationErrorType0
        from ..models.operation_result_type_0 import OperationResultType0

        id = str(self.id)

        kind: str = self.kind

        status: str = self.status

        progress = self.progress.to_dict()

        result: dict[str, Any] | None
        if isinstance(self.result, OperationResultType0):
            result = self.result.to_dict()
        else:
            result = self.result

        error: dict[str, Any] | None
        if isinstance(self.error, OperationErrorType0):
            error = self.error.to_dict()
        else:
            error = self.error

        created_at = self.created_at.isoformat()

        updated_at = self.updated_at.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "id": id,
                "kind": kind,
                "status": status,
                "progress": progress,
                "result": result,
                "error": error,
                "created_at": created_at,
                "updated_at": updated_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.operation_error_type_0 import OperationErrorType0
        from ..models.operation_progress import OperationProgress
        from ..models.operation_result_type_0 import OperationResultType0

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        kind = check_operation_kind(d.pop("kind"))

        status = check_operation_status(d.pop("status"))

        progress = OperationProgress.from_dict(d.pop("progress"))

        def _parse_result(data: object) -> None | OperationResultType0:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                result_type_0 = OperationResultType0.from_dict(data)

                return result_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | OperationResultType0, data)

        result = _parse_result(d.pop("result"))

        def _parse_error(data: object) -> None | OperationErrorType0:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                error_type_0 = OperationErrorType0.from_dict(data)

                return error_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | OperationErrorType0, data)

        error = _parse_error(d.pop("error"))

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        updated_at = datetime.datetime.fromisoformat(d.pop("updated_at"))

        operation = cls(
            id=id,
            kind=kind,
            status=status,
            progress=progress,
            result=result,
            error=error,
            created_at=created_at,
            updated_at=updated_at,
        )

        return operation

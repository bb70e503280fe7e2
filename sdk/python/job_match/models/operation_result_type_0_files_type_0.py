from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="OperationResultType0FilesType0")


@_attrs_define
class OperationResultType0FilesType0:
    """Of a batch: how many of its files became resumes, and how many were refused. `GET /operations/{id}/files` says why."""

    succeeded: int
    failed: int

    def to_dict(self) -> dict[str, Any]:
        succeeded = self.succeeded

        failed = self.failed

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "succeeded": succeeded,
                "failed": failed,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        succeeded = d.pop("succeeded")

        failed = d.pop("failed")

        operation_result_type_0_files_type_0 = cls(
            succeeded=succeeded,
            failed=failed,
        )

        return operation_result_type_0_files_type_0

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

from ..models.stage_duration_status import (
    StageDurationStatus,
    check_stage_duration_status,
)

T = TypeVar("T", bound="StageDuration")


@_attrs_define
class StageDuration:
    """
    Example:
        {'status': 'interviewing', 'left': 3, 'median_days': 4.5, 'p90_days': 9.25}

    """

    status: StageDurationStatus
    left: int
    """ Stays in the status that ended in the period """
    median_days: float
    p90_days: float

    def to_dict(self) -> dict[str, Any]:
        status: str = self.status

        left = self.left

        median_days = self.median_days

        p90_days = self.p90_days

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "status": status,
                "left": left,
                "median_days": median_days,
                "p90_days": p90_days,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        status = check_stage_duration_status(d.pop("status"))

        left = d.pop("left")

        median_days = d.pop("median_days")

        p90_days = d.pop("p90_days")

        stage_duration = cls(
            status=status,
            left=left,
            median_days=median_days,
            p90_days=p90_days,
        )

        return stage_duration

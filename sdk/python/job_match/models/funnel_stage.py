from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

from ..models.funnel_stage_status import FunnelStageStatus, check_funnel_stage_status

T = TypeVar("T", bound="FunnelStage")


@_attrs_define
class FunnelStage:
    """
    Example:
        {'status': 'interviewing', 'reached': 3, 'current': 1, 'conversion': 0.25}

    """

    status: FunnelStageStatus
    reached: int
    """ Candidates who ever had the status; everybody began as pending """
    current: int
    """ Candidates who have it now """
    conversion: float
    """ `reached` of `candidates` """

    def to_dict(self) -> dict[str, Any]:
        status: str = self.status

        reached = self.reached

        current = self.current

        conversion = self.conversion

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "status": status,
                "reached": reached,
                "current": current,
                "conversion": conversion,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        status = check_funnel_stage_status(d.pop("status"))

        reached = d.pop("reached")

        current = d.pop("current")

        conversion = d.pop("conversion")

        funnel_stage = cls(
            status=status,
            reached=reached,
            current=current,
            conversion=conversion,
        )

        return funnel_stage

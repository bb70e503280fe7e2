from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.report_period import ReportPeriod
    from ..models.stage_duration import StageDuration


T = TypeVar("T", bound="AnalyticsTimeToHire")


@_attrs_define
class AnalyticsTimeToHire:
    period: ReportPeriod
    hires: int
    """ Candidates who became hired in the period, and still are """
    median_days: float
    p90_days: float
    stages: list[StageDuration]
    """ Each status once, in their order """

    def to_dict(self) -> dict[str, Any]:
        period = self.period.to_dict()

        hires = self.hires

        median_days = self.median_days

        p90_days = self.p90_days

        stages = []
        for stages_item_data in self.stages:
            stages_item = stages_item_data.to_dict()
            stages.append(stages_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "period": period,
                "hires": hires,
                "median_days": median_days,
                "p90_days": p90_days,
                "stages": stages,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.report_period import ReportPeriod
        from ..models.stage_duration import StageDuration

        d = dict(src_dict)
        period = ReportPeriod.from_dict(d.pop("period"))

        hires = d.pop("hires")

        median_days = d.pop("median_days")

        p90_days = d.pop("p90_days")

        stages = []
        _stages = d.pop("stages")
        for stages_item_data in _stages:
            stages_item = StageDuration.from_dict(stages_item_data)

            stages.append(stages_item)

        analytics_time_to_hire = cls(
            period=period,
            hires=hires,
            median_days=median_days,
            p90_days=p90_days,
            stages=stages,
        )

        return analytics_time_to_hire

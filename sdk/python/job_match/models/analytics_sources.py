from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.report_period import ReportPeriod
    from ..models.source_report import SourceReport
    from ..models.source_total import SourceTotal


T = TypeVar("T", bound="AnalyticsSources")


@_attrs_define
class AnalyticsSources:
    period: ReportPeriod
    total: SourceTotal
    sources: list[SourceReport]
    """ Those of most resumes first """

    def to_dict(self) -> dict[str, Any]:
        period = self.period.to_dict()

        total = self.total.to_dict()

        sources = []
        for sources_item_data in self.sources:
            sources_item = sources_item_data.to_dict()
            sources.append(sources_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "period": period,
                "total": total,
                "sources": sources,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.report_period import ReportPeriod
        from ..models.source_report import SourceReport
        from ..models.source_total import SourceTotal

        d = dict(src_dict)
        period = ReportPeriod.from_dict(d.pop("period"))

        total = SourceTotal.from_dict(d.pop("total"))

        sources = []
        _sources = d.pop("sources")
        for sources_item_data in _sources:
            sources_item = SourceReport.from_dict(sources_item_data)

            sources.append(sources_item)

        analytics_sources = cls(
            period=period,
            total=total,
            sources=sources,
        )

        return analytics_sources

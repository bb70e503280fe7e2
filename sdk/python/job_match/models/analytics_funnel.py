from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.funnel_move import FunnelMove
    from ..models.funnel_stage import FunnelStage
    from ..models.report_period import ReportPeriod


T = TypeVar("T", bound="AnalyticsFunnel")


@_attrs_define
class AnalyticsFunnel:
    period: ReportPeriod
    candidates: int
    """ Matched in the period """
    stages: list[FunnelStage]
    """ Each status once, in their order """
    moves: list[FunnelMove]
    """ Every move from one status to another, most frequent first """

    def to_dict(self) -> dict[str, Any]:
        period = self.period.to_dict()

        candidates = self.candidates

        stages = []
        for stages_item_data in self.stages:
            stages_item = stages_item_data.to_dict()
            stages.append(stages_item)

        moves = []
        for moves_item_data in self.moves:
            moves_item = moves_item_data.to_dict()
            moves.append(moves_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "period": period,
                "candidates": candidates,
                "stages": stages,
                "moves": moves,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.funnel_move import FunnelMove
        from ..models.funnel_stage import FunnelStage
        from ..models.report_period import ReportPeriod

        d = dict(src_dict)
        period = ReportPeriod.from_dict(d.pop("period"))

        candidates = d.pop("candidates")

        stages = []
        _stages = d.pop("stages")
        for stages_item_data in _stages:
            stages_item = FunnelStage.from_dict(stages_item_data)

            stages.append(stages_item)

        moves = []
        _moves = d.pop("moves")
        for moves_item_data in _moves:
            moves_item = FunnelMove.from_dict(moves_item_data)

            moves.append(moves_item)

        analytics_funnel = cls(
            period=period,
            candidates=candidates,
            stages=stages,
            moves=moves,
        )

        return analytics_funnel

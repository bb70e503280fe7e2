from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.report_period import ReportPeriod
    from ..models.skill_gap import SkillGap


T = TypeVar("T", bound="AnalyticsSkillsGap")


@_attrs_define
class AnalyticsSkillsGap:
    period: ReportPeriod
    candidates: int
    """ Matched in the period """
    skills: list[SkillGap]

    def to_dict(self) -> dict[str, Any]:
        period = self.period.to_dict()

        candidates = self.candidates

        skills = []
        for skills_item_data in self.skills:
            skills_item = skills_item_data.to_dict()
            skills.append(skills_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "period": period,
                "candidates": candidates,
                "skills": skills,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.report_period import ReportPeriod
        from ..models.skill_gap import SkillGap

        d = dict(src_dict)
        period = ReportPeriod.from_dict(d.pop("period"))

        candidates = d.pop("candidates")

        skills = []
        _skills = d.pop("skills")
        for skills_item_data in _skills:
            skills_item = SkillGap.from_dict(skills_item_data)

            skills.append(skills_item)

        analytics_skills_gap = cls(
            period=period,
            candidates=candidates,
            skills=skills,
        )

        return analytics_skills_gap

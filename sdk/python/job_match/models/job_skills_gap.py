from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.skill_gap import SkillGap


T = TypeVar("T", bound="JobSkillsGap")


@_attrs_define
class JobSkillsGap:
    candidates: int
    """ Matched in the period """
    skills: list[SkillGap]

    def to_dict(self) -> dict[str, Any]:
        candidates = self.candidates

        skills = []
        for skills_item_data in self.skills:
            skills_item = skills_item_data.to_dict()
            skills.append(skills_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "candidates": candidates,
                "skills": skills,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.skill_gap import SkillGap

        d = dict(src_dict)
        candidates = d.pop("candidates")

        skills = []
        _skills = d.pop("skills")
        for skills_item_data in _skills:
            skills_item = SkillGap.from_dict(skills_item_data)

            skills.append(skills_item)

        job_skills_gap = cls(
            candidates=candidates,
            skills=skills,
        )

        return job_skills_gap

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.known_skill import KnownSkill


T = TypeVar("T", bound="SkillCompletions")


@_attrs_define
class SkillCompletions:
    skills: list[KnownSkill]

    def to_dict(self) -> dict[str, Any]:
        skills = []
        for skills_item_data in self.skills:
            skills_item = skills_item_data.to_dict()
            skills.append(skills_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "skills": skills,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.known_skill import KnownSkill

        d = dict(src_dict)
        skills = []
        _skills = d.pop("skills")
        for skills_item_data in _skills:
            skills_item = KnownSkill.from_dict(skills_item_data)

            skills.append(skills_item)

        skill_completions = cls(
            skills=skills,
        )

        return skill_completions

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="ExplainedCandidateSkillsMissingItem")


@_attrs_define
class ExplainedCandidateSkillsMissingItem:
    skill: str
    required: bool

    def to_dict(self) -> dict[str, Any]:
        skill = self.skill

        required = self.required

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "skill": skill,
                "required": required,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        skill = d.pop("skill")

        required = d.pop("required")

        explained_candidate_skills_missing_item = cls(
            skill=skill,
            required=required,
        )

        return explained_candidate_skills_missing_item

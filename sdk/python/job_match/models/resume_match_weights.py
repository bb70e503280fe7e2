from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="ResumeMatchWeights")


@_attrs_define
class ResumeMatchWeights:
    similarity: float
    skill_match: float

    def to_dict(self) -> dict[str, Any]:
        similarity = self.similarity

        skill_match = self.skill_match

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "similarity": similarity,
                "skill_match": skill_match,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        similarity = d.pop("similarity")

        skill_match = d.pop("skill_match")

        resume_match_weights = cls(
            similarity=similarity,
            skill_match=skill_match,
        )

        return resume_match_weights

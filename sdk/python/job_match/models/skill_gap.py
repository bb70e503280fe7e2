from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="SkillGap")


@_attrs_define
class SkillGap:
    """
    Example:
        {'skill': 'Kubernetes', 'missing': 3, 'of': 12, 'share': 0.25}

    """

    skill: str
    missing: int
    """ Candidates without evidence of it """
    of: int
    """ Candidates of jobs that require it """
    share: float
    """ `missing` of `of` """

    def to_dict(self) -> dict[str, Any]:
        skill = self.skill

        missing = self.missing

        of = self.of

        share = self.share

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "skill": skill,
                "missing": missing,
                "of": of,
                "share": share,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        skill = d.pop("skill")

        missing = d.pop("missing")

        of = d.pop("of")

        share = d.pop("share")

        skill_gap = cls(
            skill=skill,
            missing=missing,
            of=of,
            share=share,
        )

        return skill_gap

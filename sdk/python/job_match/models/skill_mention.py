from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

from ..models.skill_mention_kind import SkillMentionKind, check_skill_mention_kind

T = TypeVar("T", bound="SkillMention")


@_attrs_define
class SkillMention:
    skill: str
    """ The taxonomy's name """
    category: str
    quote: str
    """ The text from start to end """
    start: int
    """ In UTF-16 code units """
    end: int
    """ In UTF-16 code units, exclusive """
    kind: SkillMentionKind
    """ `exact`: the taxonomy's own name; `alias`: another spelling of it """

    def to_dict(self) -> dict[str, Any]:
        skill = self.skill

        category = self.category

        quote = self.quote

        start = self.start

        end = self.end

        kind: str = self.kind

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "skill": skill,
                "category": category,
                "quote": quote,
                "start": start,
                "end": end,
                "kind": kind,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        skill = d.pop("skill")

        category = d.pop("category")

        quote = d.pop("quote")

        start = d.pop("start")

        end = d.pop("end")

        kind = check_skill_mention_kind(d.pop("kind"))

        skill_mention = cls(
            skill=skill,
            category=category,
            quote=quote,
            start=start,
            end=end,
            kind=kind,
        )

        return skill_mention

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..models.match_score_skills_matched_item_kind import (
    MatchScoreSkillsMatchedItemKind,
    check_match_score_skills_matched_item_kind,
)

T = TypeVar("T", bound="MatchScoreSkillsMatchedItem")


@_attrs_define
class MatchScoreSkillsMatchedItem:
    skill: str
    required: bool
    kind: MatchScoreSkillsMatchedItemKind
    credit: float
    section: None | str
    quote: str
    """ From the resume's text """
    start: int
    """ UTF-16 offset of the quote in the text """
    end: int

    def to_dict(self) -> dict[str, Any]:
        skill = self.skill

        required = self.required

        kind: str = self.kind

        credit = self.credit

        section: None | str
        section = self.section

        quote = self.quote

        start = self.start

        end = self.end

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "skill": skill,
                "required": required,
                "kind": kind,
                "credit": credit,
                "section": section,
                "quote": quote,
                "start": start,
                "end": end,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        skill = d.pop("skill")

        required = d.pop("required")

        kind = check_match_score_skills_matched_item_kind(d.pop("kind"))

        credit = d.pop("credit")

        def _parse_section(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        section = _parse_section(d.pop("section"))

        quote = d.pop("quote")

        start = d.pop("start")

        end = d.pop("end")

        match_score_skills_matched_item = cls(
            skill=skill,
            required=required,
            kind=kind,
            credit=credit,
            section=section,
            quote=quote,
            start=start,
            end=end,
        )

        return match_score_skills_matched_item

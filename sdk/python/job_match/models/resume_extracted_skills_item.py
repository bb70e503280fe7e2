from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..models.resume_extracted_skills_item_kind import (
    ResumeExtractedSkillsItemKind,
    check_resume_extracted_skills_item_kind,
)

T = TypeVar("T", bound="ResumeExtractedSkillsItem")


@_attrs_define
class ResumeExtractedSkillsItem:
    skill: str
    category: str
    quote: str
    kind: ResumeExtractedSkillsItemKind
    section: None | str
    start: int
    end: int

    def to_dict(self) -> dict[str, Any]:
        skill = self.skill

        category = self.category

        quote = self.quote

        kind: str = self.kind

        section: None | str
        section = self.section

        start = self.start

        end = self.end

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "skill": skill,
                "category": category,
                "quote": quote,
                "kind": kind,
                "section": section,
                "start": start,
                "end": end,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        skill = d.pop("skill")

        category = d.pop("category")

        quote = d.pop("quote")

        kind = check_resume_extracted_skills_item_kind(d.pop("kind"))

        def _parse_section(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        section = _parse_section(d.pop("section"))

        start = d.pop("start")

        end = d.pop("end")

        resume_extracted_skills_item = cls(
            skill=skill,
            category=category,
            quote=quote,
            kind=kind,
            section=section,
            start=start,
            end=end,
        )

        return resume_extracted_skills_item

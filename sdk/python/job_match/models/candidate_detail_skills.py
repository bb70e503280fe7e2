from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.candidate_detail_skills_matched_item import (
        CandidateDetailSkillsMatchedItem,
    )
    from ..models.candidate_detail_skills_missing_item import (
        CandidateDetailSkillsMissingItem,
    )


T = TypeVar("T", bound="CandidateDetailSkills")


@_attrs_define
class CandidateDetailSkills:
    matched: list[CandidateDetailSkillsMatchedItem]
    missing: list[CandidateDetailSkillsMissingItem]
    additional: list[str]
    """ Skills of the resume that the job does not name """

    def to_dict(self) -> dict[str, Any]:
        matched = []
        for matched_item_data in self.matched:
            matched_item = matched_item_data.to_dict()
            matched.append(matched_item)

        missing = []
        for missing_item_data in self.missing:
            missing_item = missing_item_data.to_dict()
            missing.append(missing_item)

        additional = self.additional

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "matched": matched,
                "missing": missing,
                "additional": additional,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.candidate_detail_skills_matched_item import (
            CandidateDetailSkillsMatchedItem,
        )
        from ..models.candidate_detail_skills_missing_item import (
            CandidateDetailSkillsMissingItem,
        )

        d = dict(src_dict)
        matched = []
        _matched = d.pop("matched")
        for matched_item_data in _matched:
            matched_item = CandidateDetailSkillsMatchedItem.from_dict(matched_item_data)

            matched.append(matched_item)

        missing = []
        _missing = d.pop("missing")
        for missing_item_data in _missing:
            missing_item = CandidateDetailSkillsMissingItem.from_dict(missing_item_data)

            missing.append(missing_item)

        additional = cast(list[str], d.pop("additional"))

        candidate_detail_skills = cls(
            matched=matched,
            missing=missing,
            additional=additional,
        )

        return candidate_detail_skills

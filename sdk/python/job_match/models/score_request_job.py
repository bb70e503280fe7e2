from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="ScoreRequestJob")


@_attrs_define
class ScoreRequestJob:
    title: str
    description: str
    requirements: str | Unset = ""
    skills_required: list[str] | Unset = UNSET
    """ Where empty, the skills found in the job's text """

    def to_dict(self) -> dict[str, Any]:
        title = self.title

        description = self.description

        requirements = self.requirements

        skills_required: list[str] | Unset = UNSET
        if not isinstance(self.skills_required, Unset):
            skills_required = self.skills_required

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "title": title,
                "description": description,
            }
        )
        if requirements is not UNSET:
            field_dict["requirements"] = requirements
        if skills_required is not UNSET:
            field_dict["skills_required"] = skills_required

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        title = d.pop("title")

        description = d.pop("description")

        requirements = d.pop("requirements", UNSET)

        skills_required = cast(list[str], d.pop("skills_required", UNSET))

        score_request_job = cls(
            title=title,
            description=description,
            requirements=requirements,
            skills_required=skills_required,
        )

        return score_request_job

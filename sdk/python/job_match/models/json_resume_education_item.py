from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="JsonResumeEducationItem")


@_attrs_define
class JsonResumeEducationItem:
    institution: str | Unset = UNSET
    url: str | Unset = UNSET
    area: str | Unset = UNSET
    study_type: str | Unset = UNSET
    start_date: str | Unset = UNSET
    end_date: str | Unset = UNSET
    score: str | Unset = UNSET
    courses: list[str] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        institution = self.institution

        url = self.url

        area = self.area

        study_type = self.study_type

        start_date = self.start_date

        end_date = self.end_date

        score = self.score

        courses: list[str] | Unset = UNSET
        if not isinstance(self.courses, Unset):
            courses = self.courses

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if institution is not UNSET:
            field_dict["institution"] = institution
        if url is not UNSET:
            field_dict["url"] = url
        if area is not UNSET:
            field_dict["area"] = area
        if study_type is not UNSET:
            field_dict["studyType"] = study_type
        if start_date is not UNSET:
            field_dict["startDate"] = start_date
        if end_date is not UNSET:
            field_dict["endDate"] = end_date
        if score is not UNSET:
            field_dict["score"] = score
        if courses is not UNSET:
            field_dict["courses"] = courses

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        institution = d.pop("institution", UNSET)

        url = d.pop("url", UNSET)

        area = d.pop("area", UNSET)

        study_type = d.pop("studyType", UNSET)

        start_date = d.pop("startDate", UNSET)

        end_date = d.pop("endDate", UNSET)

        score = d.pop("score", UNSET)

        courses = cast(list[str], d.pop("courses", UNSET))

        json_resume_education_item = cls(
            institution=institution,
            url=url,
            area=area,
            study_type=study_type,
            start_date=start_date,
            end_date=end_date,
            score=score,
            courses=courses,
        )

        json_resume_education_item.additional_properties = d
        return json_resume_education_item

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties

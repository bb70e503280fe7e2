from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="JsonResumeProjectsItem")


@_attrs_define
class JsonResumeProjectsItem:
    name: str | Unset = UNSET
    description: str | Unset = UNSET
    highlights: list[str] | Unset = UNSET
    keywords: list[str] | Unset = UNSET
    start_date: str | Unset = UNSET
    end_date: str | Unset = UNSET
    url: str | Unset = UNSET
    roles: list[str] | Unset = UNSET
    entity: str | Unset = UNSET
    type_: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        description = self.description

        highlights: list[str] | Unset = UNSET
        if not isinstance(self.highlights, Unset):
            highlights = self.highlights

        keywords: list[str] | Unset = UNSET
        if not isinstance(self.keywords, Unset):
            keywords = self.keywords

        start_date = self.start_date

        end_date = self.end_date

        url = self.url

        roles: list[str] | Unset = UNSET
        if not isinstance(self.roles, Unset):
            roles = self.roles

        entity = self.entity

        type_ = self.type_

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if name is not UNSET:
            field_dict["name"] = name
        if description is not UNSET:
            field_dict["description"] = description
        if highlights is not UNSET:
            field_dict["highlights"] = highlights
        if keywords is not UNSET:
            field_dict["keywords"] = keywords
        if start_date is not UNSET:
            field_dict["startDate"] = start_date
        if end_date is not UNSET:
            field_dict["endDate"] = end_date
        if url is not UNSET:
            field_dict["url"] = url
        if roles is not UNSET:
            field_dict["roles"] = roles
        if entity is not UNSET:
            field_dict["entity"] = entity
        if type_ is not UNSET:
            field_dict["type"] = type_

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        name = d.pop("name", UNSET)

        description = d.pop("description", UNSET)

        highlights = cast(list[str], d.pop("highlights", UNSET))

        keywords = cast(list[str], d.pop("keywords", UNSET))

        start_date = d.pop("startDate", UNSET)

        end_date = d.pop("endDate", UNSET)

        url = d.pop("url", UNSET)

        roles = cast(list[str], d.pop("roles", UNSET))

        entity = d.pop("entity", UNSET)

        type_ = d.pop("type", UNSET)

        json_resume_projects_item = cls(
            name=name,
            description=description,
            highlights=highlights,
            keywords=keywords,
            start_date=start_date,
            end_date=end_date,
            url=url,
            roles=roles,
            entity=entity,
            type_=type_,
        )

        json_resume_projects_item.additional_properties = d
        return json_resume_projects_item

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

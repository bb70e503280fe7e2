from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.json_resume_basics_location import JsonResumeBasicsLocation
    from ..models.json_resume_basics_profiles_item import JsonResumeBasicsProfilesItem


T = TypeVar("T", bound="JsonResumeBasics")


@_attrs_define
class JsonResumeBasics:
    name: str | Unset = UNSET
    label: str | Unset = UNSET
    image: str | Unset = UNSET
    email: str | Unset = UNSET
    phone: str | Unset = UNSET
    url: str | Unset = UNSET
    summary: str | Unset = UNSET
    location: JsonResumeBasicsLocation | Unset = UNSET
    profiles: list[JsonResumeBasicsProfilesItem] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        label = self.label

        image = self.image

        email = self.email

        phone = self.phone

        url = self.url

        summary = self.summary

        location: dict[str, Any] | Unset = UNSET
        if not isinstance(self.location, Unset):
            location = self.location.to_dict()

        profiles: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.profiles, Unset):
            profiles = []
            for profiles_item_data in self.profiles:
                profiles_item = profiles_item_data.to_dict()
                profiles.append(profiles_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if name is not UNSET:
            field_dict["name"] = name
        if label is not UNSET:
            field_dict["label"] = label
        if image is not UNSET:
            field_dict["image"] = image
        if email is not UNSET:
            field_dict["email"] = email
        if phone is not UNSET:
            field_dict["phone"] = phone
        if url is not UNSET:
            field_dict["url"] = url
        if summary is not UNSET:
            field_dict["summary"] = summary
        if location is not UNSET:
            field_dict["location"] = location
        if profiles is not UNSET:
            field_dict["profiles"] = profiles

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.json_resume_basics_location import JsonResumeBasicsLocation
        from ..models.json_resume_basics_profiles_item import (
            JsonResumeBasicsProfilesItem,
        )

        d = dict(src_dict)
        name = d.pop("name", UNSET)

        label = d.pop("label", UNSET)

        image = d.pop("image", UNSET)

        email = d.pop("email", UNSET)

        phone = d.pop("phone", UNSET)

        url = d.pop("url", UNSET)

        summary = d.pop("summary", UNSET)

        _location = d.pop("location", UNSET)
        location: JsonResumeBasicsLocation | Unset
        if isinstance(_location, Unset):
            location = UNSET
        else:
            location = JsonResumeBasicsLocation.from_dict(_location)

        _profiles = d.pop("profiles", UNSET)
        profiles: list[JsonResumeBasicsProfilesItem] | Unset = UNSET
        if _profiles is not UNSET:
            profiles = []
            for profiles_item_data in _profiles:
                profiles_item = JsonResumeBasicsProfilesItem.from_dict(
                    profiles_item_data
                )

                profiles.append(profiles_item)

        json_resume_basics = cls(
            name=name,
            label=label,
            image=image,
            email=email,
            phone=phone,
            url=url,
            summary=summary,
            location=location,
            profiles=profiles,
        )

        json_resume_basics.additional_properties = d
        return json_resume_basics

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

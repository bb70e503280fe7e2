from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="JsonResumeMeta")


@_attrs_define
class JsonResumeMeta:
    canonical: str | Unset = UNSET
    version: str | Unset = UNSET
    last_modified: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        canonical = self.canonical

        version = self.version

        last_modified = self.last_modified

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if canonical is not UNSET:
            field_dict["canonical"] = canonical
        if version is not UNSET:
            field_dict["version"] = version
        if last_modified is not UNSET:
            field_dict["lastModified"] = last_modified

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        canonical = d.pop("canonical", UNSET)

        version = d.pop("version", UNSET)

        last_modified = d.pop("lastModified", UNSET)

        json_resume_meta = cls(
            canonical=canonical,
            version=version,
            last_modified=last_modified,
        )

        json_resume_meta.additional_properties = d
        return json_resume_meta

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

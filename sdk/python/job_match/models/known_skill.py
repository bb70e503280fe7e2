from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="KnownSkill")


@_attrs_define
class KnownSkill:
    id: str
    """ Stable across versions of the taxonomy """
    name: str
    category: str
    family: str

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        name = self.name

        category = self.category

        family = self.family

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "id": id,
                "name": name,
                "category": category,
                "family": family,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        id = d.pop("id")

        name = d.pop("name")

        category = d.pop("category")

        family = d.pop("family")

        known_skill = cls(
            id=id,
            name=name,
            category=category,
            family=family,
        )

        return known_skill

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="SuggestedSkill")


@_attrs_define
class SuggestedSkill:
    id: str
    name: str
    category: str
    family: str
    similarity: float
    """ Cosine of sentence and skill """
    quote: str
    """ The sentence that implies it """

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        name = self.name

        category = self.category

        family = self.family

        similarity = self.similarity

        quote = self.quote

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "id": id,
                "name": name,
                "category": category,
                "family": family,
                "similarity": similarity,
                "quote": quote,
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

        similarity = d.pop("similarity")

        quote = d.pop("quote")

        suggested_skill = cls(
            id=id,
            name=name,
            category=category,
            family=family,
            similarity=similarity,
            quote=quote,
        )

        return suggested_skill

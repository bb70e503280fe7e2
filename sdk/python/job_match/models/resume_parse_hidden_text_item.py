from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="ResumeParseHiddenTextItem")


@_attrs_define
class ResumeParseHiddenTextItem:
    reason: str
    quote: str

    def to_dict(self) -> dict[str, Any]:
        reason = self.reason

        quote = self.quote

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "reason": reason,
                "quote": quote,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        reason = d.pop("reason")

        quote = d.pop("quote")

        resume_parse_hidden_text_item = cls(
            reason=reason,
            quote=quote,
        )

        return resume_parse_hidden_text_item

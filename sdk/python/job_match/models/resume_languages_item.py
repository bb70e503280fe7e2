from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define

T = TypeVar("T", bound="ResumeLanguagesItem")


@_attrs_define
class ResumeLanguagesItem:
    language: str
    level: None | str
    confidence: float
    start: int
    end: int

    def to_dict(self) -> dict[str, Any]:
        language = self.language

        level: None | str
        level = self.level

        confidence = self.confidence

        start = self.start

        end = self.end

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "language": language,
                "level": level,
                "confidence": confidence,
                "start": start,
                "end": end,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        language = d.pop("language")

        def _parse_level(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        level = _parse_level(d.pop("level"))

        confidence = d.pop("confidence")

        start = d.pop("start")

        end = d.pop("end")

        resume_languages_item = cls(
            language=language,
            level=level,
            confidence=confidence,
            start=start,
            end=end,
        )

        return resume_languages_item

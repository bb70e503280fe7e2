from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.read_field import ReadField
    from ..models.resume_parse_hidden_text_item import ResumeParseHiddenTextItem


T = TypeVar("T", bound="ResumeParse")


@_attrs_define
class ResumeParse:
    quality: float | None
    flags: list[str]
    """ Why a person should look at the file itself """
    hidden_text: list[ResumeParseHiddenTextItem]
    """ Text that no reader of the page sees; it scores nothing """
    fields: list[ReadField]
    language: None | str
    parser_version: None | str

    def to_dict(self) -> dict[str, Any]:
        quality: float | None
        quality = self.quality

        flags = self.flags

        hidden_text = []
        for hidden_text_item_data in self.hidden_text:
            hidden_text_item = hidden_text_item_data.to_dict()
            hidden_text.append(hidden_text_item)

        fields = []
        for fields_item_data in self.fields:
            fields_item = fields_item_data.to_dict()
            fields.append(fields_item)

        language: None | str
        language = self.language

        parser_version: None | str
        parser_version = self.parser_version

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "quality": quality,
                "flags": flags,
                "hidden_text": hidden_text,
                "fields": fields,
                "language": language,
                "parser_version": parser_version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.read_field import ReadField
        from ..models.resume_parse_hidden_text_item import ResumeParseHiddenTextItem

        d = dict(src_dict)

        def _parse_quality(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        quality = _parse_quality(d.pop("quality"))

        flags = cast(list[str], d.pop("flags"))

        hidden_text = []
        _hidden_text = d.pop("hidden_text")
        for hidden_text_item_data in _hidden_text:
            hidden_text_item = ResumeParseHiddenTextItem.from_dict(
                hidden_text_item_data
            )

            hidden_text.append(hidden_text_item)

        fields = []
        _fields = d.pop("fields")
        for fields_item_data in _fields:
            fields_item = ReadField.from_dict(fields_item_data)

            fields.append(fields_item)

        def _parse_language(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        language = _parse_language(d.pop("language"))

        def _parse_parser_version(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        parser_version = _parse_parser_version(d.pop("parser_version"))

        resume_parse = cls(
            quality=quality,
            flags=flags,
            hidden_text=hidden_text,
            fields=fields,
            language=language,
            parser_version=parser_version,
        )

        return resume_parse

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.job_posting_context import JobPostingContext, check_job_posting_context
from ..models.job_posting_type import JobPostingType, check_job_posting_type

T = TypeVar("T", bound="JobPosting")


@_attrs_define
class JobPosting:
    """As https://schema.org/JobPosting says"""

    context: JobPostingContext
    type_: JobPostingType
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        context: str = self.context

        type_: str = self.type_

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "@context": context,
                "@type": type_,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        context = check_job_posting_context(d.pop("@context"))

        type_ = check_job_posting_type(d.pop("@type"))

        job_posting = cls(
            context=context,
            type_=type_,
        )

        job_posting.additional_properties = d
        return job_posting

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

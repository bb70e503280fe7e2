from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.resume_search_filters import ResumeSearchFilters


T = TypeVar("T", bound="ResumeSearch")


@_attrs_define
class ResumeSearch:
    """
    Example:
        {'query': 'nurse with intensive care experience', 'limit': 10, 'filters': {'min_years': 3}}

    """

    query: str
    """ Words, a name, a sentence or an ad. "Words in quotes" must be there, a word after a minus must not; a text
    without a letter or digit finds nothing """
    limit: int | Unset = 20
    cursor: str | Unset = UNSET
    """ `next_cursor` of the page before, with the same query and filters """
    filters: ResumeSearchFilters | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        query = self.query

        limit = self.limit

        cursor = self.cursor

        filters: dict[str, Any] | Unset = UNSET
        if not isinstance(self.filters, Unset):
            filters = self.filters.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "query": query,
            }
        )
        if limit is not UNSET:
            field_dict["limit"] = limit
        if cursor is not UNSET:
            field_dict["cursor"] = cursor
        if filters is not UNSET:
            field_dict["filters"] = filters

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.resume_search_filters import ResumeSearchFilters

        d = dict(src_dict)
        query = d.pop("query")

        limit = d.pop("limit", UNSET)

        cursor = d.pop("cursor", UNSET)

        _filters = d.pop("filters", UNSET)
        filters: ResumeSearchFilters | Unset
        if isinstance(_filters, Unset):
            filters = UNSET
        else:
            filters = ResumeSearchFilters.from_dict(_filters)

        resume_search = cls(
            query=query,
            limit=limit,
            cursor=cursor,
            filters=filters,
        )

        return resume_search

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

from ..models.funnel_move_from import FunnelMoveFrom, check_funnel_move_from
from ..models.funnel_move_to import FunnelMoveTo, check_funnel_move_to

T = TypeVar("T", bound="FunnelMove")


@_attrs_define
class FunnelMove:
    """
    Example:
        {'from': 'pending', 'to': 'shortlisted', 'count': 4}

    """

    from_: FunnelMoveFrom
    to: FunnelMoveTo
    count: int

    def to_dict(self) -> dict[str, Any]:
        from_: str = self.from_

        to: str = self.to

        count = self.count

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "from": from_,
                "to": to,
                "count": count,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        from_ = check_funnel_move_from(d.pop("from"))

        to = check_funnel_move_to(d.pop("to"))

        count = d.pop("count")

        funnel_move = cls(
            from_=from_,
            to=to,
            count=count,
        )

        return funnel_move

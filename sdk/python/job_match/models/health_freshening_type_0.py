from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="HealthFresheningType0")


@_attrs_define
class HealthFresheningType0:
    """How far this process has brought scores up to date, after a new model, parser or taxonomy; null when it is not at it

    Example:
        {'step': 'resumes read', 'done': 120, 'total': 3400}

    """

    step: str
    done: int
    total: int

    def to_dict(self) -> dict[str, Any]:
        step = self.step

        done = self.done

        total = self.total

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "step": step,
                "done": done,
                "total": total,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        step = d.pop("step")

        done = d.pop("done")

        total = d.pop("total")

        health_freshening_type_0 = cls(
            step=step,
            done=done,
            total=total,
        )

        return health_freshening_type_0

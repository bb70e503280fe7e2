from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

from ..models.operation_event_event import (
    OperationEventEvent,
    check_operation_event_event,
)

T = TypeVar("T", bound="OperationEvent")


@_attrs_define
class OperationEvent:
    """Each event of the stream: its lines `id`, `event` and `data`

    Example:
        {'id': 'succeeded-1', 'event': 'succeeded', 'data': '{"id":"01912d68-783e-7a03-8467-
            5661c1243ad4","kind":"ingest","status":"succeeded","progress":{"done":1,"total":1},"result":{"resume_id":"01912d
            68-783e-7a03-8467-5661c1243ad5","job_id":null,"files":null},"error":null,"created_at":"2026-03-
            02T09:00:00.000Z","updated_at":"2026-03-02T09:00:02.000Z"}'}

    """

    id: str
    """ Send the last one as `Last-Event-ID` """
    event: OperationEventEvent
    data: str
    """ An `Operation` as JSON """

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        event: str = self.event

        data = self.data

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "id": id,
                "event": event,
                "data": data,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        id = d.pop("id")

        event = check_operation_event_event(d.pop("event"))

        data = d.pop("data")

        operation_event = cls(
            id=id,
            event=event,
            data=data,
        )

        return operation_event

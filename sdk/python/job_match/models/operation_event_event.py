from typing import Literal

OperationEventEvent = Literal["failed", "progress", "succeeded"]

OPERATION_EVENT_EVENT_VALUES: set[OperationEventEvent] = {
    "failed",
    "progress",
    "succeeded",
}


def check_operation_event_event(value: str) -> OperationEventEvent:
    if value in OPERATION_EVENT_EVENT_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {OPERATION_EVENT_EVENT_VALUES!r}"
    )

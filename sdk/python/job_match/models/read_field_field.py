from typing import Literal

ReadFieldField = Literal["email", "language", "link", "location", "name", "phone"]

READ_FIELD_FIELD_VALUES: set[ReadFieldField] = {
    "email",
    "language",
    "link",
    "location",
    "name",
    "phone",
}


def check_read_field_field(value: str) -> ReadFieldField:
    if value in READ_FIELD_FIELD_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {READ_FIELD_FIELD_VALUES!r}"
    )

from typing import Literal

ReadPartPart = Literal[
    "company", "dates", "degree", "field", "institution", "location", "title"
]

READ_PART_PART_VALUES: set[ReadPartPart] = {
    "company",
    "dates",
    "degree",
    "field",
    "institution",
    "location",
    "title",
}


def check_read_part_part(value: str) -> ReadPartPart:
    if value in READ_PART_PART_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {READ_PART_PART_VALUES!r}"
    )

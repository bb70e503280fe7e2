from typing import Literal

SalaryType0Period = Literal["day", "hour", "month", "year"]

SALARY_TYPE_0_PERIOD_VALUES: set[SalaryType0Period] = {
    "day",
    "hour",
    "month",
    "year",
}


def check_salary_type_0_period(value: str) -> SalaryType0Period:
    if value in SALARY_TYPE_0_PERIOD_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {SALARY_TYPE_0_PERIOD_VALUES!r}"
    )

from typing import Literal

TokensTokenType = Literal["bearer"]

TOKENS_TOKEN_TYPE_VALUES: set[TokensTokenType] = {
    "bearer",
}


def check_tokens_token_type(value: str) -> TokensTokenType:
    if value in TOKENS_TOKEN_TYPE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {TOKENS_TOKEN_TYPE_VALUES!r}"
    )

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define

from ..models.tokens_token_type import TokensTokenType, check_tokens_token_type

if TYPE_CHECKING:
    from ..models.user import User


T = TypeVar("T", bound="Tokens")


@_attrs_define
class Tokens:
    access_token: str
    """ Send it as `Authorization: Bearer …` """
    token_type: TokensTokenType
    expires_in: int
    """ Seconds until the access token expires """
    refresh_token: str
    """ Gives the next pair, once, at `POST /auth/refresh` """
    user: User

    def to_dict(self) -> dict[str, Any]:
        access_token = self.access_token

        token_type: str = self.token_type

        expires_in = self.expires_in

        refresh_token = self.refresh_token

        user = self.user.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "access_token": access_token,
                "token_type": token_type,
                "expires_in": expires_in,
                "refresh_token": refresh_token,
                "user": user,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.user import User

        d = dict(src_dict)
        access_token = d.pop("access_token")

        token_type = check_tokens_token_type(d.pop("token_type"))

        expires_in = d.pop("expires_in")

        refresh_token = d.pop("refresh_token")

        user = User.from_dict(d.pop("user"))

        tokens = cls(
            access_token=access_token,
            token_type=token_type,
            expires_in=expires_in,
            refresh_token=refresh_token,
            user=user,
        )

        return tokens

"""Sessions, typed errors and lists over the generated client."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator, Iterator
from typing import Any, Protocol, TypeVar

import httpx

from .api.auth import log_in as _log_in
from .client import AuthenticatedClient, Client
from .models import Credentials, Problem, Tokens
from .types import UNSET, Unset

T = TypeVar("T")

_RENEW_BEFORE_SECONDS = 60


class JobMatchError(Exception):
    """The API refused the request, or failed. `problem` is what it said, with a stable `code`."""

    def __init__(self, problem: Problem) -> None:
        fields = [] if isinstance(problem.errors, Unset) else problem.errors
        super().__init__("\n  ".join([f"{problem.detail} ({problem.code})", *(f"{e.pointer}: {e.detail}" for e in fields)]))
        self.problem = problem
        self.status = problem.status
        self.code = problem.code


def ok(answer: T | Problem | None) -> T:
    """The body of a successful answer; raises JobMatchError for any other."""
    if isinstance(answer, Problem):
        raise JobMatchError(answer)
    if answer is None:
        raise ValueError("The answer has no body: ask `sync_detailed` for its status")
    return answer


class _Page(Protocol[T]):
    data: list[T]
    next_cursor: None | str


def rows(page: Callable[[str | Unset], Any]) -> Iterator[Any]:
    """Every row of a list, page after page: `rows(lambda cursor: list_jobs.sync(client=client, cursor=cursor))`."""
    cursor: str | Unset | None = UNSET
    while cursor is not None:
        answer = ok(page(cursor))
        yield from answer.data
        cursor = answer.next_cursor


def connect(base_url: str, **httpx_args: Any) -> Client:
    """A client without a token: for registering, and for health."""
    return Client(base_url=base_url, raise_on_unexpected_status=True, httpx_args=httpx_args)


def with_api_key(base_url: str, api_key: str, **httpx_args: Any) -> AuthenticatedClient:
    """A client that acts with a key from `create_api_key`."""
    return AuthenticatedClient(
        base_url=base_url, token=api_key, raise_on_unexpected_status=True, httpx_args=httpx_args
    )


def log_in(base_url: str, email: str, password: str, **httpx_args: Any) -> AuthenticatedClient:
    """A client that acts for this user; its tokens are renewed by themselves."""
    with connect(base_url, **httpx_args) as anonymous:
        tokens = ok(_log_in.sync(client=anonymous, body=Credentials(email=email, password=password)))
    return AuthenticatedClient(
        base_url=base_url,
        token=tokens.access_token,
        raise_on_unexpected_status=True,
        httpx_args={**httpx_args, "auth": _Renewing(base_url, tokens)},
    )


class _Renewing(httpx.Auth):
    """Puts the access token on each request, and renews it before it expires."""

    requires_response_body = True

    def __init__(self, base_url: str, tokens: Tokens) -> None:
        self._refresh_url = f"{base_url}/api/v1/auth/refresh"
        self._start(tokens)

    def _start(self, tokens: Tokens) -> None:
        self._tokens = tokens
        left = tokens.expires_in
        self._renew_at = time.monotonic() + max(left - _RENEW_BEFORE_SECONDS, left / 2)

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        if time.monotonic() >= self._renew_at:
            response = yield httpx.Request(
                "POST", self._refresh_url, json={"refresh_token": self._tokens.refresh_token}
            )
            if not response.is_success:
                raise JobMatchError(Problem.from_dict(response.json()))
            self._start(Tokens.from_dict(response.json()))
        request.headers["Authorization"] = f"Bearer {self._tokens.access_token}"
        yield request

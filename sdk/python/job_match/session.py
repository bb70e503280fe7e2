"""Sessions, lists and uploads that wait, over the generated client."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator, Iterator
from io import BytesIO
from mimetypes import guess_type
from typing import Any, Protocol, TypeVar
from uuid import UUID

import httpx

from . import operations
from .answers import JobMatchError
from .client import AuthenticatedClient, Client
from .models import Credentials, NewAccount, Operation, Problem, Resume, ResumeUpload, Tokens, UploadedResume
from .types import UNSET, File, Unset

T = TypeVar("T")

_RENEW_BEFORE_SECONDS = 60
_ASK_AGAIN_SECONDS = 0.5


class _Page(Protocol[T]):
    data: list[T]
    next_cursor: None | str


def rows(page: Callable[[str | Unset], _Page[T]]) -> Iterator[T]:
    """Every row of a list, page after page: `rows(lambda cursor: list_jobs(client=client, cursor=cursor))`."""
    cursor: str | Unset | None = UNSET
    while cursor is not None:
        answer = page(cursor)
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
        tokens = operations.log_in(client=anonymous, body=Credentials(email=email, password=password))
    return AuthenticatedClient(
        base_url=base_url,
        token=tokens.access_token,
        raise_on_unexpected_status=True,
        httpx_args={**httpx_args, "auth": _Renewing(base_url, tokens)},
    )


def register(base_url: str, account: NewAccount, **httpx_args: Any) -> AuthenticatedClient:
    """Registers a user, and gives a client that acts for them."""
    with connect(base_url, **httpx_args) as anonymous:
        operations.register_user(client=anonymous, body=account)
    return log_in(base_url, account.email, account.password, **httpx_args)


def upload(client: AuthenticatedClient, name: str, content: bytes, job_id: UUID | Unset = UNSET) -> Resume:
    """Uploads a resume and waits until it is read and matched; raises JobMatchError with the reason of a refusal.

    The ending of `name` says what it is: pdf, docx, txt or json.
    """
    file = File(payload=BytesIO(content), file_name=name, mime_type=guess_type(name)[0])
    answer = operations.upload_resume(client=client, body=ResumeUpload(file=file, job_id=job_id))
    if isinstance(answer, UploadedResume):
        return answer.resume
    resume = operations.get_resume(_read(client, answer), client=client)
    assert isinstance(resume, Resume)
    return resume


def _read(client: AuthenticatedClient, operation: Operation) -> UUID:
    """Waits until the operation has ended, and gives the resume that it made."""
    while operation.result is None or operation.result.resume_id is None:
        if operation.error is not None:
            raise JobMatchError(_refusal(operation.error.code, operation.error.detail))
        time.sleep(_ASK_AGAIN_SECONDS)
        operation = operations.get_operation(operation.id, client=client)
    return operation.result.resume_id


def _refusal(code: str, detail: str) -> Problem:
    """As an upload answers that does not wait in a queue."""
    path = "/api/v1/resumes/upload"
    return Problem(
        type_=f"urn:job-match:problem:{code}",
        title=detail,
        status=422,
        detail=detail,
        instance=path,
        request_id="",
        code=code,
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

from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.get_resume_format import GetResumeFormat
from ...models.json_resume import JsonResume
from ...models.problem import Problem
from ...models.resume import Resume
from ...types import UNSET, Response, Unset


def _get_kwargs(
    resume_id: UUID,
    *,
    format_: GetResumeFormat | Unset = UNSET,
    if_none_match: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(if_none_match, Unset):
        headers["if-none-match"] = if_none_match

    params: dict[str, Any] = {}

    json_format_: str | Unset = UNSET
    if not isinstance(format_, Unset):
        json_format_ = format_

    params["format"] = json_format_

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/resumes/{resume_id}".format(
            resume_id=quote(str(resume_id), safe=""),
        ),
        "params": params,
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Any | JsonResume | Resume | Problem | None:
    if response.status_code == 200:

        def _parse_response_200(data: object) -> JsonResume | Resume:
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                response_200_type_0 = Resume.from_dict(data)

                return response_200_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            if not isinstance(data, dict):
                raise TypeError()
            response_200_type_1 = JsonResume.from_dict(data)

            return response_200_type_1

        response_200 = _parse_response_200(response.json())

        return response_200

    if response.status_code == 304:
        response_304 = cast(Any, None)
        return response_304

    if response.status_code == 401:
        response_401 = Problem.from_dict(response.json())

        return response_401

    if response.status_code == 403:
        response_403 = Problem.from_dict(response.json())

        return response_403

    if response.status_code == 404:
        response_404 = Problem.from_dict(response.json())

        return response_404

    if response.status_code == 422:
        response_422 = Problem.from_dict(response.json())

        return response_422

    if response.status_code == 429:
        response_429 = Problem.from_dict(response.json())

        return response_429

    if response.status_code == 503:
        response_503 = Problem.from_dict(response.json())

        return response_503

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[Any | JsonResume | Resume | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    resume_id: UUID,
    *,
    client: AuthenticatedClient,
    format_: GetResumeFormat | Unset = UNSET,
    if_none_match: str | Unset = UNSET,
) -> Response[Any | JsonResume | Resume | Problem]:
    """Show a resume

     What was read out of the file. Offsets are UTF-16 code units of its text. With `format=jsonresume`
    as a JSON Resume 1.0.0 document instead.

    Args:
        resume_id (UUID):  Example: 01912d68-783e-7a03-8467-5661c1243ad4.
        format_ (GetResumeFormat | Unset): Another form of the answer
        if_none_match (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | JsonResume | Resume | Problem]
    """

    kwargs = _get_kwargs(
        resume_id=resume_id,
        format_=format_,
        if_none_match=if_none_match,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    resume_id: UUID,
    *,
    client: AuthenticatedClient,
    format_: GetResumeFormat | Unset = UNSET,
    if_none_match: str | Unset = UNSET,
) -> Any | JsonResume | Resume | Problem | None:
    """Show a resume

     What was read out of the file. Offsets are UTF-16 code units of its text. With `format=jsonresume`
    as a JSON Resume 1.0.0 document instead.

    Args:
        resume_id (UUID):  Example: 01912d68-783e-7a03-8467-5661c1243ad4.
        format_ (GetResumeFormat | Unset): Another form of the answer
        if_none_match (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | JsonResume | Resume | Problem
    """

    return sync_detailed(
        resume_id=resume_id,
        client=client,
        format_=format_,
        if_none_match=if_none_match,
    ).parsed


async def asyncio_detailed(
    resume_id: UUID,
    *,
    client: AuthenticatedClient,
    format_: GetResumeFormat | Unset = UNSET,
    if_none_match: str | Unset = UNSET,
) -> Response[Any | JsonResume | Resume | Problem]:
    """Show a resume

     What was read out of the file. Offsets are UTF-16 code units of its text. With `format=jsonresume`
    as a JSON Resume 1.0.0 document instead.

    Args:
        resume_id (UUID):  Example: 01912d68-783e-7a03-8467-5661c1243ad4.
        format_ (GetResumeFormat | Unset): Another form of the answer
        if_none_match (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | JsonResume | Resume | Problem]
    """

    kwargs = _get_kwargs(
        resume_id=resume_id,
        format_=format_,
        if_none_match=if_none_match,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    resume_id: UUID,
    *,
    client: AuthenticatedClient,
    format_: GetResumeFormat | Unset = UNSET,
    if_none_match: str | Unset = UNSET,
) -> Any | JsonResume | Resume | Problem | None:
    """Show a resume

     What was read out of the file. Offsets are UTF-16 code units of its text. With `format=jsonresume`
    as a JSON Resume 1.0.0 document instead.

    Args:
        resume_id (UUID):  Example: 01912d68-783e-7a03-8467-5661c1243ad4.
        format_ (GetResumeFormat | Unset): Another form of the answer
        if_none_match (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | JsonResume | Resume | Problem
    """

    return (
        await asyncio_detailed(
            resume_id=resume_id,
            client=client,
            format_=format_,
            if_none_match=if_none_match,
        )
    ).parsed

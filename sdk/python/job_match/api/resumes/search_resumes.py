from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.found_resume_page import FoundResumePage
from ...models.problem import Problem
from ...models.resume_search import ResumeSearch
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    body: ResumeSearch,
    idempotency_key: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["idempotency-key"] = idempotency_key

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/resumes/search",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> FoundResumePage | Problem | None:
    if response.status_code == 200:
        response_200 = FoundResumePage.from_dict(response.json())

        return response_200

    if response.status_code == 400:
        response_400 = Problem.from_dict(response.json())

        return response_400

    if response.status_code == 401:
        response_401 = Problem.from_dict(response.json())

        return response_401

    if response.status_code == 403:
        response_403 = Problem.from_dict(response.json())

        return response_403

    if response.status_code == 404:
        response_404 = Problem.from_dict(response.json())

        return response_404

    if response.status_code == 409:
        response_409 = Problem.from_dict(response.json())

        return response_409

    if response.status_code == 413:
        response_413 = Problem.from_dict(response.json())

        return response_413

    if response.status_code == 415:
        response_415 = Problem.from_dict(response.json())

        return response_415

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
) -> Response[FoundResumePage | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    body: ResumeSearch,
    idempotency_key: str | Unset = UNSET,
) -> Response[FoundResumePage | Problem]:
    """Search resumes

     Free text over the company's resumes, by meaning and by words, best first. Text that no reader of
    the page sees is not searched. Nothing is stored.

    Args:
        idempotency_key (str | Unset):
        body (ResumeSearch):  Example: {'query': 'nurse with intensive care experience', 'limit':
            10, 'filters': {'min_years': 3}}.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[FoundResumePage | Problem]
    """

    kwargs = _get_kwargs(
        body=body,
        idempotency_key=idempotency_key,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    body: ResumeSearch,
    idempotency_key: str | Unset = UNSET,
) -> FoundResumePage | Problem | None:
    """Search resumes

     Free text over the company's resumes, by meaning and by words, best first. Text that no reader of
    the page sees is not searched. Nothing is stored.

    Args:
        idempotency_key (str | Unset):
        body (ResumeSearch):  Example: {'query': 'nurse with intensive care experience', 'limit':
            10, 'filters': {'min_years': 3}}.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        FoundResumePage | Problem
    """

    return sync_detailed(
        client=client,
        body=body,
        idempotency_key=idempotency_key,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: ResumeSearch,
    idempotency_key: str | Unset = UNSET,
) -> Response[FoundResumePage | Problem]:
    """Search resumes

     Free text over the company's resumes, by meaning and by words, best first. Text that no reader of
    the page sees is not searched. Nothing is stored.

    Args:
        idempotency_key (str | Unset):
        body (ResumeSearch):  Example: {'query': 'nurse with intensive care experience', 'limit':
            10, 'filters': {'min_years': 3}}.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[FoundResumePage | Problem]
    """

    kwargs = _get_kwargs(
        body=body,
        idempotency_key=idempotency_key,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    body: ResumeSearch,
    idempotency_key: str | Unset = UNSET,
) -> FoundResumePage | Problem | None:
    """Search resumes

     Free text over the company's resumes, by meaning and by words, best first. Text that no reader of
    the page sees is not searched. Nothing is stored.

    Args:
        idempotency_key (str | Unset):
        body (ResumeSearch):  Example: {'query': 'nurse with intensive care experience', 'limit':
            10, 'filters': {'min_years': 3}}.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        FoundResumePage | Problem
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
            idempotency_key=idempotency_key,
        )
    ).parsed

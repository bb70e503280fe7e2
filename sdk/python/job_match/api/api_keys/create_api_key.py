from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.api_key_with_key import ApiKeyWithKey
from ...models.new_api_key import NewApiKey
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    body: NewApiKey,
    idempotency_key: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["idempotency-key"] = idempotency_key

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/api-keys",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ApiKeyWithKey | Problem | None:
    if response.status_code == 201:
        response_201 = ApiKeyWithKey.from_dict(response.json())

        return response_201

    if response.status_code == 400:
        response_400 = Problem.from_dict(response.json())

        return response_400

    if response.status_code == 401:
        response_401 = Problem.from_dict(response.json())

        return response_401

    if response.status_code == 403:
        response_403 = Problem.from_dict(response.json())

        return response_403

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
) -> Response[ApiKeyWithKey | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    body: NewApiKey,
    idempotency_key: str | Unset = UNSET,
) -> Response[ApiKeyWithKey | Problem]:
    """Make an API key

     The key acts as the user who makes it, within its scopes, as long as that user is active. It opens
    neither accounts, members, invitations, the company nor other keys. It is shown once.

    Args:
        idempotency_key (str | Unset):
        body (NewApiKey):  Example: {'name': 'Careers page', 'scopes': ['jobs:read',
            'resumes:write']}.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ApiKeyWithKey | Problem]
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
    body: NewApiKey,
    idempotency_key: str | Unset = UNSET,
) -> ApiKeyWithKey | Problem | None:
    """Make an API key

     The key acts as the user who makes it, within its scopes, as long as that user is active. It opens
    neither accounts, members, invitations, the company nor other keys. It is shown once.

    Args:
        idempotency_key (str | Unset):
        body (NewApiKey):  Example: {'name': 'Careers page', 'scopes': ['jobs:read',
            'resumes:write']}.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ApiKeyWithKey | Problem
    """

    return sync_detailed(
        client=client,
        body=body,
        idempotency_key=idempotency_key,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: NewApiKey,
    idempotency_key: str | Unset = UNSET,
) -> Response[ApiKeyWithKey | Problem]:
    """Make an API key

     The key acts as the user who makes it, within its scopes, as long as that user is active. It opens
    neither accounts, members, invitations, the company nor other keys. It is shown once.

    Args:
        idempotency_key (str | Unset):
        body (NewApiKey):  Example: {'name': 'Careers page', 'scopes': ['jobs:read',
            'resumes:write']}.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ApiKeyWithKey | Problem]
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
    body: NewApiKey,
    idempotency_key: str | Unset = UNSET,
) -> ApiKeyWithKey | Problem | None:
    """Make an API key

     The key acts as the user who makes it, within its scopes, as long as that user is active. It opens
    neither accounts, members, invitations, the company nor other keys. It is shown once.

    Args:
        idempotency_key (str | Unset):
        body (NewApiKey):  Example: {'name': 'Careers page', 'scopes': ['jobs:read',
            'resumes:write']}.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ApiKeyWithKey | Problem
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
            idempotency_key=idempotency_key,
        )
    ).parsed

from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.operation_event import OperationEvent
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    operation_id: UUID,
    *,
    last_event_id: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(last_event_id, Unset):
        headers["last-event-id"] = last_event_id

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/operations/{operation_id}/events".format(
            operation_id=quote(str(operation_id), safe=""),
        ),
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Any | OperationEvent | Problem | None:
    if response.status_code == 200:
        response_200 = OperationEvent.from_dict(response.text)

        return response_200

    if response.status_code == 204:
        response_204 = cast(Any, None)
        return response_204

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
) -> Response[Any | OperationEvent | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    operation_id: UUID,
    *,
    client: AuthenticatedClient,
    last_event_id: str | Unset = UNSET,
) -> Response[Any | OperationEvent | Problem]:
    """Follow a long request

     Server-sent events: the state now, then every change: `progress`, and at last `succeeded` or
    `failed`, after which the stream ends. `data` is the operation. A client that comes back with `Last-
    Event-ID` is not told again what it knows; one that knows the end gets 204, which tells a browser to
    stop. A stream also ends after two minutes: connect again.

    Args:
        operation_id (UUID):  Example: 01912d68-783e-7a03-8467-5661c1243ad4.
        last_event_id (str | Unset): `id` of the last event received

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | OperationEvent | Problem]
    """

    kwargs = _get_kwargs(
        operation_id=operation_id,
        last_event_id=last_event_id,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    operation_id: UUID,
    *,
    client: AuthenticatedClient,
    last_event_id: str | Unset = UNSET,
) -> Any | OperationEvent | Problem | None:
    """Follow a long request

     Server-sent events: the state now, then every change: `progress`, and at last `succeeded` or
    `failed`, after which the stream ends. `data` is the operation. A client that comes back with `Last-
    Event-ID` is not told again what it knows; one that knows the end gets 204, which tells a browser to
    stop. A stream also ends after two minutes: connect again.

    Args:
        operation_id (UUID):  Example: 01912d68-783e-7a03-8467-5661c1243ad4.
        last_event_id (str | Unset): `id` of the last event received

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | OperationEvent | Problem
    """

    return sync_detailed(
        operation_id=operation_id,
        client=client,
        last_event_id=last_event_id,
    ).parsed


async def asyncio_detailed(
    operation_id: UUID,
    *,
    client: AuthenticatedClient,
    last_event_id: str | Unset = UNSET,
) -> Response[Any | OperationEvent | Problem]:
    """Follow a long request

     Server-sent events: the state now, then every change: `progress`, and at last `succeeded` or
    `failed`, after which the stream ends. `data` is the operation. A client that comes back with `Last-
    Event-ID` is not told again what it knows; one that knows the end gets 204, which tells a browser to
    stop. A stream also ends after two minutes: connect again.

    Args:
        operation_id (UUID):  Example: 01912d68-783e-7a03-8467-5661c1243ad4.
        last_event_id (str | Unset): `id` of the last event received

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | OperationEvent | Problem]
    """

    kwargs = _get_kwargs(
        operation_id=operation_id,
        last_event_id=last_event_id,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    operation_id: UUID,
    *,
    client: AuthenticatedClient,
    last_event_id: str | Unset = UNSET,
) -> Any | OperationEvent | Problem | None:
    """Follow a long request

     Server-sent events: the state now, then every change: `progress`, and at last `succeeded` or
    `failed`, after which the stream ends. `data` is the operation. A client that comes back with `Last-
    Event-ID` is not told again what it knows; one that knows the end gets 204, which tells a browser to
    stop. A stream also ends after two minutes: connect again.

    Args:
        operation_id (UUID):  Example: 01912d68-783e-7a03-8467-5661c1243ad4.
        last_event_id (str | Unset): `id` of the last event received

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | OperationEvent | Problem
    """

    return (
        await asyncio_detailed(
            operation_id=operation_id,
            client=client,
            last_event_id=last_event_id,
        )
    ).parsed

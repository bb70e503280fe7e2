"""What an operation answers: its body, or an error that says why not."""

from collections.abc import Callable
from functools import wraps
from typing import Generic, ParamSpec, TypeVar, cast

from .models import Problem
from .types import Unset

P = ParamSpec("P")
T = TypeVar("T")


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


class Answer(Generic[T]):
    """`Answer[Job].of(get_job.sync)` is that operation as a function that gives the job, or raises JobMatchError."""

    @classmethod
    def of(cls, sync: Callable[P, object]) -> Callable[P, T]:
        @wraps(sync)
        def call(*args: P.args, **kwargs: P.kwargs) -> T:
            answer = sync(*args, **kwargs)
            if isinstance(answer, Problem):
                raise JobMatchError(answer)
            return cast(T, answer)

        return call

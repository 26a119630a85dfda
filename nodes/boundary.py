"""Where a node's own code is called: the one place that catches whatever it raises, and says where.

One of the three broad excepts of the program: a node is anybody's code, and what it raises must
block its descendants and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from nodes.refusals import NodeError
from nodes.spec import NodeSpec
from nodes.values import value_of
from pipelines.errors import StoryloomError


class ImpureNodeError(StoryloomError):
    """A node's function changed one of its inputs."""


def call_node(
    path: str, frame: int | None, function: Callable[..., Any], /, *args: Any, **kwargs: Any
) -> Any:
    """Call, and attach node and frame to what goes wrong. Cancelled passes through."""
    try:
        return function(*args, **kwargs)
    except NodeError:
        raise
    except Exception as error:
        raise NodeError(path, error, frame=frame) from error


def checked_call(spec: NodeSpec, *args: Any, **kwargs: Any) -> Any:
    """Call a node's function and compare its inputs before and after. Raises ImpureNodeError."""
    before = [_digest(value) for value in args]
    result = spec.function(*args, **kwargs)
    if [_digest(value) for value in args] != before:
        raise ImpureNodeError(f"{spec.title} changed one of its inputs in place.")
    return result


def _digest(value: Any) -> Any:
    if isinstance(value, tuple):  # the frames that a node reads around one
        return [_digest(one) for one in value]
    kind = value_of(value)
    return kind.digest(value) if kind is not None else None

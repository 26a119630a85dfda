"""Structs that are written alike whenever they are equal."""

from __future__ import annotations

from enum import Enum
from functools import cache

import msgspec
from msgspec.structs import fields, force_setattr


class PlainDefaults(msgspec.Struct, frozen=True, omit_defaults=True):
    """A struct that leaves out each field that equals its default, however it came to.

    msgspec leaves out only what is the very object that the class names: an opacity that a hand
    took back to 1.0 would be written, and the results of the node, which are kept by what is
    written, made once more. A subclass with a `__post_init__` of its own calls this one.
    """

    def __post_init__(self) -> None:
        for name, default in _defaults(type(self)):
            value = getattr(self, name)
            if value is not default and type(value) is type(default) and value == default:
                force_setattr(self, name, default)


@cache
def _defaults(kind: type[msgspec.Struct]) -> tuple[tuple[str, object], ...]:
    """The defaults that another object may equal."""
    single = (bool, Enum, type(None), type(msgspec.NODEFAULT))
    return tuple(
        (one.name, one.default) for one in fields(kind) if not isinstance(one.default, single)
    )

"""The kinds of value that travel on wires: one file each, found by walking this package."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from typing import Any

from nodes.value_types import ValueType


@cache
def value_types() -> dict[str, ValueType]:
    """Every kind of value by its name."""
    modules = [
        importlib.import_module(f"{__name__}.{module.name}")
        for module in pkgutil.iter_modules(__path__)
    ]
    return {module.VALUE.name: module.VALUE for module in modules}


def value_of_annotation(annotation: Any) -> ValueType | None:
    """The kind of value that an annotation means, or None."""
    bare = getattr(annotation, "__origin__", annotation)
    return next((value for value in value_types().values() if bare in value.python), None)


def value_of(value: Any) -> ValueType | None:
    """The kind of a value in memory, or None."""
    return value_of_annotation(type(value))

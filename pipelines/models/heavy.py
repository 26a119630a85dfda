"""The heavy libraries, loaded when they are asked for. They are untyped: their names are lazy."""

from __future__ import annotations

import os
from importlib import import_module
from typing import Any


def diffusers() -> Any:
    """diffusers, which runs no code that came with weights."""
    os.environ["DIFFUSERS_DISABLE_REMOTE_CODE"] = "1"
    return import_module("diffusers")


def transformers() -> Any:
    """transformers."""
    return import_module("transformers")


def tokenizers() -> Any:
    """tokenizers."""
    return import_module("tokenizers")

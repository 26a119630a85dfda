"""The heavy libraries, loaded when they are asked for. They are untyped: their names are lazy."""

from __future__ import annotations

import os
from importlib import import_module
from typing import Any


def diffusers() -> Any:
    """diffusers, which runs no code that came with weights."""
    os.environ["DIFFUSERS_DISABLE_REMOTE_CODE"] = "1"
    library = import_module("diffusers")
    library.utils.logging.disable_progress_bar()
    library.utils.logging.set_verbosity_error()  # its remarks are for whoever writes a loader
    return library


def transformers() -> Any:
    """transformers."""
    library = import_module("transformers")
    library.utils.logging.disable_progress_bar()  # progress is told by whoever loads
    return library


def tokenizers() -> Any:
    """tokenizers."""
    return import_module("tokenizers")

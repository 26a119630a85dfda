"""Folders for files that are about to be written."""

from __future__ import annotations

from pathlib import Path

from pipelines.errors import OutputError


def make_folder(folder: Path) -> None:
    """Make a folder, and those above it, where it is not there yet. Raises OutputError."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(
            f"The folder “{folder}” cannot be made: {error.strerror}.",
            mend="Nothing was written. Choose another folder.",
        ) from error

"""Picture files that are dropped on the strip or chosen for it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData

from pipelines.media.pictures import PICTURE_SUFFIXES
from widgets.words import tr


def dropped_pictures(mime: QMimeData) -> list[Path]:
    """The pictures among dropped files, in the order of their names."""
    paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    return sorted(path for path in paths if path.suffix.lower() in PICTURE_SUFFIXES)


def picture_filter() -> str:
    """What a file dialog shows."""
    endings = " ".join(f"*{suffix}" for suffix in PICTURE_SUFFIXES)
    return tr("Pictures ({endings})", endings=endings)

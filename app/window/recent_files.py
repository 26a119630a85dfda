"""The projects that were opened last."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings

_KEY = "recent_files"
_MOST = 8


def recent_files(settings: QSettings) -> list[Path]:
    """Those that are still there, the newest first."""
    kept = settings.value(_KEY, [])
    names = [kept] if isinstance(kept, str) else list(kept) if isinstance(kept, list) else []
    return [path for name in names if (path := Path(str(name))).is_file()]


def remember_file(settings: QSettings, path: Path) -> None:
    """Put a project in front."""
    others = [other for other in recent_files(settings) if other != path]
    settings.setValue(_KEY, [str(file) for file in [path, *others][:_MOST]])

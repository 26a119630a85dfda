"""The projects that were opened last."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings

from widgets.words import tr

_KEY = "recent_files"
_MOST = 8


def recent_files(settings: QSettings) -> list[Path]:
    """All that are remembered, the newest first, also those that are not there now."""
    kept = settings.value(_KEY, [])
    names = [kept] if isinstance(kept, str) else list(kept) if isinstance(kept, list) else []
    return [Path(str(name)) for name in names if str(name)]


def remember_file(settings: QSettings, path: Path) -> None:
    """Put a project in front."""
    others = [other for other in recent_files(settings) if other != path]
    settings.setValue(_KEY, [str(file) for file in [path, *others][:_MOST]])


def forget_file(settings: QSettings, path: Path) -> None:
    """Remember a project no more. The file stays as it is."""
    others = [other for other in recent_files(settings) if other != path]
    settings.setValue(_KEY, [str(file) for file in others])


def why_missing(path: Path) -> str:
    """Why a remembered project cannot be opened now; empty where it can."""
    if path.is_file():
        return ""
    if not path.parent.is_dir():
        return tr("its folder is not there")
    return tr("the file is not there")

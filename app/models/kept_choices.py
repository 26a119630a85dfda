"""What the person chose about models, remembered between starts: mirror, offline, what waited.

The token is not among them: it is in the system's keyring, or nowhere.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSettings

from pipelines.models.errands import HubChoice

_ENDPOINT, _OFFLINE, _WAITING = "models/endpoint", "models/offline", "models/waiting"


def kept_choice(settings: QSettings) -> HubChoice:
    """Where models are fetched from, and whether."""
    return HubChoice(
        str(settings.value(_ENDPOINT, "")).strip(), str(settings.value(_OFFLINE, "off")) == "on"
    )


def keep_endpoint(settings: QSettings, endpoint: str) -> None:
    """Remember a mirror, empty for the hub itself."""
    settings.setValue(_ENDPOINT, endpoint.strip())


def keep_offline(settings: QSettings, *, offline: bool) -> None:
    """Remember whether fetching is switched off."""
    settings.setValue(_OFFLINE, "on" if offline else "off")


def kept_downloads(settings: QSettings) -> tuple[str, ...]:
    """The downloads that were not finished when the program ended."""
    return tuple(filter(None, str(settings.value(_WAITING, "")).split(" ")))


def keep_downloads(settings: QSettings, models: Iterable[str]) -> None:
    """Remember which downloads are not finished."""
    settings.setValue(_WAITING, " ".join(models))

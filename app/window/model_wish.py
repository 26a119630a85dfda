"""How the person wants models to be put, where the nodes of a project do not say: a setting."""

from __future__ import annotations

from PySide6.QtCore import QSettings

from pipelines.models.catalogue import Precision
from pipelines.models.placement import Attention, Device, Offload, Wish

AUTOMATIC = "automatic"
DEVICE, PRECISION, OFFLOAD, ATTENTION = "device", "precision", "offload", "attention"


def kept_word(settings: QSettings, name: str) -> str:
    """What was chosen of one of the four."""
    return str(settings.value(f"models/{name}", AUTOMATIC))


def keep_word(settings: QSettings, name: str, word: str) -> None:
    """Remember it; it holds from the next run."""
    settings.setValue(f"models/{name}", word)


def kept_wish(settings: QSettings) -> Wish:
    """All four. What this version does not know is left to the machine."""
    device, precision = kept_word(settings, DEVICE), kept_word(settings, PRECISION)
    offload, attention = kept_word(settings, OFFLOAD), kept_word(settings, ATTENTION)
    return Wish(
        Precision(precision) if precision in list(Precision) else None,
        Offload[offload.upper()] if offload.upper() in Offload.__members__ else None,
        Attention(attention) if attention in list(Attention) else None,
        Device(device) if device in list(Device) else None,
    )

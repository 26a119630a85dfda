"""How a process at work makes room: the window always gets its turn."""

from __future__ import annotations

import os
import sys
from contextlib import suppress

WORKER = 10
FRAMES = 3
"""Steps of politeness (nice), more for what may take its time."""


def make_room(steps: int) -> None:
    """Let others of this machine go first. What cannot be changed here is left as it is."""
    with suppress(OSError, ImportError):
        if sys.platform == "win32":
            import psutil

            psutil.Process().nice(psutil.BELOW_NORMAL_PRIORITY_CLASS)
        else:
            os.nice(steps)

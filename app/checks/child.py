"""Running a check in a process of its own, so that what it loads, or kills, stays there."""

from __future__ import annotations

import multiprocessing
import sys
from collections.abc import Callable
from io import StringIO
from multiprocessing.connection import Connection

from app.checks.finding import REINSTALL, Finding, State

SECONDS = 180.0
"""How long a check may take: the first import of torch after a cold start needs a minute."""

Check = Callable[[], list[Finding]]


def check_in_child(name: str, check: Check, *, seconds: float = SECONDS) -> list[Finding]:
    """What `check`, a function at the top of a module, finds. A child that dies is a finding."""
    spawn = multiprocessing.get_context("spawn")
    receiving, sending = spawn.Pipe(duplex=False)
    child = spawn.Process(target=_serve, args=(check, sending), daemon=True)
    child.start()
    sending.close()
    try:
        if receiving.poll(seconds):
            return receiving.recv()
        return [Finding(name, State.MISSING, f"no answer in {seconds:.0f} s", REINSTALL)]
    except EOFError:
        child.join()
        return [Finding(name, State.MISSING, f"died with code {child.exitcode}", REINSTALL)]
    finally:
        receiving.close()
        child.kill()
        child.join()
        child.close()


def _serve(check: Check, sending: Connection) -> None:
    sys.stdout = sys.stderr = StringIO()
    sending.send(check())
    sending.close()

"""Letting go of a process that has ended."""

from __future__ import annotations

from multiprocessing.process import BaseProcess


def let_go(process: BaseProcess) -> int | None:
    """Free what a process held that was joined; the code that it ended with.

    None where another thread, which starts a process of its own and looks after all others as it
    does, hears of the end at the same moment: then Python holds it for running, refuses to close
    it, and it is let go of with the object.
    """
    code = process.exitcode
    if code is not None:
        process.close()
    return code

"""What the command line answers to the shell."""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """Documented in README.md: scripts depend on these numbers."""

    DONE = 0
    FAILED = 1
    REFUSED = 2
    INTERRUPTED = 130
    TERMINATED = 143


EXIT_CODES = """exit codes:
  0    done
  1    a node failed (render), something that is needed is missing (doctor), or a model
       could not be fetched or is damaged (models)
  2    the command line, the project or a folder was refused; nothing was run
  130  cancelled by Ctrl-C; what was finished is kept
  143  cancelled by a request to terminate; what was finished is kept"""

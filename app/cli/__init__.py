"""The command line: one file for each verb. No Qt and no torch in this process."""

from app.cli.command import run_command

__all__ = ["run_command"]

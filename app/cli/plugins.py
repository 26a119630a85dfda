"""Plug-ins on the command line: none is imported unless it is named."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from app.cli.saying import unknown
from nodes.registry import Registry, installed_plugins, library, plugin_specs


def add_plugin_argument(parser: argparse.ArgumentParser) -> None:
    """Let plug-ins be allowed by name."""
    parser.add_argument(
        "--plugin",
        action="append",
        default=[],
        metavar="NAME",
        help="allow the nodes of this installed plug-in; may be given again",
    )


def registry_with(names: Sequence[str]) -> Registry:
    """The nodes of the program and of the plug-ins that were allowed.

    Raises UsageError for a plug-in that is not installed.
    """
    installed = installed_plugins()
    for name in names:
        if name not in installed:
            raise unknown("installed plug-in", name, installed, listing="Install it with pip.")
    return library().with_specs(plugin_specs(names)) if names else library()

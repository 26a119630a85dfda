"""`nodes`: what kinds of node there are, read from the registry."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Mapping
from enum import Enum
from typing import Any, get_args, get_origin

import msgspec
from msgspec import Meta
from rich.console import Console
from rich.markup import escape

from app.cli.exit_code import ExitCode
from app.cli.plugins import add_plugin_argument, registry_with
from app.cli.saying import unknown
from nodes.parameters import IsFrameRange, Slider
from nodes.registry import Registry
from nodes.spec import NodeSpec, ParameterSpec, SocketSpec


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What can be asked of `nodes`."""
    parser.add_argument("id", nargs="?", help="one node (mask.grow) or one category (mask)")
    parser.add_argument("--json", action="store_true", help="print JSON for programs")
    add_plugin_argument(parser)


def run(arguments: argparse.Namespace) -> ExitCode:
    """Print the nodes that were asked for."""
    specs = chosen(registry_with(arguments.plugin), arguments.id)
    if arguments.json:
        sys.stdout.write(json_of(specs).decode() + "\n")
    else:
        _print_specs(Console(), specs)
    return ExitCode.DONE


def chosen(registry: Registry, name: str | None) -> list[NodeSpec]:
    """One node, the nodes of a category, or all, in the order of their ids.

    Raises UsageError where nothing has this name.
    """
    specs = sorted(registry.specs.values(), key=lambda spec: spec.id)
    if name is None:
        return specs
    one = registry.find(name)
    found = [one] if one is not None else [spec for spec in specs if spec.category == name]
    if not found:
        known = [*registry.specs, *{spec.category for spec in specs}]
        raise unknown("node or category", name, known, listing="`storyloom nodes` lists them all.")
    return found


def json_of(specs: Iterable[NodeSpec]) -> bytes:
    """The nodes as a JSON list."""
    return msgspec.json.format(msgspec.json.encode([_described(spec) for spec in specs]), indent=2)


def facts_of(parameter: ParameterSpec) -> Mapping[str, Any]:
    """What a parameter may be: its type, default, choices and limits, ready for JSON."""
    base = _bare(parameter.type)
    facts: dict[str, Any] = {"type": _type_name(base), "default": _plain(parameter.default)}
    if isinstance(base, type) and issubclass(base, Enum):
        facts["type"] = "choice"
        facts["choices"] = [_plain(member) for member in base]
    for mark in parameter.marks:
        if isinstance(mark, Slider):
            facts["usual"] = [mark.low, mark.high]
        elif isinstance(mark, Meta):
            limits = {"least": mark.ge, "most": mark.le, "above": mark.gt, "below": mark.lt}
            facts |= {name: limit for name, limit in limits.items() if limit is not None}
        elif isinstance(mark, IsFrameRange):
            facts["type"] = "frames A-B"
    if parameter.in_pixels:
        facts["unit"] = "pixels"
    return facts


def _described(spec: NodeSpec) -> dict[str, Any]:
    return {
        "id": spec.id,
        "title": spec.title,
        "category": spec.category,
        "kind": spec.kind.value,
        "effect": spec.effect,
        "help": spec.help,
        "inputs": [
            {
                "name": socket.name,
                "value": socket.value,
                "optional": socket.optional,
                "several": socket.variadic,
            }
            for socket in spec.sockets
        ],
        "parameters": [
            {"name": name, **facts_of(parameter)} for name, parameter in spec.parameters.items()
        ],
        "outputs": [{"name": output.name, "value": output.value} for output in spec.outputs],
    }


def _print_specs(console: Console, specs: Iterable[NodeSpec]) -> None:
    category = ""
    for spec in specs:
        if spec.category != category:
            category = spec.category
            console.print(f"[bold]{escape(category.title())}[/]", highlight=False)
        _print_spec(console, spec)


def _print_spec(console: Console, spec: NodeSpec) -> None:
    lines = [f"[bold cyan]{escape(spec.id)}[/]  {escape(spec.title)}"]
    lines += [f"  {escape(line)}" if line else "" for line in spec.help.splitlines()]
    lines += [f"  [green]in[/]   {escape(_socket_line(socket))}" for socket in spec.sockets]
    lines += [
        f"  [yellow]set[/]  {escape(_parameter_line(name, parameter))}"
        for name, parameter in spec.parameters.items()
    ]
    lines += [
        f"  [magenta]out[/]  {escape(f'{output.name}: {output.value}')}" for output in spec.outputs
    ]
    text = "\n".join(f"  {line}" if line else "" for line in lines)
    console.print(f"{text}\n", highlight=False, soft_wrap=True)


def _socket_line(socket: SocketSpec) -> str:
    note = " (any number)" if socket.variadic else " (optional)" if socket.optional else ""
    return f"{socket.name}: {socket.value}{note}"


def _parameter_line(name: str, parameter: ParameterSpec) -> str:
    facts = facts_of(parameter)
    words = [f"{name}: {facts['type']} = {_json(facts['default'])}"]
    if "choices" in facts:
        words.append("one of " + ", ".join(str(choice) for choice in facts["choices"]))
    if "usual" in facts:
        words.append(f"usually {facts['usual'][0]:g} to {facts['usual'][1]:g}")
    words += [f"{word} {facts[word]:g}" for word in _LIMITS if word in facts]
    if "unit" in facts:
        words.append(f"in {facts['unit']}")
    return "; ".join(words)


_LIMITS = ("least", "most", "above", "below")


def _bare(annotation: Any) -> Any:
    while hasattr(annotation, "__metadata__"):
        annotation = get_args(annotation)[0]
    return annotation


def _type_name(base: Any) -> str:
    if get_origin(base) is not None:
        return str(base).replace("typing.", "")
    return "text" if base is str else getattr(base, "__name__", str(base))


def _plain(value: Any) -> Any:
    return msgspec.to_builtins(value, enc_hook=str)


def _json(value: Any) -> str:
    return msgspec.json.encode(value).decode()

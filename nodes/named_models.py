"""Which models of the catalogue a node asks for, by what its parameters say. Looks at no disk."""

from __future__ import annotations

from collections.abc import Iterable

from nodes.graph import Node
from nodes.parameters import NamesModel
from nodes.registry import Registry
from nodes.spec import NodeSpec, ParameterSpec


def model_families(parameter: ParameterSpec) -> tuple[str, ...]:
    """The families of which a parameter names a model; none where it does not name one."""
    marks = (mark for mark in parameter.marks if isinstance(mark, NamesModel))
    return tuple(family for mark in marks for family in mark.families)


def named_models(node: Node, registry: Registry) -> tuple[str, ...]:
    """The ids of the models that a node is set to work with; none where what is built in serves."""
    spec = registry.find(node.type)
    if spec is None:
        return ()
    ids = (
        str(node.parameters.get(one.name, one.default))
        for one in _naming(spec)
        if one.names_model is not None
        and one.names_model.is_asked_for(node.parameters, node.inputs)
    )
    return tuple(dict.fromkeys(filter(None, (*spec.models, *ids))))


def replaceable_models(node: Node, registry: Registry) -> frozenset[str]:
    """Those of `named_models` for which what is built in stands in where they are not here."""
    spec = registry.find(node.type)
    if spec is None:
        return frozenset()
    values = {one: str(node.parameters.get(one.name, one.default)) for one in _naming(spec)}
    fixed = {value for one, value in values.items() if not _has_built_in(one)}
    return frozenset(values.values()).difference(fixed, spec.models, ("",))


def works_with_models(spec: NodeSpec) -> bool:
    """Whether a kind of node can ask for a model at all."""
    return bool(spec.models) or bool(_naming(spec))


def families_used(specs: Iterable[NodeSpec]) -> dict[str, tuple[str, ...]]:
    """{family, or id of a model: the titles of the kinds of node that can work with it}."""
    found: dict[str, dict[str, None]] = {}
    for spec in specs:
        for model in spec.models:
            found.setdefault(model, {})[spec.title] = None
        for parameter in _naming(spec):
            for family in model_families(parameter):
                found.setdefault(family, {})[spec.title] = None
    return {family: tuple(titles) for family, titles in found.items()}


def _has_built_in(parameter: ParameterSpec) -> bool:
    return parameter.names_model is not None and parameter.names_model.built_in


def _naming(spec: NodeSpec) -> list[ParameterSpec]:
    return [one for one in spec.parameters.values() if model_families(one)]

"""The list of models: what ships holds together, what a user adds is checked."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipelines.models.catalogue import (
    CatalogueError,
    Family,
    catalogue_of,
    load_catalogue,
    placed,
)

_PART = '[part.mine]\nrepository = "me/mine"\nfiles = ["model.safetensors"]\nbytes = 7\n'
_MODEL = '[model.mine]\ntitle = "Mine"\nabout = "x"\nfamily = "sam2"\nparts = ["mine"]\n'


def test_the_first_vace_download_is_about_fifteen_gib_and_the_second_shares() -> None:
    catalogue = load_catalogue()
    small, large = "wan-vace-1.3b", "wan-vace-14b"
    assert 14.5 < catalogue.bytes_of([small]) / 2**30 < 15.5
    shared = catalogue.bytes_of([small]) + catalogue.bytes_of([large])
    both = catalogue.bytes_of([small, large])
    assert shared - both == catalogue.parts["umt5-xxl"].bytes + catalogue.parts["wan-vae"].bytes
    assert {small, large} <= set(catalogue.sharing("umt5-xxl"))


def test_every_family_of_the_plan_is_listed_and_nothing_is_invented() -> None:
    catalogue = load_catalogue()
    assert {model.family for model in catalogue.models.values()} == set(Family)
    for name, part in catalogue.parts.items():
        assert part.licence, name
        assert part.bytes, name
        assert part.revision == "" or len(part.revision) == 40, name
        assert catalogue.sharing(name), name


def test_a_user_adds_models_and_replaces_entries(tmp_path: Path) -> None:
    own = tmp_path / "models.toml"
    assert load_catalogue(own).own == frozenset()
    own.write_text(_PART + _MODEL, encoding="utf-8")
    catalogue = load_catalogue(own)
    assert catalogue.own == {"mine"}
    assert catalogue.model("mine").title == "Mine"
    assert "wan-vace-14b" in catalogue.models


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[part", "is not a list"),
        (_PART.replace("model.safetensors", "model.bin") + _MODEL, "is not a list"),
        (_PART.replace("model.safetensors", "../model.safetensors") + _MODEL, "is not a list"),
        (_PART.replace("model.safetensors", "/etc/x.json") + _MODEL, "is not a list"),
        (_PART + 'revision = "main"\n' + _MODEL, "is not a list"),
        (_PART + "code = 1\n" + _MODEL, "is not a list"),
        (_MODEL, "has no part “mine”"),
        (_PART + 'folder = "/models"\n' + _MODEL, "either a repository or a folder"),
    ],
)
def test_a_list_that_cannot_be_used_is_refused(text: str, said: str) -> None:
    with pytest.raises(CatalogueError, match=said):
        catalogue_of(text, "models.toml")


def test_an_unknown_model_is_refused_and_a_folder_takes_the_place_of_the_hub() -> None:
    catalogue = catalogue_of(_PART + _MODEL, "mine")
    with pytest.raises(CatalogueError, match="No model is called “other”"):
        catalogue.model("other")
    part = placed(catalogue.parts["mine"], Path("/models/mine"))
    assert (part.folder, part.repository) == ("/models/mine", "")
    assert not part.is_pinned

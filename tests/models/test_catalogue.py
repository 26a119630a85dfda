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


def test_the_first_vace_download_is_known_and_the_second_shares_the_text_encoder() -> None:
    """The transformer lies on the hub in FP32 for the most part: 17.7 GiB, in BF16 it were 15."""
    catalogue = load_catalogue()
    small, large = "wan-vace-1.3b", "wan-vace-14b"
    assert 10.5 < catalogue.parts["umt5-xxl"].bytes / 2**30 < 10.7
    assert 17.6 < catalogue.bytes_of([small]) / 2**30 < 17.8
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
        assert part.is_pinned or part.repository == "Kijai/WanVideo_comfy", name
        assert all(file.endswith(".safetensors") for file in part.hashes), name
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
        ("[part", "is not TOML"),
        ("x = 1\n", r"line 1: there is “x”, where only \[part.ID\] and \[model.ID\] can be"),
        (_PART.replace("model.safetensors", "model.bin") + _MODEL, r"line 3: .*“files”.*pickles"),
        (_PART.replace("model.safetensors", "../model.json") + _MODEL, r"line 3: .*“files”"),
        (_PART.replace("model.safetensors", "/etc/x.json") + _MODEL, r"line 3: .*“files”"),
        (_PART.replace("me/mine", "mine") + _MODEL, r"line 2: .*“repository” .* “owner/name”"),
        (_PART + 'revision = "main"\n' + _MODEL, r"line 5: .*“revision”.*the 40 digits"),
        (_PART + "code = 1\n" + _MODEL, r"line 5: .*“code”, which is none of repository"),
        (_PART.replace("bytes = 7", 'bytes = "7"') + _MODEL, r"line 4: .* a whole number of bytes"),
        (_PART + 'gated = "no"\n' + _MODEL, r"line 5: .*“gated” that is not true or false"),
        (_PART + 'hashes = { "a" = "b" }\n' + _MODEL, r"line 5: .*“hashes”.*SHA-256"),
        (_PART + '[part.mine.hashes]\n"a" = "b"\n' + _MODEL, r"line \d: .*“hashes”.*SHA-256"),
        (_PART.replace("part.mine", 'part."Mine"'), r"line 1: \[part.Mine\] is to be called by"),
        (_PART.replace("files", "#"), r"line 1: \[part.mine\] lacks “files”"),
        (_MODEL, r"line 5: \[model.mine\] names the part “mine”, and there is no such part"),
        (_PART + _MODEL.replace("title", "#"), r"line 5: .* lacks “title”: text in quotes"),
        (_PART + _MODEL.replace("sam2", "sam9"), r"line 8: .*“family” that is not one of wan-vace"),
        (_PART + _MODEL.replace('["mine"]', "[]"), r"line 9: .*“parts” that is not a list of the"),
        (
            _PART + _MODEL + "memory = { bf17 = 1 }\n",
            r"line 10: .*“memory”.*one of fp32, bf16, fp8",
        ),
        (_PART + 'folder = "/models"\n' + _MODEL, "either a “repository” or a “folder”"),
        ("part = 3\n", r"line 1: there is “part”"),
        ("[part]\nmine = 3\n", "is to be a table with repository"),
    ],
)
def test_a_mistake_in_a_list_is_named_with_its_line_and_what_is_expected(
    text: str, said: str
) -> None:
    with pytest.raises(CatalogueError, match=said) as caught:
        catalogue_of(text, "models.toml")
    assert caught.value.message.startswith("“models.toml”")
    assert "Nothing was changed" in caught.value.mend


def test_a_folder_of_the_users_lies_beside_their_list_and_is_used_by_a_model_that_ships(
    tmp_path: Path,
) -> None:
    own = tmp_path / "models.toml"
    own.write_text('[part.dinov2-base]\nfolder = "dino"\nfiles = ["*.json"]\n', encoding="utf-8")
    catalogue = load_catalogue(own)
    assert catalogue.parts["dinov2-base"].folder == str(tmp_path / "dino")
    assert catalogue.own == {"dinov2-base"}


def test_what_a_list_of_the_users_says_of_a_model_that_ships_is_checked(tmp_path: Path) -> None:
    own = tmp_path / "models.toml"
    own.write_text(_MODEL.replace('["mine"]', '["sam2-tiny"]'), encoding="utf-8")
    assert load_catalogue(own).model("mine").parts == ("sam2-tiny",)
    own.write_bytes(b"\xff\xfe")
    with pytest.raises(CatalogueError, match="cannot be read"):
        load_catalogue(own)


def test_an_unknown_model_is_refused_and_a_folder_takes_the_place_of_the_hub() -> None:
    catalogue = catalogue_of(_PART + _MODEL, "mine")
    with pytest.raises(CatalogueError, match="No model is called “other”"):
        catalogue.model("other")
    part = placed(catalogue.parts["mine"], Path("/models/mine"))
    assert (part.folder, part.repository) == ("/models/mine", "")
    assert not part.is_pinned

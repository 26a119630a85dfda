"""Which shot is which after panels were moved: takes and files are named by the id of a shot."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from msgspec.structs import replace

from pipelines.panels import Panel
from pipelines.values import JointMode


def shots_of(panels: Sequence[Panel]) -> list[list[int]]:
    """The places of the panels of each shot: a shot ends with a cut, and with the board."""
    shots: list[list[int]] = []
    begins = True
    for place, panel in enumerate(panels):
        if begins:
            shots.append([])
        shots[-1].append(place)
        begins = panel.joint is JointMode.CUT
    return shots


def shot_ids(panels: Sequence[Panel]) -> list[str]:
    """The id of each shot, as `timing.lay_out` gives it."""
    taken: dict[str, None] = {}
    for shot in shots_of(panels):
        head = panels[shot[0]]
        names = (head.shot, head.id, f"{head.id}-{shot[0]}")
        taken[next(name for name in names if name and name not in taken)] = None
    return list(taken)


def shot_titles(
    ids: Sequence[str], names: Mapping[str, str], numbered: Callable[[int], str] = "Shot {}".format
) -> list[str]:
    """What each shot is called: by its name, or else `numbered` from 1 on. No two are called alike:
    what would be has a number behind it."""
    given = {names[one] for one in ids if names.get(one)}
    titles: dict[str, None] = {}
    for number, one in enumerate(ids, 1):
        name = names.get(one, "")
        title = wanted = name or numbered(number)
        count = 2
        while title in titles or (title in given and title != name):
            title, count = f"{wanted} ({count})", count + 1
        titles[title] = None
    return list(titles)


def shots_kept(before: Sequence[Panel], after: Sequence[Panel]) -> tuple[Panel, ...]:
    """The panels after an edit, each shot marked with the id that it had before.

    The id goes with the panel that the shot began with; where that is gone, with most of the
    others. A shot that is new has an id that no shot had.
    """
    shots = shots_of(after)
    wanted = _wanted(before, after, shots)
    kept = list(after)
    for shot, name in zip(shots, wanted, strict=True):
        head = kept[shot[0]]
        if (head.shot or head.id) != name:
            kept[shot[0]] = replace(head, shot=name)
    return tuple(kept)


def _wanted(
    before: Sequence[Panel], after: Sequence[Panel], shots: Sequence[Sequence[int]]
) -> list[str]:
    old_shots = list(zip(shots_of(before), shot_ids(before), strict=True))
    shot_of_panel = {before[place].id: name for shot, name in old_shots for place in shot}
    shot_of_head = {before[shot[0]].id: name for shot, name in old_shots}
    names = [""] * len(shots)
    free = {name for _, name in old_shots}
    for number, shot in enumerate(shots):
        heads = (shot_of_head.get(after[place].id, "") for place in shot)
        names[number] = next((name for name in heads if name in free), "")
        free.discard(names[number])
    for number, shot in enumerate(shots):
        if not names[number]:
            counted = Counter(shot_of_panel.get(after[place].id, "") for place in shot)
            likely = (name for name, _ in counted.most_common())
            names[number] = next((name for name in likely if name in free), "")
            free.discard(names[number])
    return _filled(names, [after[shot[0]] for shot in shots], {name for _, name in old_shots})


def _filled(names: list[str], heads: Sequence[Panel], old: set[str]) -> list[str]:
    """The names with new ones for the shots that have none yet."""
    taken = {name for name in names if name}
    for number, head in enumerate(heads):
        if names[number]:
            continue
        own = head.shot if head.shot and head.shot not in old else head.id
        name, count = own, 2
        while name in taken or (name in old and name != head.id):
            name, count = f"{own}-{count}", count + 1
        names[number] = name
        taken.add(name)
    return names

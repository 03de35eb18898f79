"""A new channel is a new file: it takes part by itself, and what its words still lack is named."""

import re
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest

from graph.rings.channels import CHANNELS, channels_of
from graph.rings.channels.base import Channel
from graph.rings.dossier.words import CHANNELS as SAID

DESK = Path(__file__).parents[3] / "frontend/src/features/rings"
NEW = replace(CHANNELS[0], name="night_swipes", place=25)


def module(*declared: Channel) -> ModuleType:
    made = ModuleType("new")
    for number, one in enumerate(declared):
        setattr(made, f"CHANNEL_{number}", one)
    return made


def test_whatever_a_file_declares_takes_part_in_its_place() -> None:
    found = channels_of([module(*CHANNELS), module(NEW), module(NEW)])
    assert [one.name for one in found] == [
        *("outpatient", "inpatient", "night_swipes", "pharmacy", "refund_loop"),
        *("doctor_density", "doctor_shopping"),
    ]


@pytest.mark.parametrize("twin", [{"place": 26}, {"name": "day_swipes"}])
def test_two_channels_share_neither_name_nor_place(twin: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="two channels"):
        channels_of([module(NEW, replace(NEW, **twin))])  # type: ignore[arg-type]


def desk_words() -> list[set[str]]:
    """The channels that the desk has words for, Chinese and English."""
    text = (DESK / "words.ts").read_text(encoding="utf-8")
    blocks = re.findall(r"\n    channels: \{\n(.*?)\n    \},", text, re.DOTALL)
    return [set(re.findall(r"^      (\w+):", block, re.MULTILINE)) for block in blocks]


@pytest.mark.parametrize("channel", CHANNELS, ids=lambda one: one.name)
def test_every_channel_has_its_words(channel: Channel) -> None:
    missing = [] if channel.name in SAID else ["graph/rings/dossier/words.py: CHANNELS"]
    zh, en = desk_words()
    missing += [
        f"frontend/src/features/rings/words.ts: channels ({language})"
        for language, known in (("zh", zh), ("en", en))
        if channel.name not in known
    ]
    by_month = re.search(r"BY_MONTH.*?\[(.*?)\]", (DESK / "ringWords.tsx").read_text("utf-8"))
    assert by_month is not None
    if channel.own_days != (f"'{channel.name}'" in by_month[1]):
        missing.append("frontend/src/features/rings/ringWords.tsx: BY_MONTH")
    assert not missing, f"{channel.name} lacks {'; '.join(missing)} (docs/new-channel.md)"


def test_no_words_are_left_of_a_channel_that_is_gone() -> None:
    names = {one.name for one in CHANNELS}
    assert names == set(SAID)
    assert all(known == names for known in desk_words())

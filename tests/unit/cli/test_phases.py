"""Every stage of long work that the terminal has words for has words on the desk."""

import re
from pathlib import Path

import pytest

from cli.phases import AUDIT, BACKUP, GRAPH, IMPORT, VAULT
from cli.ring_phases import RINGS
from graph.rings.dossier.words import CHANNELS as NAMES

DESK = Path("frontend/src/app/phases/words.ts").read_text("utf-8")
CHANNELS = Path("frontend/src/features/rings/words.ts").read_text("utf-8")


@pytest.mark.parametrize("phase", sorted({*IMPORT, *GRAPH, *AUDIT, *RINGS}))
def test_a_stage_has_a_name_in_both_languages(phase: str) -> None:
    channel = phase.partition("rings:")[2]
    text, key = (CHANNELS, channel) if channel in NAMES else (DESK, phase.replace(":", "_"))
    assert len(re.findall(rf"^ +{key}: '", text, re.MULTILINE)) == 2


#: Where long work is done that the terminal waits for, and how a stage is named there.
ROOMS = ("evidence", "workers", "graph/sameness", "stack")
NAMED = re.compile(
    r'progress\("([a-z_]+)"|store, \w+, "([a-z_]+)", |_digest\(store, \w+, "([a-z_]+)"'
)
#: Work of the workers alone: the desk tells of it.
UNHEARD = {"deadlines", "leads", "seal"}


def test_every_stage_that_a_room_names_is_told_in_words() -> None:
    files = [file for room in ROOMS for file in Path(room).rglob("*.py")]
    found = {
        name for file in files for one in NAMED.findall(file.read_text("utf-8")) for name in one
    }
    assert {"hash", "copy", "read_back", "backup"} <= found
    known = {*VAULT, *BACKUP, *IMPORT, *GRAPH, *RINGS, *AUDIT, ""}
    assert found - known - UNHEARD == set()


def test_no_command_hands_its_progress_on_without_words() -> None:
    # A measurement is read by those who build the system, and counts by its own names.
    raw = re.compile(r"(?<!in_words\()out\.progress\b")
    for file in Path("cli").glob("*.py"):
        if file.name not in {"bench.py", "give.py"}:
            assert not raw.search(file.read_text("utf-8")), file.name

"""Every stage of long work that the terminal has words for has words on the desk."""

import re
from pathlib import Path

import pytest

from cli.phases import AUDIT, GRAPH, IMPORT, RINGS

DESK = Path("frontend/src/app/phases/words.ts").read_text("utf-8")
CHANNELS = Path("frontend/src/features/rings/words.ts").read_text("utf-8")


@pytest.mark.parametrize("phase", sorted({*IMPORT, *GRAPH, *AUDIT, *RINGS}))
def test_a_stage_has_a_name_in_both_languages(phase: str) -> None:
    channel = phase.partition("rings:")[2]
    text, key = (CHANNELS, channel) if channel else (DESK, phase.replace(":", "_"))
    assert len(re.findall(rf"^ +{key}: '", text, re.MULTILINE)) == 2

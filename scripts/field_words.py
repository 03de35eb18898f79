"""Compare the terminal's words for the fields of acts with the desk's; `--write` writes them anew.

The desk is where acts are worded, in both languages; `jicha … --help` says the same.
"""

import json
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DESK = ROOT / "frontend" / "src" / "acts" / "words" / "fields.ts"
TERMINAL = ROOT / "cli" / "field_words.json"
#: `name: 'words',` as the formatter of the desk writes it, perhaps on two lines.
WORD = re.compile(
    r"""^    (\w+):\s+(?:'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"),""", re.MULTILINE
)


def half(text: str) -> dict[str, str]:
    """Words by the field's name as commands spell it."""
    return {
        re.sub("[A-Z]", lambda big: "_" + big[0].lower(), name): re.sub(r"\\(.)", r"\1", one or two)
        for name, one, two in WORD.findall(text)
    }


def main() -> int:
    """Write or compare; returns the exit code."""
    zh, en = map(half, DESK.read_text("utf-8").split("\n  },\n  {\n", 1))
    if not zh or zh.keys() != en.keys():
        print(f"{DESK}: cannot be read as words in two languages", file=sys.stderr)
        return 1
    made = {name: [zh[name], en[name]] for name in sorted(zh)}
    text = json.dumps(made, ensure_ascii=False, indent=1) + "\n"
    if "--write" in sys.argv:
        TERMINAL.write_text(text, encoding="utf-8")
    elif not TERMINAL.exists() or TERMINAL.read_text("utf-8") != text:
        print(f"{TERMINAL.relative_to(ROOT)} is out of date: run make schema")
        return 1
    print(f"{TERMINAL.relative_to(ROOT)}: ok")
    return 0


if __name__ == "__main__":
    sys.exit(main())

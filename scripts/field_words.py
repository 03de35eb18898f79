"""Compare the terminal's words for the fields of acts with the desk's; `--write` writes them anew.

The desk is where acts are worded, in both languages; `jicha … --help` says the same.
"""

import json
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DESK = ROOT / "frontend" / "src" / "acts" / "words" / "fields.ts"
FEATURES = ROOT / "frontend" / "src" / "features"
API = ROOT / "api"
TERMINAL = ROOT / "cli" / "field_words.json"
#: `name: 'words',` as the formatter of the desk writes it, perhaps on two lines.
WORD = re.compile(
    r"""^    (\w+):\s+(?:'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"),""", re.MULTILINE
)
#: An act's form on the desk and its fields, one after the other; the command behind each mutation.
FIELD = re.compile(r"act: '(\w+)'|name: '(\w+)',\s*label: '(\w+)'")
COMMAND = re.compile(r"Act\(\s*\"(\w+)\",\s*(?:\w+\.)*(\w+)")


def snake(name: str) -> str:
    """A name as commands spell it."""
    return re.sub("[A-Z]", lambda big: "_" + big[0].lower(), name)


def of_acts(words: dict[str, list[str]]) -> dict[str, list[str]]:
    """`Command.field` → words, where an act calls a field by other words than the rest do."""
    commands = {
        mutation: command
        for path in sorted(API.rglob("*.py"))
        for mutation, command in COMMAND.findall(path.read_text("utf-8"))
    }
    found: dict[str, list[str]] = {}
    for path in sorted(FEATURES.rglob("*.ts")):
        act = ""
        for begun, name, label in FIELD.findall(path.read_text("utf-8")):
            act = begun or act
            if begun or act not in commands or name == label:
                continue
            said = words.get(snake(label))
            if said and said != words.get(snake(name)):
                found[f"{commands[act]}.{snake(name)}"] = said
    return found


def half(text: str) -> dict[str, str]:
    """Words by the field's name as commands spell it."""
    return {
        snake(name): re.sub(r"\\(.)", r"\1", one or two) for name, one, two in WORD.findall(text)
    }


def main() -> int:
    """Write or compare; returns the exit code."""
    zh, en = map(half, DESK.read_text("utf-8").split("\n  },\n  {\n", 1))
    if not zh or zh.keys() != en.keys():
        print(f"{DESK}: cannot be read as words in two languages", file=sys.stderr)
        return 1
    made = {name: [zh[name], en[name]] for name in sorted(zh)}
    made = dict(sorted((made | of_acts(made)).items()))
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

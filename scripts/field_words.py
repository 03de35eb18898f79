"""Compare the terminal's words for the fields of acts with the desk's; `--write` writes them anew.

The desk is where acts are worded, in both languages; `jicha … --help` says the same.
"""

import json
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from cli.field_words import OWN  # noqa: E402

DESK = ROOT / "frontend" / "src" / "acts" / "words" / "fields.ts"
FEATURES = ROOT / "frontend" / "src" / "features"
API = ROOT / "api"
TERMINAL = ROOT / "cli" / "field_words.json"
VALUES = DESK.with_name("values.ts")
CHOICES = ROOT / "cli" / "value_words.json"
#: `name: 'words',` as the formatter of the desk writes it, perhaps on two lines.
WORD = re.compile(
    r"""^    (\w+):\s+(?:'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"),""", re.MULTILINE
)
#: An act's form on the desk and its fields, one after the other; the command behind each mutation.
FIELD = re.compile(r"act: '(\w+)'|name: '(\w+)',\s*label: '(\w+)'")
#: The same with the choices that this act calls by another word.
CHOICE = re.compile(r"act: '(\w+)'|name: '(\w+)',[^{}]*?says: \{([^}]*)\}")
SAID = re.compile(r"(\w+): '(\w+)'")
#: A list of fields that several acts share, by the name under which their forms take it in.
SHARED = re.compile(
    r"(export )?const (\w+): readonly Field\[\] = \[\n(.*?)^\];", re.MULTILINE | re.DOTALL
)
TAKEN = re.compile(r"\.\.\.(\w+)")
COMMAND = re.compile(r"Act\(\s*\"(\w+)\",\s*(?:\w+\.)*(\w+)")


def snake(name: str) -> str:
    """A name as commands spell it."""
    return re.sub("[A-Z]", lambda big: "_" + big[0].lower(), name)


def commands_of() -> dict[str, str]:
    """The command behind each mutation."""
    return {
        mutation: command
        for path in sorted(API.rglob("*.py"))
        for mutation, command in COMMAND.findall(path.read_text("utf-8"))
    }


def forms() -> list[str]:
    """The desk's files of acts, each shared list written out where a form takes it in."""
    texts = {
        path: path.read_text("utf-8") for path in sorted((ROOT / "frontend" / "src").rglob("*.ts"))
    }
    everywhere = {
        name: body
        for text in texts.values()
        for exported, name, body in SHARED.findall(text)
        if exported
    }
    return [
        taken_in(text, everywhere) for path, text in texts.items() if path.is_relative_to(FEATURES)
    ]


def taken_in(text: str, everywhere: dict[str, str]) -> str:
    """A file with the lists of others and its own written out where it names them."""
    lists = everywhere | {name: body for _, name, body in SHARED.findall(text)}
    return TAKEN.sub(lambda took: lists.get(took[1], took[0]), text)


def of_choices(words: dict[str, str]) -> dict[str, str]:
    """`Command.field.VALUE` → word, where an act calls a choice by the word of another."""
    commands, found = commands_of(), dict[str, str]()
    for text in forms():
        act = ""
        for begun, name, said in CHOICE.findall(text):
            act = begun or act
            if not begun and act in commands:
                own = f"{commands[act]}.{snake(name)}"
                found |= {f"{own}.{value}": words[other] for value, other in SAID.findall(said)}
    return found


def of_acts(words: dict[str, list[str]]) -> dict[str, list[str]]:
    """`Command.field` → words, where an act calls a field by other words than the rest do."""
    commands = commands_of()
    found: dict[str, list[str]] = {}
    for text in forms():
        act = ""
        for begun, name, label in FIELD.findall(text):
            act = begun or act
            # The terminal's own words for every field of a name give way to what one act says of it.
            if begun or act not in commands or (name == label and snake(name) not in OWN):
                continue
            said = words.get(snake(label))
            if said and (said != words.get(snake(name)) or snake(name) in OWN):
                found[f"{commands[act]}.{snake(name)}"] = said
    return found


def plain(text: str) -> dict[str, str]:
    """Words by the name that the desk gives them."""
    return {name: re.sub(r"\\(.)", r"\1", one or two) for name, one, two in WORD.findall(text)}


def halves(desk: Path) -> list[dict[str, str]]:
    """The Chinese and the English words of a file of the desk."""
    return [plain(half) for half in desk.read_text("utf-8").split("\n  },\n  {\n", 1)]


def kept(terminal: Path, words: dict[str, list[str]] | dict[str, str]) -> bool:
    """Write the terminal's words, or say whether they are the desk's."""
    text = json.dumps(words, ensure_ascii=False, indent=1) + "\n"
    if "--write" in sys.argv:
        terminal.write_text(text, encoding="utf-8")
    elif not terminal.exists() or terminal.read_text("utf-8") != text:
        print(f"{terminal.relative_to(ROOT)} is out of date: run make schema")
        return False
    print(f"{terminal.relative_to(ROOT)}: ok")
    return True


def main() -> int:
    """Write or compare; returns the exit code."""
    zh, en = ({snake(k): v for k, v in half.items()} for half in halves(DESK))
    if not zh or zh.keys() != en.keys():
        print(f"{DESK}: cannot be read as words in two languages", file=sys.stderr)
        return 1
    made = {name: [zh[name], en[name]] for name in sorted(zh)}
    made = dict(sorted((made | of_acts(made)).items()))
    values = halves(VALUES)[0]
    chosen = dict(sorted((values | of_choices(values)).items()))
    return 0 if all([kept(TERMINAL, made), kept(CHOICES, chosen)]) else 1


if __name__ == "__main__":
    sys.exit(main())

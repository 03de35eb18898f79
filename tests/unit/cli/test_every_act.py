"""The desk's acts and the terminal's: what one can do the other can, or the list says why not."""

import ast
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from rich.markup import render
from typer.main import get_command

import cli
from api.acts import Act
from api.schema import build_schema
from casework.commands.base import Command
from casework.registry import ACTS
from cli.main import build_app

FOLDER = Path(cli.__file__).parent
#: Commands without a verb: why, and when that was last looked at.
NO_VERB: dict[str, tuple[date, str]] = {
    "MarkDeadlines": (date(2026, 11, 26), "the beat alone marks what fell due"),
    "RecordSettled": (date(2026, 11, 27), "written by `jicha graph load` from the deliveries"),
    "EndMeasures": (date(2026, 11, 26), "measures lift themselves: the beat alone writes it"),
    "MarkSittings": (date(2026, 11, 27), "the beat alone marks a sitting nobody handed in"),
    "RecordBinding": (date(2026, 11, 26), "written by the work behind `jicha case bind`"),
    "RecordDossier": (date(2026, 11, 26), "written by the work behind `jicha dossier export`"),
    "RecordDossierCheck": (date(2026, 11, 26), "written by the weekly check of the vault"),
    "HoldVolumes": (date(2026, 11, 26), "written by the daily round that renews locks"),
    "RecordVolumeCheck": (date(2026, 11, 26), "written by the weekly check of the vault"),
    "RecordUnrecorded": (date(2026, 11, 26), "written by `jicha evidence recheck` itself"),
    "CopyEvidence": (date(2026, 11, 26), "written by the vault when it renews a lock by a copy"),
    "RecordSignIn": (date(2026, 11, 26), "written by every sign-in, `jicha login` among them"),
    "RecordKeyUse": (date(2026, 11, 26), "written when a settlement system asks with its key"),
    "ChangePassword": (date(2026, 11, 26), "`jicha passwd`, whose secret must not be an option"),
    "AskCypher": (date(2026, 11, 26), "written by `jicha graph query` before it asks"),
}
#: Mutations that are not one command each: the words that do the same.
WORDS: dict[str, str] = {
    "sessionSignIn": "login",
    "sessionSignOut": "logout",
    "sessionChangePassword": "passwd",
    "noticeRead": "notices read",
    "noticeChoose": "notices choose",
    "outboxSend": "notices resend",
    "caseSeen": "reviews show",
    "pointsSeen": "reviews show-file",
    "caseMessagesSeen": "case messages",
    "reviewsApprove": "reviews approve",
    "importStart": "import",
    "importWithdraw": "batches withdraw",
    "importProfileKeep": "profile keep",
    "qualityWork": "quality",
    "qualityAgain": "quality",
    "findingJudge": "findings judge",
    "findingNote": "findings note",
    "ringJudge": "rings judge",
    "ringNote": "rings note",
    "ringMembersJudge": "rings judge",
    "ringMembersTakeBack": "rings judge",
    "ringTakeBack": "rings judge",
    "sameJudge": "same judge",
    "sameTakeBack": "same take-back",
    "caseOpen": "case open",
    "caseAttachFindings": "case findings",
    "evidenceUploadStart": "case evidence",
    "evidenceUploadComplete": "case evidence",
    "evidenceAccess": "evidence get",
    "evidenceCollectionState": "evidence collected",
    "cypherRun": "graph query",
    "personalDataReveal": "case show",
    "accountCreate": "users add",
    "accountReset": "users reset",
    "accountUnlock": "users unlock",
    "keyIssue": "key issue",
    "restorationBatchDraw": "points batch-draw",
    "restorationBatchHandle": "points batch-opinion",
    "restorationBatchPaper": "points batch-paper",
}
NO_WORDS: dict[str, tuple[date, str]] = {
    "jobStart": (
        date(2026, 11, 26),
        "at a terminal the work itself is the command, and waited for",
    ),
    "jobCancel": (date(2026, 11, 26), "Ctrl-C"),
    "investigationSave": (date(2026, 11, 26), "a drawing of the graph, made with the mouse"),
    "investigationDelete": (date(2026, 11, 26), "a drawing of the graph"),
}


def leaves(command: Any, words: tuple[str, ...] = ()) -> Iterator[tuple[str, Any]]:
    """Every command of the application with its words."""
    below = getattr(command, "commands", None)
    if below is None:
        yield " ".join(words), command
        return
    for word, one in below.items():
        yield from leaves(one, (*words, word))


EVERY = dict(leaves(get_command(build_app())))


def spoken_of() -> set[str]:
    """Names that the terminal's source uses to make a command: not its texts, nor its questions."""
    return {name for path in FOLDER.rglob("*.py") for name in used(ast.parse(path.read_text()))}


def used(node: ast.AST) -> Iterator[str]:
    """Names in a piece of source, but for those that only ask what a value is."""
    match node:
        case ast.Call(func=ast.Name(id="isinstance")):
            return
        case ast.Name(id=name):
            yield name
        case ast.Attribute(attr=name):
            yield name
    for below in ast.iter_child_nodes(node):
        yield from used(below)


def mutations() -> dict[str, type[Command] | None]:
    """Every mutation with the command that it is, if it is one."""
    schema = build_schema(open_operations=True)._schema
    assert schema.mutation_type is not None
    # The nouns were imported with the schema; each keeps its acts in tuples.
    rooms = [module for name, module in sys.modules.items() if name.startswith("api.")]
    tuples = [x for room in rooms for x in vars(room).values() if isinstance(x, tuple)]
    declared = {a.name: a.command for acts in tuples for a in acts if isinstance(a, Act)}
    return {name: declared.get(name) for name in schema.mutation_type.fields}


def test_every_command_has_a_verb_or_a_reason() -> None:
    without = {kind.__name__ for kind in ACTS} - spoken_of()
    assert without == NO_VERB.keys()


def test_every_verb_answers_in_json() -> None:
    options = {words: {o for p in one.params for o in p.opts} for words, one in EVERY.items()}
    assert [words for words, known in options.items() if "--json" not in known] == []


def test_every_mutation_has_words_at_the_terminal_or_a_reason() -> None:
    spoken = spoken_of()
    for name, command in mutations().items():
        if command is not None:
            assert command.__name__ in spoken | NO_VERB.keys(), name
        elif name in WORDS:
            assert WORDS[name] in EVERY, name
        else:
            assert name in NO_WORDS, name


def test_no_reason_outlived_what_it_excuses() -> None:
    found = mutations()
    assert (WORDS.keys() | NO_WORDS.keys()) <= {n for n, command in found.items() if not command}


def test_the_help_of_every_command_can_be_shown() -> None:
    """A bracket in a help text is markup to the terminal: `[/day]` would end the program."""
    for name, command in EVERY.items():
        for text in (command.help, *(getattr(one, "help", None) for one in command.params)):
            plain = render(text or "").plain
            assert plain == (text or "").replace("\\[", "["), name

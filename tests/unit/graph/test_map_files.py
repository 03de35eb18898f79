"""The files of the offline import: what they say, and what they refuse to carry."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from neo4j.spatial import CartesianPoint
from neo4j.time import DateTime

from graph.load.errors import OfflineImpossible
from graph.load.offline import _teller, import_arguments
from graph.load.people import People, PeopleLink, PeopleNode, write_people
from graph.load.tables import bare_nodes


def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def test_people_are_grouped_by_labels_and_types(tmp_path: Path) -> None:
    people = People(
        (
            PeopleNode("e1", ("Account",), {"account": "li", "tries": 1, "note": 'a"b\nc'}),
            PeopleNode("e2", ("Account",), {"account": "sun", "tries": 2, "note": ""}),
            PeopleNode("e5", ("Ring",), {"ring_id": "R1", "tags": []}),
            PeopleNode(
                "e3", ("Event",), {"at": DateTime.from_native(datetime(2026, 1, 2, tzinfo=UTC))}
            ),
            PeopleNode("e4", ("Migration",), {"id": "0001_x"}),
        ),
        (PeopleLink(("Patient", "1"), ("People", "e1"), "WATCHED_BY", {"since": 1.5}),),
    )
    ids = {("People", f"e{n}"): 10 + n for n in range(1, 6)} | {("Patient", "1"): 3}
    files = write_people(people, ids, tmp_path)
    accounts = next(file for file in files if file.name == "Account")
    assert text_of(accounts.header) == ":ID,account:string,note:string,tries:long\n"
    assert text_of(accounts.data) == '11,"li","a""b\nc","1"\n12,"sun","","2"\n'
    ring = next(file for file in files if file.name == "Ring")
    assert text_of(ring.header) == ":ID,empty_lists:string[],ring_id:string\n"
    assert text_of(ring.data) == '15,"tags","R1"\n'
    event = next(file for file in files if file.name == "Event")
    assert text_of(event.header) == ":ID,at:datetime\n"
    link = files[-1]
    assert link.option == "relationships"
    assert text_of(link.header) == ":START_ID,:END_ID,since:double\n"
    assert text_of(link.data) == '3,11,"1.5"\n'
    assert people.map_keys == {("Patient", "1")}
    migration = next(file for file in files if file.name == "Migration")
    assert text_of(migration.data) == '14,"0001_x","true"\n'


@pytest.mark.parametrize("value", [CartesianPoint((1.0, 2.0)), [1, "a"], ["a\x1fb"], b"x"])
def test_what_files_cannot_carry_is_refused(tmp_path: Path, value: object) -> None:
    people = People((PeopleNode("e1", ("Odd",), {"value": value}),), ())
    with pytest.raises(OfflineImpossible) as caught:
        write_people(people, {("People", "e1"): 0}, tmp_path)
    assert "--online" in caught.value.message_zh


def test_bare_nodes_keep_their_key(tmp_path: Path) -> None:
    files = bare_nodes({("Patient", 'a"1'): 7, ("Phone", "k"): 8}, tmp_path)
    assert [file.name for file in files] == ["Phone", "Patient"]
    assert text_of(files[1].data) == '7,"a""1",true\n'


def test_the_importers_words_become_rows_of_all_rows() -> None:
    told: list[tuple[str, int, int | None]] = []
    hear = _teller(lambda *words: told.append(words), 800)
    for line in (
        "Import starting 2026-11-25",
        "(1/4) Node import 2026-11-25",
        ".......... .......... .......... .......... ..........  50% ∆1s 528ms [1s 528ms]",
        "(3/4) Relationship linking 2026-11-25",
        "-......... .......... .......... .......... .......... 100% ∆0ms [2s 961ms]",
        "IMPORT DONE in 43s 790ms.",
    ):
        hear(line)
    assert told == [("import", 100, 800), ("import", 600, 800)]


def test_the_importer_fails_on_one_bad_entry(tmp_path: Path) -> None:
    files = bare_nodes({("Patient", "1"): 0}, tmp_path)
    words = import_arguments(files)
    assert words[:4] == ["database", "import", "full", "neo4j"]
    assert {"--bad-tolerance=0", "--id-type=actual"} <= set(words)
    assert "--array-delimiter=U+001F" in words
    assert not any("overwrite" in word for word in words)

"""What a field is called at the terminal: the desk's word for one very act goes before the words for all of its name."""

import pytest

from cli.field_words import HINTS, OWN, words_of
from cli.field_words import _desk as desk


@pytest.mark.parametrize(
    ("field", "command", "words"),
    [
        ("name", "OpenInterview", "被询问人姓名 / Name of the person questioned"),
        ("to", "TransferCase", "移送机关 / Authority"),
        ("kin", "DeclareTies", "近亲属参保号（可多个） / Insured numbers of near kin"),
        ("months", "CloseRemedy", "变更后的暂停月数 / Months of suspension as changed"),
        # The desk has a list or a calendar: the terminal says how it is typed.
        ("measure_id", "LiftMeasure", "措施（编号） / Measure (number)"),
        ("on", "AddLine", "费用日期（YYYY-MM-DD） / Billed on (YYYY-MM-DD)"),
        (
            "document",
            "RequestHearing",
            "申请书或者口头申请笔录（扫描件，证据编号） / Letter, or record of what was asked by word of mouth (scan, evidence id)",
        ),
        # The desk's word says it already.
        ("batch_id", "VoidBatch", "名单编号 / List no."),
        # An act that the desk does not word goes by what is said of every field of the name.
        ("name", "SetParameter", "参数名称 / Name of the parameter"),
        # What the terminal says of one very act goes before all.
        (
            "evidence_id",
            "AttachLetter",
            "盖章扫描件（证据编号，先以 jicha evidence add 入库） / Sealed scan (evidence id, taken in by `jicha evidence add`)",
        ),
        ("nothing_of_the_kind", "LiftMeasure", ""),
    ],
)
def test_a_field_is_called_as_its_act_calls_it(field: str, command: str, words: str) -> None:
    assert words_of(field, command) == words


def test_no_word_for_all_hides_what_the_desk_says_of_one_act() -> None:
    exact = [name.rpartition(".") for name in desk() if "." in name and name not in OWN]
    assert len(exact) > 80
    for command, _, field in exact:
        zh = desk()[f"{command}.{field}"][0].removesuffix("）")
        assert words_of(field, command).startswith(zh), (command, field)


def test_every_hint_is_of_a_field_that_somebody_types() -> None:
    named = {name.rpartition(".")[2] for name in (*OWN, *desk())}
    assert named >= HINTS.keys()

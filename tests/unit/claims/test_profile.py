"""Profiles are data: what they may say, and what is refused with its place."""

from pathlib import Path
from typing import Any

import pytest

from claims.errors import HeaderInvalid, ProfileInvalid, ProfileUnknown
from claims.expressions import expression_columns, expression_problem
from claims.profile import load_profile, parse_profile, shipped
from claims.store import ClaimStore

OWN = """
name = "own"
version = "3"
null_values = ["-"]
[[source]]
file = "export"
[source.types]
paid = "money"
own = "money"
[[source.target]]
table = "setl_d"
[source.target.columns]
setl_id = "no"
mdtrt_id = { compute = "'V' || no" }
psn_no = "person"
fixmedins_code = { const = "H1" }
med_type = { const = "11" }
setl_time = "day"
medfee_sumamt = { compute = "coalesce(paid, 0) + coalesce(own, 0)" }
fund_pay_sumamt = "paid"
[[source.target]]
table = "medins_info_b"
distinct = true
[source.target.columns]
fixmedins_code = { const = "H1" }
fixmedins_name = { const = "H1" }
[[source.target]]
table = "setl_diag_list_d"
[source.target.unpivot]
columns = ["d1", "d2"]
value = "diag_code"
number = "diag_srt_no"
[source.target.columns]
mdtrt_id = { compute = "'V' || no" }
"""


@pytest.mark.parametrize("name", shipped())
def test_shipped_profiles_are_valid(name: str) -> None:
    assert load_profile(name).name == name


@pytest.mark.parametrize("name", shipped())
def test_shipped_profiles_have_a_title_in_both_languages(name: str) -> None:
    profile = load_profile(name)
    assert not profile.title.isascii()
    assert profile.title_en.replace("–", "-").isascii()


def test_a_title_is_text_and_stands_in_for_the_other_language() -> None:
    mine = 'title = "本局"\n' + OWN
    assert parse_profile(mine, "own.toml").title_en == "本局"
    with pytest.raises(ProfileInvalid, match="title_en"):
        parse_profile("title_en = 5\n" + mine, "own.toml")


def test_unknown_profile_names_the_others() -> None:
    with pytest.raises(ProfileUnknown, match="national"):
        load_profile("excel5000")


def test_own_profile_renames_computes_unpivots_and_takes_distinct(
    bureau: Any, tmp_path: Path
) -> None:
    file = tmp_path / "own.toml"
    file.write_text(OWN, encoding="utf-8")
    bureau.put(
        "export.csv",
        "no,person,day,paid,own,d1,d2\n1,P1,2026-01-02,3.50,-,I10,-\n2,P2,2026-01-03,1,2.25,I10,E11\n",
    )
    batch = bureau.load(str(file)).batch
    assert {t.table: t.accepted for t in batch.tables} == {
        "medins_info_b": 1, "setl_diag_list_d": 3, "setl_d": 2
    }  # fmt: skip
    with ClaimStore(bureau.home).connect() as connection:
        found = connection.execute(
            "SELECT mdtrt_id, medfee_sumamt::VARCHAR, fund_pay_sumamt::VARCHAR FROM setl_d ORDER BY 1"
        ).fetchall()
        codes = connection.execute(
            "SELECT mdtrt_id, diag_srt_no, diag_code FROM setl_diag_list_d ORDER BY ALL"
        ).fetchall()
    assert found == [("V1", "3.50", "3.50"), ("V2", "3.25", "1.00")]
    assert codes == [("V1", 1, "I10"), ("V2", 1, "I10"), ("V2", 2, "E11")]


def test_a_typed_operand_that_does_not_parse_rejects_the_row(bureau: Any, tmp_path: Path) -> None:
    file = tmp_path / "own.toml"
    file.write_text(OWN, encoding="utf-8")
    bureau.put("export.csv", "no,person,day,paid,own,d1,d2\n1,P1,2026-01-02,3,NaN,I10,\n")
    batch = bureau.load(str(file)).batch
    (reject,) = ClaimStore(bureau.home).rejects(batch.batch_id)
    assert (reject.table, reject.field, reject.code) == ("setl_d", "own", "bad_number")


def test_columns_of_an_expression_are_required(bureau: Any, tmp_path: Path) -> None:
    file = tmp_path / "own.toml"
    file.write_text(OWN, encoding="utf-8")
    bureau.put("export.csv", "no,person,day,paid,d1,d2\n1,P1,2026-01-02,3,I10,\n")
    with pytest.raises(HeaderInvalid, match="own"):
        bureau.load(str(file))


@pytest.mark.parametrize(
    ("change", "to", "hint"),
    [
        ('table = "setl_d"', 'table = "setl"', "canonical table"),
        ('psn_no = "person"', "", "psn_no"),
        ('psn_no = "person"', 'psn_no = "person"\nsalary = "x"', "no such column"),
        ('paid = "money"', 'paid = "gold"', "gold"),
        ("'V' || no", "read_text('/etc/passwd')", "read_text"),
        ("'V' || no", "(SELECT 1)", "SUBQUERY"),
        ("'V' || no", "no FROM x WHERE (true", "expression"),
        ('version = "3"', "", "version"),
        ('value = "diag_code"', 'value = "nothing"', "nothing"),
        ("[[source]]", "[[source]", "TOML"),
        ('name = "own"', 'name = "own"\ncolour = "red"', "colour"),
        ('name = "own"', "name = 5", "name must be text"),
        ('version = "3"', "version = true", "version must be"),
        ("distinct = true", 'distinct = "yes"', "medins_info_b.distinct must be true or false"),
        ("distinct = true", "same = 1", "medins_info_b.same must be true or false"),
        ('name = "own"', 'name = "own"\ntitles = "no"', "titles must be true or false"),
        ('name = "own"', 'name = "own"\nsource = 3', "TOML"),
        ('name = "own"', 'name = "own"\naliases = {a = ["b"]}', "aliases.a must be text"),
        ('file = "export"', "file = 7", "source 1.file must be text"),
        ('file = "export"', 'file = "export"\nnames = [1]', "export.names must be a list"),
        (
            '[source.types]\npaid = "money"\nown = "money"',
            "types = 5",
            "export.types must be a table",
        ),
        ('paid = "money"', 'paid = ["money"]', "export.types.paid"),
        ('columns = ["d1", "d2"]', "columns = [1]", "unpivot.columns must be a list"),
        ('value = "diag_code"', "value = 4", "unpivot.value must be text"),
        ('value = "diag_code"', "", "value is missing"),
    ],
)
def test_faults_are_named(change: str, to: str, hint: str) -> None:
    assert change in OWN
    with pytest.raises(ProfileInvalid) as caught:
        parse_profile(OWN.replace(change, to), "own.toml")
    assert hint in caught.value.message_en


HEAD = 'name = "own"\nversion = "3"\n'


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        (HEAD + 'source = "abc"', "source must be a list of tables"),
        (HEAD + "source = [3]", "source 1 must be a table"),
        (HEAD + '[[source]]\nfile = "x"\ntarget = "abc"', "x.target must be a list of tables"),
        (HEAD + '[[source]]\nfile = "x"\ntarget = [1]', "target 1 must be a table"),
        (HEAD + '[[source]]\nfile = "x"\n[[source.target]]\ntable = ["setl_d"]', "canonical table"),
        (
            HEAD + '[[source]]\nfile = "x"\n[[source.target]]\ntable = "setl_d"\nunpivot = 3',
            "setl_d.unpivot must be a table",
        ),
        (
            HEAD + '[[source]]\nfile = "x"\n[[source.target]]\ntable = "setl_d"\ncolumns = "c"',
            "setl_d.columns must be a table",
        ),
    ],
)
def test_whatever_toml_may_hold_is_named_with_its_place(text: str, hint: str) -> None:
    with pytest.raises(ProfileInvalid) as caught:
        parse_profile(text, "own.toml")
    assert hint in caught.value.message_en


def test_each_language_says_its_own(tmp_path: Path) -> None:
    text = 'name = 5\ncolour = 1\n[[source]]\nfile = "x"\ntypes = {a = "gold"}\ntarget = 2'
    with pytest.raises(ProfileInvalid) as caught:
        parse_profile(text, "own.toml")
    assert caught.value.message_en.isascii()
    assert " / " not in caught.value.message_zh
    assert len(caught.value.message_zh.splitlines()) == len(caught.value.message_en.splitlines())


def test_a_file_of_another_encoding_is_said_to_be_one(tmp_path: Path) -> None:
    file = tmp_path / "own.toml"
    file.write_bytes(('title = "本局"\n' + OWN).encode("gb18030"))
    with pytest.raises(ProfileInvalid, match="第 1 行不是 UTF-8"):
        load_profile(str(file))
    file.write_bytes(OWN.encode("utf-8-sig"))
    assert load_profile(str(file)).name == "own"


@pytest.mark.parametrize(
    "text", ["sum(a) OVER ()", "current_setting('x')", "a.b", "1; DROP TABLE x", "a, b"]
)
def test_expressions_stay_scalar_and_harmless(text: str) -> None:
    assert expression_problem(text)


def test_expression_names_its_columns() -> None:
    text = "CASE WHEN \"a b\" IN ('1') THEN upper(c) ELSE left(d, 2) END"
    assert expression_problem(text) is None
    assert expression_columns(text) == {"a b", "c", "d"}

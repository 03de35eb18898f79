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
    ],
)
def test_faults_are_named(change: str, to: str, hint: str) -> None:
    assert change in OWN
    with pytest.raises(ProfileInvalid) as caught:
        parse_profile(OWN.replace(change, to), "own.toml")
    assert hint in caught.value.message_en


@pytest.mark.parametrize(
    "text", ["sum(a) OVER ()", "current_setting('x')", "a.b", "1; DROP TABLE x", "a, b"]
)
def test_expressions_stay_scalar_and_harmless(text: str) -> None:
    assert expression_problem(text)


def test_expression_names_its_columns() -> None:
    text = "CASE WHEN \"a b\" IN ('1') THEN upper(c) ELSE left(d, 2) END"
    assert expression_problem(text) is None
    assert expression_columns(text) == {"a b", "c", "d"}

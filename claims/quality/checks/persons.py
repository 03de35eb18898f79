"""Persons without ID number, with several, with one that another has, with one that cannot be."""

from collections.abc import Iterator

from claims.quality import said
from claims.quality.check import Check, Kind
from claims.quality.checks.completeness import accepted
from claims.quality.subject import Subject

TABLE, SHOWN = "psn_info_b", ("t.psn_no", "t.certno")
# Check digit of GB 11643-1999: weights 2^(17-i) mod 11, then this list by the remainder.
_WEIGHTED = " + ".join(
    f"{pow(2, 17 - i, 11)} * TRY_CAST(t.certno[{i + 1}] AS INTEGER)" for i in range(17)
)
BAD_ID = (
    "(t.psn_cert_type IS NULL OR t.psn_cert_type = '01') AND t.certno IS NOT NULL AND "
    "(NOT regexp_full_match(t.certno, '[0-9]{17}[0-9Xx]') OR "
    f"'10X98765432'[({_WEIGHTED}) % 11 + 1] <> upper(t.certno[18]))"
)


def checks(subject: Subject) -> Iterator[Check]:
    """What the ID numbers of the batch say."""
    if subject.brought(TABLE):
        total = accepted(subject, TABLE)
        yield _check("none", f"batch.{TABLE} t WHERE t.certno IS NULL", total)
    if subject.brought(TABLE, "certno"):
        yield _check("bad", f"batch.{TABLE} t WHERE {BAD_ID}", total)
        yield _check(
            "shared",
            f"batch.{TABLE} t SEMI JOIN (SELECT certno FROM main.{TABLE} "
            "WHERE certno IS NOT NULL GROUP BY certno HAVING count(DISTINCT psn_no) > 1) d "
            "ON t.certno = d.certno",
            total,
        )
    spoken = [table for table in ("mdtrt_d", "setl_d") if subject.brought(table, "certno")]
    if spoken and "psn_info_b" in {*subject.columns, *subject.store.present()}:
        for table in spoken:
            yield _several(subject, table)


def _several(subject: Subject, table: str) -> Check:
    return Check(
        *(Kind.PERSON, table, "certno", "several"),
        f"(SELECT x.*, p.certno AS registered FROM batch.{table} x "
        "JOIN main.psn_info_b p USING (psn_no)) t WHERE t.certno <> t.registered",
        ("t.psn_no", "t.certno", "t.registered"),
        "同一人员编号出现不同证件号码（与参保登记不一致）",
        f"{said.table(table)}: a person with several ID numbers (another one is registered)",
        accepted(subject, table),
    )


def _check(detail: str, source: str, total: int) -> Check:
    zh, en = {
        "none": ("参保人员没有证件号码", "Persons without ID number"),
        "bad": ("身份证号码格式或校验位有误", "ID numbers of wrong form or check digit"),
        "shared": ("同一证件号码对应多个人员编号", "One ID number with several person numbers"),
    }[detail]
    return Check(Kind.PERSON, TABLE, "certno", detail, source, SHOWN, zh, en, total)

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
_OF_THE_CARD = "(t.psn_cert_type IS NULL OR t.psn_cert_type = '01') AND t.certno IS NOT NULL"
_FORM = "regexp_full_match(t.certno, '[0-9]{17}[0-9Xx]')"
_DIGIT = f"'10X98765432'[({_WEIGHTED}) % 11 + 1] {{}} upper(t.certno[18])"
BAD_ID = f"{_OF_THE_CARD} AND (NOT {_FORM} OR {_DIGIT.format('<>')})"
GOOD_ID = f"{_OF_THE_CARD} AND {_FORM} AND {_DIGIT.format('=')}"
_OWN = "OVER (PARTITION BY psn_no)"
_SEVERAL = f"min(upper(certno)) {_OWN} <> max(upper(certno)) {_OWN}"
# Whether a number is good is dear to say: it is asked of those alone who have several, which a window
# keeps apart from the scans.
TWO = (
    "SELECT * FROM (SELECT * FROM (SELECT psn_no, certno, psn_cert_type FROM main.mdtrt_d "
    "UNION SELECT psn_no, certno, psn_cert_type FROM main.setl_d) x ANTI JOIN (SELECT psn_no FROM "
    f"main.{TABLE} WHERE certno IS NOT NULL) p ON x.psn_no = p.psn_no QUALIFY {_SEVERAL}) t "
    f"WHERE {GOOD_ID} QUALIFY {_SEVERAL}"
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
    for table in spoken:
        yield _two(subject, table)


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


def _two(subject: Subject, table: str) -> Check:
    """Two good ID numbers of one person among visits and settlements of all batches, where the register
    has none that could say which is right."""
    return Check(
        *(Kind.PERSON, table, "certno", "two"),
        f"batch.{table} t SEMI JOIN ({TWO}) d ON t.psn_no = d.psn_no AND t.certno = d.certno "
        "AND t.psn_cert_type IS NOT DISTINCT FROM d.psn_cert_type",
        ("t.psn_no", "t.certno"),
        "同一人员编号在就诊与结算中有两个有效身份证号码，参保登记没有证件号码",
        f"{said.table(table)}: a person with two good ID numbers, and none is registered",
        accepted(subject, table),
    )


def _check(detail: str, source: str, total: int) -> Check:
    zh, en = {
        "none": ("参保人员没有证件号码", "Persons without ID number"),
        "bad": ("身份证号码格式或校验位有误", "ID numbers of wrong form or check digit"),
        "shared": ("同一证件号码对应多个人员编号", "One ID number with several person numbers"),
    }[detail]
    return Check(Kind.PERSON, TABLE, "certno", detail, source, SHOWN, zh, en, total)

"""Settlement equations (domain F2): findings of quality, because cores differ in what they send."""

from collections.abc import Iterator

from claims.quality.check import Check, Kind
from claims.quality.checks.completeness import accepted
from claims.quality.subject import Subject

# Parts of the fund's payments that are not the fund's: personal account, advance of the hospital.
NOT_THE_FUND = ("310200", "999996")


def checks(subject: Subject) -> Iterator[Check]:
    """The equations for which the batch brought the columns."""
    if subject.brought("setl_d", "psn_pay"):
        yield _total(subject)
    if subject.brought("setl_d") and "setl_detail_d" in subject.columns:
        yield _fund(subject)
    if subject.brought("setl_d") and subject.brought("fee_list_d", "setl_id"):
        yield _lines(subject)


def _total(subject: Subject) -> Check:
    """Total = paid by the funds + borne by the person (+ borne by the hospital)."""
    right = "t.fund_pay_sumamt + t.psn_pay"
    unequal = (
        f"t.medfee_sumamt <> {right} AND t.medfee_sumamt <> {right} + coalesce(t.hosp_part_amt, 0)"
    )
    return Check(
        *(Kind.EQUATION, "setl_d", "medfee_sumamt", "parts"),
        f"batch.setl_d t WHERE {unequal}",
        ("t.medfee_sumamt", "t.fund_pay_sumamt", "t.psn_pay", "t.hosp_part_amt"),
        "医疗费总额 ≠ 基金支付总额 + 个人负担总额（+ 医院负担金额）",
        "total fees differ from funds + person (+ hospital)",
        accepted(subject, "setl_d"),
    )


def _fund(subject: Subject) -> Check:
    """Paid by the funds = the sum of its parts without personal account and advances."""
    listed = ", ".join(f"'{code}'" for code in NOT_THE_FUND)
    return Check(
        *(Kind.EQUATION, "setl_d", "fund_pay_sumamt", "detail"),
        "(SELECT s.*, d.parts FROM batch.setl_d s JOIN (SELECT setl_id, sum(fund_payamt) FILTER "
        f"(fund_pay_type NOT IN ({listed})) AS parts FROM main.setl_detail_d GROUP BY setl_id) d "
        "USING (setl_id)) t WHERE t.fund_pay_sumamt <> coalesce(t.parts, 0)",
        ("t.fund_pay_sumamt", "t.parts"),
        "基金支付总额 ≠ 基金分项之和（不含个人账户 310200 与医院垫付 999996）",
        "paid by the funds differs from the sum of its parts (without 310200 and 999996)",
        accepted(subject, "setl_d"),
    )


def _lines(subject: Subject) -> Check:
    """Total = the sum of the fee lines of the settlement, where it has any."""
    return Check(
        *(Kind.EQUATION, "setl_d", "medfee_sumamt", "lines"),
        "(SELECT s.*, f.parts FROM batch.setl_d s JOIN (SELECT setl_id, sum(det_item_fee_sumamt) "
        "AS parts FROM main.fee_list_d WHERE setl_id IS NOT NULL GROUP BY setl_id) f "
        "USING (setl_id)) t WHERE t.medfee_sumamt <> t.parts",
        ("t.medfee_sumamt", "t.parts"),
        "医疗费总额 ≠ 费用明细之和",
        "total fees differ from the sum of the fee lines",
        accepted(subject, "setl_d"),
    )

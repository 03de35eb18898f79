"""The books of the pharmacies balance, but for what was planted."""

from typing import Any

BALANCE = """
    WITH moves AS (
        SELECT fixmedins_code, med_list_codg, sum(purc_retn_cnt::DECIMAL(16,2)) AS boxes FROM purc_d GROUP BY ALL
        UNION ALL
        SELECT fixmedins_code, med_list_codg, -sum(purc_retn_cnt::DECIMAL(16,2)) FROM purc_retn_d GROUP BY ALL
        UNION ALL
        SELECT fixmedins_code, med_list_codg, -sum(cnt::DECIMAL(16,2)) FROM inv_chg_d GROUP BY ALL
        UNION ALL
        SELECT fixmedins_code, med_list_codg, -sum(sel_retn_cnt::DECIMAL(16,2)) FROM sel_d GROUP BY ALL
        UNION ALL
        SELECT fixmedins_code, med_list_codg, sum(sel_retn_cnt::DECIMAL(16,2)) FROM sel_retn_d GROUP BY ALL
        UNION ALL
        SELECT fixmedins_code, med_list_codg, -inv_cnt::DECIMAL(16,2) FROM inv_d
            WHERE invdate = (SELECT max(invdate) FROM inv_d)
    )
    SELECT fixmedins_code, sum(boxes) AS open FROM moves
    GROUP BY fixmedins_code, med_list_codg HAVING sum(boxes) <> 0
"""


def test_books_balance_where_nothing_was_planted(sized: Any) -> None:
    short = {code for code, boxes in sized.all(BALANCE) if boxes < 0}
    assert not [code for code, boxes in sized.all(BALANCE) if boxes > 0]
    planted = {s["fixmedins_code"] for s in sized.key["stock"] if s["lawful"] is False}
    assert short == planted


def test_a_code_is_sold_once_unless_the_key_says_so(sized: Any) -> None:
    repeated = {
        code
        for (code,) in sized.all("SELECT drug_trac_codg FROM sel_d GROUP BY 1 HAVING count(*) > 1")
    }
    visits = {v for s in sized.key["stock"] if s["lawful"] is False for v in s["mdtrt_ids"]}
    swiped = {
        code
        for code, visit in sized.all("SELECT drug_trac_codg, mdtrt_sn FROM sel_d")
        if visit in visits
    }
    resold = {
        c for s in sized.key["stock"] if s["kind"] == "resold_box" for c in s["drug_trac_codg"]
    }
    assert repeated - swiped == resold
    assert repeated & swiped
    assert sized.one("SELECT count(*) FROM sel_d WHERE length(drug_trac_codg) <> 20") == 0


def test_a_box_sold_twice_came_back_in_between(sized: Any) -> None:
    resold = [
        c for s in sized.key["stock"] if s["kind"] == "resold_box" for c in s["drug_trac_codg"]
    ]
    assert resold
    for code in resold:
        first, last = sized.all(
            f"SELECT min(sel_retn_time), max(sel_retn_time) FROM sel_d WHERE drug_trac_codg = '{code}'"
        )[0]
        back = sized.one(f"SELECT sel_retn_time FROM sel_retn_d WHERE drug_trac_codg = '{code}'")
        assert first < back < last


def test_each_sale_has_its_line(sized: Any) -> None:
    lost = sized.one(
        "SELECT count(*) FROM sel_d s ANTI JOIN fee_list_d f ON f.mdtrt_id = s.mdtrt_sn "
        "AND f.feedetl_sn = s.feedetl_sn AND f.hilist_code = s.med_list_codg"
    )
    assert lost == 0
    assert sized.one("SELECT count(*) FROM sel_d s ANTI JOIN setl_d USING (setl_id)") == 0


def test_goods_were_there_before_they_were_sold(sized: Any) -> None:
    planted = tuple(v for s in sized.key["stock"] if s["lawful"] is False for v in s["mdtrt_ids"])
    early = sized.one(f"""
        SELECT count(*) FROM (
            SELECT fixmedins_code, med_list_codg, min(sel_retn_time) AS first FROM sel_d
            WHERE mdtrt_sn NOT IN {planted} GROUP BY ALL
        ) LEFT JOIN (
            SELECT fixmedins_code, med_list_codg, min(purc_retn_stoin_time) AS bought FROM purc_d
            GROUP BY ALL
        ) USING (fixmedins_code, med_list_codg)
        WHERE bought IS NULL OR first < bought
    """)
    assert early == 0
    assert sized.one("SELECT count(*) FROM inv_d WHERE inv_cnt::DECIMAL(16,2) < 0") == 0


def test_what_was_really_sold_bears_the_code_of_a_box_that_was_bought(sized: Any) -> None:
    planted = tuple(v for s in sized.key["stock"] if s["lawful"] is False for v in s["mdtrt_ids"])
    assert sized.one("SELECT count(*) - count(DISTINCT drug_trac_codg) FROM purc_d") == 0
    real, covered = sized.all(f"""
        SELECT count(*), count(p.drug_trac_codg) FROM sel_d s LEFT JOIN purc_d p
            ON p.drug_trac_codg = s.drug_trac_codg AND p.fixmedins_code = s.fixmedins_code
            AND p.med_list_codg = s.med_list_codg AND p.manu_lotnum = s.manu_lotnum
            AND p.purc_retn_stoin_time < s.sel_retn_time
        WHERE s.mdtrt_sn NOT IN {planted}
    """)[0]
    assert real == covered > 1_000
    swiped = sized.one(f"""
        SELECT count(*) FROM sel_d s SEMI JOIN purc_d p USING (drug_trac_codg) WHERE mdtrt_sn IN {planted}
    """)
    assert swiped == 0, "what was only said to be sold bears no bought box's code"


def test_a_box_that_went_back_to_the_supplier_was_bought_and_never_sold(sized: Any) -> None:
    rows = sized.all("""
        SELECT r.drug_trac_codg, p.drug_trac_codg, p.purc_retn_stoin_time < r.purc_retn_stoin_time
        FROM purc_retn_d r LEFT JOIN purc_d p ON p.fixmedins_bchno = r.medins_prod_purc_no
    """)
    assert rows
    assert all(code == bought and before for code, bought, before in rows)
    sold = "SELECT count(*) FROM purc_retn_d r SEMI JOIN sel_d s USING (drug_trac_codg)"
    assert sized.one(sold) == 0

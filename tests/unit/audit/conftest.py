"""A data home with a small, real import: four suspicions at two institutions."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from audit_world import AT, import_world, settlement

from audit.engine.run import run_audit
from audit.examples import INSTITUTIONS, fee, outpatient, person, stay

M1 = outpatient("M1", "2024-03-05 09:00:00", atddr_no="D1")
M2 = outpatient("M2", "2024-03-06 09:00:00", psn_no="P2", at="H2", atddr_no="D2")
M3 = stay("M3", "2024-04-01 09:00:00", "2024-04-05 10:00:00", atddr_no="D1")
SMALL = {
    "medins_info_b": INSTITUTIONS,
    "staff_info_b": (
        {"prac_psn_code": "D1", "prac_psn_name": "周医师", "fixmedins_code": "H1"},
        {"prac_psn_code": "D2", "prac_psn_name": "吴医师", "fixmedins_code": "H2"},
    ),
    "psn_info_b": (
        person("P1", psn_name="张三丰", certno="341223198001011234", tel="13800000021"),
        person("P2", psn_name="=HYPERLINK(1)", tel="13900000022"),
    ),
    "mdtrt_d": (M1, M2, M3),
    "setl_d": (
        settlement("S1", M1, "100", "60"),
        settlement("S2", M2, "40", "20"),
        settlement("S3", M3, "300", "200"),
    ),
    "fee_list_d": (
        fee("M1", "1", "2024-03-05 09:10:00", "003112010010000", hilist_name="妇科常规检查"),
        fee("M1", "2", "2024-03-05 09:20:00", "002501020010000", hilist_name="尿常规", pric="9"),
        fee(
            "M2",
            "1",
            "2024-03-06 09:10:00",
            "XJ01DDP090N001010102605",
            hilist_name="头孢克肟颗粒(儿童)",
        ),
        fee("M2", "2", "2024-03-06 09:20:00", "002501020010000", hilist_name="尿常规", pric="30"),
        fee("M3", "1", "2024-04-09 08:00:00", "002501010010000", hilist_name="血常规", pric="15"),
    ),
}


@pytest.fixture(scope="session")
def small_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with an import and one run; tests that change it copy it."""
    home = tmp_path_factory.mktemp("home")
    import_world(home, SMALL, tmp_path_factory.mktemp("files"))
    report = run_audit(home, at=AT, operator="tester")
    assert not report.failed
    return home

"""Knowledge files are checked whole, kept by version, and change what rules find."""

import shutil
import sys
from datetime import timedelta
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from audit_world import AT, INSPECTOR

from audit.engine.run import run_audit
from audit.errors import KnowledgeInvalid
from audit.findings.store import FindingStore
from audit.knowledge.store import SHIPPED_VERSION, KnowledgeStore
from audit.knowledge.tables import TABLES

HEADER = "hilist_code,hilist_name,gend,valid_from,valid_to,source\n"
ROW = "002501020010000,尿常规,2,2020-01-01,,本局文件\n"


def written(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    path = folder / "file.csv"
    path.write_text(text, encoding=encoding)
    return path


def test_shipped_tables_are_valid_and_in_force(tmp_path: Path) -> None:
    versions = KnowledgeStore(tmp_path).in_force()
    assert versions.keys() == TABLES.keys()
    assert {v.version for v in versions.values()} == {SHIPPED_VERSION}
    assert all(v.rows for v in versions.values())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_an_import_is_in_force_and_the_former_is_kept(tmp_path: Path, encoding: str) -> None:
    store = KnowledgeStore(tmp_path)
    version, new = store.take_in(written(tmp_path, HEADER + ROW, encoding), "me", AT)
    assert new
    assert (version.table, version.rows, version.imported_by) == ("sex_limit", 1, "me")
    assert store.in_force()["sex_limit"].version == version.version
    assert [v.in_force for v in store.versions() if v.table == "sex_limit"] == [False, True]
    assert store.rows(version)[0]["hilist_name"] == "尿常规"


def test_the_same_file_again_changes_nothing(tmp_path: Path) -> None:
    store = KnowledgeStore(tmp_path)
    path = written(tmp_path, HEADER + ROW)
    first, _ = store.take_in(path, "me", AT)
    again, new = store.take_in(path, "you", AT + timedelta(days=1))
    assert not new
    assert again.version == first.version


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "空文件"),
        ("a,b\n1,2\n", "表头"),
        (HEADER, "没有任何一行"),
        (HEADER + "X,项目,3,2020-01-01,,来源\n", "第 2 行“限定性别”（gend）：只能是 1、2"),
        (HEADER + ",项目,1,2020-01-01,,来源\n", "不能为空"),
        (HEADER + "X,项目,1,2020-13-01,,来源\n", "valid_from"),
        (HEADER + "X,项目,1,2020-01-01,2019-01-01,来源\n", "失效日早于生效日"),
        (HEADER + ROW + ROW, "有效期重叠"),
        (HEADER + "X,项目\n", "列数"),
        (HEADER + 'X,"项目\n', "CSV"),
    ],
)
def test_a_bad_file_is_refused_whole(tmp_path: Path, text: str, said: str) -> None:
    store = KnowledgeStore(tmp_path)
    with pytest.raises(KnowledgeInvalid, match=said.replace("（", ".").replace("）", ".")):
        store.take_in(written(tmp_path, text), "me", AT)
    assert not store.root.exists()


@pytest.mark.parametrize("price", ["NaN", "1e308", "-1", "0", "abc"])
def test_prices_are_prices(tmp_path: Path, price: str) -> None:
    header = "hilist_code,hilist_name,level_group,price_limit,valid_from,valid_to,source\n"
    path = written(tmp_path, f"{header}X,项目,3,{price},2020-01-01,,来源\n")
    with pytest.raises(KnowledgeInvalid, match="price_limit"):
        KnowledgeStore(tmp_path).take_in(path, "me", AT)


def test_imported_knowledge_changes_findings(small_home: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    shutil.copytree(small_home, home)
    version, _ = KnowledgeStore(home).take_in(written(tmp_path, HEADER + ROW), "me", AT)
    run_audit(home, at=AT + timedelta(days=1), operator="t", rule_ids=["sex_impossible_item"])
    found = [
        f for f in FindingStore(home).page(INSPECTOR).items if f.rule_id == "sex_impossible_item"
    ]
    assert {f.psn_no for f in found} == {"P1", "P2"}
    assert {f.knowledge["sex_limit"] for f in found} == {version.version}

"""Identity numbers and telephone numbers for an export, masked unless a purpose is stated."""

from collections.abc import Collection
from typing import Any

import duckdb

from casework.actors import Viewer
from casework.masking import mask_certno, mask_tel


def personal_of(
    claims: duckdb.DuckDBPyConnection, psn_nos: Collection[str], viewer: Viewer
) -> dict[str, dict[str, str]]:
    """`certno` and `tel` by person number."""
    rows = claims.execute(
        "SELECT psn_no, certno, tel FROM psn_info_b WHERE psn_no IN (SELECT unnest(?::VARCHAR[]))",
        [sorted(psn_nos)],
    ).fetchall()
    return {psn_no: _person(certno, tel, viewer) for psn_no, certno, tel in rows}


def _person(certno: Any, tel: Any, viewer: Viewer) -> dict[str, str]:
    certno, tel = certno or "", tel or ""
    if viewer.masked:
        return {"certno": mask_certno(certno), "tel": mask_tel(tel)}
    return {"certno": certno, "tel": tel}

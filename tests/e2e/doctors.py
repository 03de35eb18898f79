"""Doctors for the journeys of restoration: terminated under the county rule, at study, or learned."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from casework.actors import Actor, Role, Viewer
from casework.commands import restoration as r
from casework.commands.accounts import CreateAccount
from casework.commands.evidence import EvidenceKind, ReceiveEvidence
from casework.commands.points import Basis, BasisKind, RecordScore, Responsibility
from casework.restoration.papers import lacking
from cli.demo.people import actor_of
from graph.accounts.passwords import change_password, create_account
from graph.commands import execute
from graph.points.page import points_page

PASSWORD = "Liangding-maozi-7391"
FREE = """
MATCH (d:Doctor)
WHERE NOT EXISTS { (f:DoctorFile) WHERE f.prac_psn_code = d.prac_psn_code }
RETURN d.prac_psn_code AS code, d.prac_psn_name AS name ORDER BY code LIMIT $n
"""


@dataclass
class Doctors:
    """Makes doctors of the demo's hospital through the law itself, as their own hands would."""

    desk: Any

    async def free(self, n: int) -> list[tuple[str, str]]:
        """Doctors of the county without a file, by code and name; all are scored at the hospital."""
        rows, _, _ = await self.desk.driver.execute_query(FREE, n=n)
        found = [(str(row["code"]), str(row["name"])) for row in rows]
        assert len(found) == n, f"the county has {len(found)} doctors left, {n} are needed"
        return found

    async def applied(self, code: str, name: str) -> Actor:
        """Terminated in 2024's rule, and an application made; returns the doctor."""
        driver, at = self.desk.driver, datetime.now(UTC)
        hospital = self.desk.hospital.fixmedins_code
        score = RecordScore(
            prac_psn_code=code,
            prac_psn_name=name,
            fixmedins_code=hospital,
            act="tiaoli_40",
            responsibility=Responsibility.PRIMARY,
            points=12,
            conduct_on=date(2024, 9, 18),
            conduct_to=date(2024, 9, 18),
            basis=Basis(BasisKind.DOCUMENT, "云医保处〔2026〕3号", date(2026, 3, 12), "县医保局"),
            reasons="机构已受处理，本人负主要责任。",
        )
        await execute(driver, score, await actor_of(driver, "jingban"), at)
        doctor = Actor(code, name, frozenset({Role.PHYSICIAN}), code, code, hospital)
        apply = r.ApplyRestoration(prac_psn_code=code, statement="已整改。", commitment=True)
        await execute(driver, apply, doctor, at)
        return doctor

    async def studied(self, code: str) -> None:
        """Sixteen hours with their certificate: eight points."""
        driver, at = self.desk.driver, datetime.now(UTC)
        study = r.RecordStudy(
            prac_psn_code=code,
            course="集中培训",
            hours=Decimal(16),
            studied_on=date(2026, 6, 1),
            certificate=await self._paper(f"S{code}"),
        )
        await execute(driver, study, await actor_of(driver, "yibaoban"), at)

    async def learned(self, code: str, name: str) -> None:
        """Applied, studied and passed; the application waits to be submitted."""
        driver, at = self.desk.driver, datetime.now(UTC)
        await self.applied(code, name)
        await self.studied(code)
        exam = r.RecordExam(
            prac_psn_code=code,
            exam="集中考试",
            mark=82,
            held_on=date(2026, 6, 20),
            certificate=await self._paper(f"X{code}"),
        )
        await execute(driver, exam, await actor_of(driver, "yibaoban"), at)

    async def signed(self, *codes: str) -> None:
        """What was decided on them comes back signed and sealed; of a list one scan stands for all."""
        driver, at = self.desk.driver, datetime.now(UTC)
        agency, made = await actor_of(driver, "jingban"), set()
        for code in codes:
            page = await points_page(driver, Viewer(agency), code, at)
            assert page is not None
            assert page.state.restoration is not None
            one = page.state.restoration
            for paper, party in lacking(one):
                scan = f"P-{one.batch or code}-{paper.value}-{party}"
                if scan not in made:
                    await self._paper(scan, "jingban")
                    made.add(scan)
                attach = r.AttachRestorationPaper(
                    prac_psn_code=code, paper=paper, paper_scan=scan, fixmedins_code=party
                )
                await execute(driver, attach, agency, at)

    async def account(self, login: str, name: str, code: str) -> None:
        """An account of a doctor with a password of his own."""
        driver, at = self.desk.driver, datetime.now(UTC)
        command = CreateAccount(
            login=login,
            name=name,
            person=login,
            roles=frozenset({Role.PHYSICIAN}),
            prac_psn_code=code,
            fixmedins_code=self.desk.hospital.fixmedins_code,
        )
        once = await create_account(driver, command, await actor_of(driver, "anquan"), at)
        await change_password(driver, await actor_of(driver, login), once, PASSWORD, at)
        self.desk.passwords[login] = PASSWORD

    async def _paper(self, evidence_id: str, who: str = "yibaoban") -> str:
        """A paper on record, of the hospital's office or of somebody else."""
        driver, at = self.desk.driver, datetime.now(UTC)
        receive = ReceiveEvidence(
            evidence_id=evidence_id,
            name="证明.pdf",
            kind=EvidenceKind.DOCUMENTARY,
            media_type="application/pdf",
            size=10,
            sha256="a" * 64,
            sm3="b" * 64,
            object_key=evidence_id,
            retain_until=date(2036, 1, 1),
        )
        await execute(driver, receive, await actor_of(driver, who), at)
        return evidence_id

"""Who sees which cases and files. Every read asks here; there is no unscoped list."""

from dataclasses import dataclass

from casework.actors import BUREAU, Actor, Role


@dataclass(frozen=True)
class Scope:
    """Everything, or one institution (once notified), or one doctor, or nothing."""

    everything: bool = False
    institution: str | None = None
    doctor: str | None = None

    @property
    def nothing(self) -> bool:
        """Whether no row can be seen."""
        return not (self.everything or self.institution or self.doctor)


def case_scope(actor: Actor) -> Scope:
    """Bureau and agency see all cases; an institution its own after notice; others none."""
    if actor.holds(*BUREAU):
        return Scope(everything=True)
    if actor.holds(Role.INSURANCE_OFFICE):
        return Scope(institution=actor.fixmedins_code)
    return Scope()


def file_scope(actor: Actor) -> Scope:
    """Bureau and agency see all doctors' files; institutions their doctors'; a doctor his own."""
    if actor.holds(*BUREAU):
        return Scope(everything=True)
    institution = None
    if actor.holds(Role.INSURANCE_OFFICE, Role.PARTY_SECRETARY):
        institution = actor.fixmedins_code
    doctor = actor.prac_psn_code if actor.holds(Role.PHYSICIAN) else None
    return Scope(institution=institution, doctor=doctor)

"""How good a channel's suspicions proved, by what people judged: a record, not an estimate of theirs."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import sqrt

from casework.commands.judgement import Verdict

#: Of the standard normal distribution, for 95 % on both sides.
Z95 = 1.959964


@dataclass(frozen=True)
class Judged:
    """One judgement as it stands: what the machine had said, and the verdict. `q_value` None where
    it was not kept."""

    channel: str
    suspected: bool
    verdict: str
    q_value: float | None = None


@dataclass(frozen=True)
class Share:
    """Confirmed among confirmed and rejected; unsure ones say nothing. Between 0 and 1, with Wilson's
    95 % interval; None before the first clear verdict."""

    confirmed: int
    rejected: int
    unsure: int

    @property
    def clear(self) -> int:
        """Verdicts that say yes or no."""
        return self.confirmed + self.rejected

    @property
    def precision(self) -> float | None:
        """The share itself."""
        return self.confirmed / self.clear if self.clear else None

    @property
    def interval(self) -> tuple[float, float] | None:
        """Where the true share lies with 95 % confidence (Wilson, JASA 22, 1927)."""
        n = self.clear
        if not n:
            return None
        p, z = self.confirmed / n, Z95 * Z95 / n
        middle, half = (p + z / 2) / (1 + z), sqrt(z * (p * (1 - p) + z / 4)) / (1 + z)
        # Rounding must not leave the share itself outside.
        return max(0.0, min(p, middle - half)), min(1.0, max(p, middle + half))


def share_of(judged: Iterable[Judged]) -> Share:
    """Count verdicts."""
    verdicts = [one.verdict for one in judged]
    return Share(*(verdicts.count(one.value) for one in Verdict))


def promised(judged: Iterable[Judged]) -> float | None:
    """The share of true suspicions that the machine's own q-values promised, over the clear ones."""
    given = [
        one.q_value
        for one in judged
        if one.q_value is not None and one.verdict != Verdict.UNSURE.value
    ]
    return 1 - sum(given) / len(given) if given else None

"""Every refusal has its own code, speaks both languages, and survives the way from a worker."""

import pickle

from evidence import errors
from evidence.dossier.check import Blocker
from evidence.dossier.export import DossierBlockedError
from evidence.errors import EvidenceError, SizeMismatchError


def every_error() -> list[type[EvidenceError]]:
    return [
        value
        for value in vars(errors).values()
        if isinstance(value, type)
        and issubclass(value, EvidenceError)
        and value is not EvidenceError
    ]


def test_codes_are_one_for_each_outcome() -> None:
    codes = [error.code for error in every_error()]
    assert len(codes) == len(set(codes)) > 10


def test_exit_codes_are_data_or_machine() -> None:
    assert {error.exit_code for error in every_error()} == {1, 3}


def test_an_error_comes_back_from_a_worker_whole() -> None:
    error = SizeMismatchError(name="病历.pdf", declared=10, received=9)
    twin = pickle.loads(pickle.dumps(error))
    assert (twin.message_zh, twin.message_en, twin.facts) == (
        error.message_zh,
        error.message_en,
        error.facts,
    )
    assert "10" in twin.message_zh
    assert "9" in twin.message_en


def test_a_blocked_dossier_keeps_its_blockers() -> None:
    blocker = Blocker("no_decision", "缺决定", "no decision", "请决定", "decide")
    twin = pickle.loads(pickle.dumps(DossierBlockedError([blocker])))
    assert twin.blockers == (blocker,)
    assert "请决定" in twin.message_zh

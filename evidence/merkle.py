"""A Merkle tree over byte strings, hashed as RFC 6962 section 2.1 says (SHA-256)."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence


def leaf_hash(leaf: bytes) -> bytes:
    """Leaves and inner nodes are told apart by a prefix, so neither can pose as the other."""
    return hashlib.sha256(b"\x00" + leaf).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """The hash of an inner node."""
    return hashlib.sha256(b"\x01" + left + right).digest()


def root(leaves: Sequence[bytes]) -> bytes:
    """The root over all leaves; of no leaves, the hash of nothing."""
    if not leaves:
        return hashlib.sha256(b"").digest()
    return _subroot([leaf_hash(leaf) for leaf in leaves])


def inclusion_proof(leaves: Sequence[bytes], index: int) -> tuple[bytes, ...]:
    """The sibling hashes from leaf ``index`` up to the root. Raises IndexError outside."""
    if not 0 <= index < len(leaves):
        raise IndexError(index)
    return tuple(_path([leaf_hash(leaf) for leaf in leaves], index))


def proves(leaf: bytes, index: int, size: int, proof: Sequence[bytes], expected: bytes) -> bool:
    """Whether the proof leads from the leaf at ``index`` of ``size`` to the expected root."""
    if not 0 <= index < size:
        return False
    node, last, hashed = index, size - 1, leaf_hash(leaf)
    for sibling in proof:
        if last == 0:
            return False
        if node & 1 or node == last:
            hashed = node_hash(sibling, hashed)
            while not node & 1 and node:
                node, last = node >> 1, last >> 1
        else:
            hashed = node_hash(hashed, sibling)
        node, last = node >> 1, last >> 1
    return last == 0 and hashed == expected


def _split(size: int) -> int:
    """The largest power of two below ``size``."""
    return 1 << (size - 1).bit_length() - 1


def _subroot(hashes: Sequence[bytes]) -> bytes:
    if len(hashes) == 1:
        return hashes[0]
    middle = _split(len(hashes))
    return node_hash(_subroot(hashes[:middle]), _subroot(hashes[middle:]))


def _path(hashes: Sequence[bytes], index: int) -> list[bytes]:
    if len(hashes) == 1:
        return []
    middle = _split(len(hashes))
    if index < middle:
        return [*_path(hashes[:middle], index), _subroot(hashes[middle:])]
    return [*_path(hashes[middle:], index - middle), _subroot(hashes[:middle])]

"""Small PNG files of a page: two hundred and fifty-six colours are what a desk of tables needs."""

from __future__ import annotations

import struct
import zlib
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

COLOURS = 256
#: Shades that are told apart when colours are counted: 32 of each of red, green and blue.
BITS = 3


def small_png(rgba: bytes, width: int, height: int) -> bytes:
    """A PNG with a palette. The same pixels give the same bytes."""
    pixels = np.frombuffer(rgba, np.uint8).reshape(height * width, 4)[:, :3]
    palette = _palette(pixels)
    near = _nearest(pixels, palette).reshape(height, width)
    rows = np.zeros((height, width + 1), np.uint8)
    rows[:, 1:] = near
    head = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in (
            (b"IHDR", head),
            (b"PLTE", palette.astype(np.uint8).tobytes()),
            (b"IDAT", zlib.compress(rows.tobytes(), 9)),
            (b"IEND", b""),
        )
    )


def _keys(pixels: NDArray[np.uint8]) -> NDArray[np.int64]:
    red, green, blue = (pixels[:, n].astype(np.int64) >> BITS for n in range(3))
    wide = 8 - BITS
    return (red << (2 * wide)) | (green << wide) | blue


def _palette(pixels: NDArray[np.uint8]) -> NDArray[np.float64]:
    """The most frequent shades, each as the mean of its pixels: plain areas keep their very colour."""
    keys = _keys(pixels)
    count = np.bincount(keys, minlength=1 << (3 * (8 - BITS)))
    often = np.argsort(-count, kind="stable")[:COLOURS]
    often = often[count[often] > 0]
    sums = [np.bincount(keys, pixels[:, n], len(count))[often] for n in range(3)]
    return np.stack([one / count[often] for one in sums], axis=1).round()


def _nearest(pixels: NDArray[np.uint8], palette: NDArray[np.float64]) -> NDArray[np.uint8]:
    """The nearest colour of the palette, looked up once for each shade."""
    keys = _keys(pixels)
    shades, where = np.unique(keys, return_inverse=True)
    count = np.bincount(where)
    means = np.stack([np.bincount(where, pixels[:, n]) / count for n in range(3)], axis=1)
    found = np.empty(len(shades), np.uint8)
    for first in range(0, len(shades), 1024):
        part = means[first : first + 1024, None, :] - palette[None]
        found[first : first + 1024] = (part**2).sum(axis=2).argmin(axis=1)
    return found[where]

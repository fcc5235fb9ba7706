"""Write a tree of columns as bytes, and read it again.

A header of JSON says what there is and how each column is written; what the columns hold
follows, texts first and figures after them.

The same values give the same bytes whatever they were made of, so that a digest of them
names what is said, and not how it is kept.
"""

from __future__ import annotations

import hashlib
import json
import struct
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from canvas.columns import Days, Flags, Moments, Numbers, Texts

FORMAT = b"\x02"
"""First byte of what this writes; the batches before it were compressed JSON, which no byte
below 16 begins."""

_SIZE = struct.Struct("<I")
_COLUMN = "column"
_WHOLE = 2.0**53
"""Up to here a number that is whole is exactly so."""

_STEPS = (86_400_000_000, 60_000_000, 1_000_000, 1)
"""A day, a minute, a second, in microseconds: few columns tell anything shorter."""

_MISSING = np.datetime64("NaT", "us")
_LOOKED_AT = 1_000
_SHORT = 4


@dataclass(frozen=True, slots=True)
class Body:
    """What is written, before it is compressed.

    Attributes:
        texts: The header, then the texts of each column.
        figures: The figures of each column.
    """

    texts: tuple[bytes, ...]
    figures: tuple[bytes, ...]

    @property
    def digest(self) -> str:
        """A name for it."""
        found = hashlib.sha256()
        for part in (*self.texts, *self.figures):
            found.update(part)
        return found.hexdigest()

    def compressed(self) -> bytes:
        """Return it as it is kept.

        Figures hardly repeat: looking for repetitions in them takes long, and finds few.
        """
        packer = zlib.compressobj(1)
        texts = b"".join([*map(packer.compress, self.texts), packer.flush()])
        return b"".join([FORMAT, _SIZE.pack(len(texts)), texts, *self.figures])


def body_of(tree: Mapping[str, Any]) -> Body:
    """Return a tree of JSON values and columns, written."""
    writer = _Writer()
    header = json.dumps(writer.told(tree), ensure_ascii=False, separators=(",", ":")).encode()
    return Body((_SIZE.pack(len(header)), header, *writer.texts), tuple(writer.figures))


def tree_of(payload: bytes) -> dict[str, Any]:
    """Return the tree that was written and compressed.

    Raises:
        ValueError: It is damaged.
    """
    try:
        begin = len(FORMAT) + _SIZE.size
        (size,) = _SIZE.unpack_from(payload, len(FORMAT))
        texts = zlib.decompress(payload[begin : begin + size])
        (size_of_header,) = _SIZE.unpack_from(texts)
        end = _SIZE.size + size_of_header
        header = json.loads(texts[_SIZE.size : end])
        found = _Reader(texts, end, payload, begin + size).made(header)
    except (struct.error, zlib.error, KeyError, IndexError, TypeError) as error:
        raise ValueError("damaged") from error
    if not isinstance(found, dict):
        raise ValueError("no tree")
    return found


class _Writer:
    def __init__(self) -> None:
        self.texts: list[bytes] = []
        self.figures: list[bytes] = []

    def told(self, value: Any) -> Any:
        """Return what the header says of a value, and note what a column holds."""
        match value:
            case Texts():
                return self._texts(value)
            case Numbers():
                return {_COLUMN: "numbers", **self._numbers(value.values)}
            case Flags():
                return {_COLUMN: "flags", **self._numbers(value.numbers.values)}
            case Moments():
                return {_COLUMN: "moments", **self._moments(value.values)}
            case Days():
                return {_COLUMN: "days", **self._moments(value.values.astype("datetime64[us]"))}
            case Mapping():
                return {key: self.told(one) for key, one in value.items()}
            case list():
                return [self.told(one) for one in value]
            case _:
                return value

    def _texts(self, column: Texts) -> dict[str, Any]:
        said: dict[str, Any] = {_COLUMN: "texts", "count": len(column)}
        if not len(column):
            return said
        top = column.pieces(_LOOKED_AT)
        first = top[0]
        # Texts that begin as a shorter one goes on are not as long.
        is_same = len(set(top)) == 1 and bool((column.sizes == len(first)).all())
        if is_same and column.blob == first * len(column):
            return {**said, "same": first.decode()}
        # Short texts are no longer than the number of their place.
        if len(set(top)) * 2 <= len(top) and len(column.blob) > _SHORT * len(column):
            pieces = column.pieces()
            places = {piece: n for n, piece in enumerate(dict.fromkeys(pieces))}
            said["among"] = self._joined(Texts.joined(list(places)))
            return {**said, "places": self._whole(np.array([places[p] for p in pieces]))}
        return {**said, **self._joined(column)}

    def _joined(self, column: Texts) -> dict[str, Any]:
        self.texts.append(column.blob)
        return {"size": len(column.blob), "sizes": self._whole(column.sizes), "of": len(column)}

    def _whole(self, values: NDArray[Any]) -> str:
        """Write whole numbers from 0 in as few bytes as the largest needs, and return how many."""
        most = int(values.max(initial=0))
        kind = next(one for one in ("<u1", "<u2", "<u4", "<u8") if most <= np.iinfo(one).max)
        self.figures.append(values.astype(kind).tobytes())
        return kind

    def _known(
        self, values: NDArray[Any], missing: NDArray[np.bool_]
    ) -> tuple[dict[str, Any], NDArray[Any]]:
        """Return what is said of values, and those that are known; write which ones are not."""
        said: dict[str, Any] = {"count": len(values)}
        if not missing.any():
            return said, values
        if not missing.all():
            said["missing"] = True
            self.figures.append(np.packbits(missing).tobytes())
        return said, values[~missing]

    def _numbers(self, values: NDArray[np.float64]) -> dict[str, Any]:
        said, values = self._known(values, np.isnan(values))
        if not len(values):
            return said
        low = float(values.min())
        if (np.trunc(values) == values).all() and np.abs(values).max() < _WHOLE:
            return {**said, "from": int(low), "kind": self._whole(values - low)}
        self.figures.append(values.astype("<f8").tobytes())
        return {**said, "kind": "<f8"}

    def _moments(self, values: NDArray[np.datetime64]) -> dict[str, Any]:
        said, values = self._known(values, np.isnat(values))
        if not len(values):
            return said
        micros = values.astype("datetime64[us]").astype(np.int64)
        step = next(one for one in _STEPS if not (micros % one).any())
        steps = micros // step
        low = int(steps.min())
        return {**said, "step": step, "from": low, "kind": self._whole(steps - low)}


class _Reader:
    """Reads what stands behind a header.

    Args:
        texts: The header and the texts.
        texts_at: Where the texts begin.
        figures: What the figures stand in.
        figures_at: Where they begin.
    """

    def __init__(self, texts: bytes, texts_at: int, figures: bytes, figures_at: int) -> None:
        self._all_texts = texts
        self._texts_at = texts_at
        self._all_figures = figures
        self._figures_at = figures_at

    def made(self, told: Any) -> Any:
        """Return the value that a header tells of."""
        if isinstance(told, list):
            return [self.made(one) for one in told]
        if not isinstance(told, dict):
            return told
        match told.get(_COLUMN):
            case "texts":
                return self._texts(told)
            case "numbers":
                return Numbers(self._numbers(told))
            case "flags":
                return Flags(Numbers(self._numbers(told)))
            case "moments":
                return Moments(self._moments(told))
            case "days":
                return Days(self._moments(told).astype("datetime64[D]"))
        return {key: self.made(one) for key, one in told.items()}

    def _texts(self, told: dict[str, Any]) -> Texts:
        count: int = told["count"]
        if "same" in told or not count:
            return Texts.repeated(told.get("same", ""), count)
        if "among" in told:
            among = self._joined(told["among"]).pieces()
            return Texts.joined([among[n] for n in self._array(told["places"], count).tolist()])
        return self._joined(told)

    def _joined(self, told: dict[str, Any]) -> Texts:
        sizes = self._array(told["sizes"], told["of"])
        blob = self._all_texts[self._texts_at : self._texts_at + told["size"]]
        self._texts_at += told["size"]
        if sizes.sum(dtype=np.int64) != len(blob):
            raise ValueError("cut off")
        return Texts(blob, sizes)

    def _array(self, kind: str, count: int) -> NDArray[Any]:
        found = np.frombuffer(self._all_figures, kind, count, self._figures_at)
        self._figures_at += found.nbytes
        return found

    def _missing(self, told: dict[str, Any]) -> NDArray[np.bool_]:
        count: int = told["count"]
        if "missing" not in told:
            return np.full(count, "kind" not in told)
        bits = self._array("u1", (count + 7) // 8)
        return np.unpackbits(bits, count=count).astype(bool)

    def _numbers(self, told: dict[str, Any]) -> NDArray[np.float64]:
        missing = self._missing(told)
        found = np.full(len(missing), np.nan)
        if not missing.all():
            values = self._array(told["kind"], int((~missing).sum()))
            found[~missing] = values.astype(np.float64) + told.get("from", 0)
        return found

    def _moments(self, told: dict[str, Any]) -> NDArray[np.datetime64]:
        missing = self._missing(told)
        found = np.full(len(missing), _MISSING)
        if not missing.all():
            steps = self._array(told["kind"], int((~missing).sum())).astype(np.int64)
            micros = (steps + told["from"]) * told["step"]
            found[~missing] = micros.astype("datetime64[us]")
        return found

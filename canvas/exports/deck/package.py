"""What concerns the file as a whole: its sections, its properties, its bytes."""

from __future__ import annotations

import datetime as dt
import io
import re
import uuid
import zipfile
from collections.abc import Mapping, Sequence

from lxml import etree
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.opc.serialized import PackageWriter, _PhysPkgWriter
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Native

from canvas.exports.deck import fragments as xml
from canvas.exports.deck.typeset import FAMILY

_P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"
_SECTIONS_URI = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
_EPOCH = (2026, 1, 1, 0, 0, 0)


class _Parcel(_PhysPkgWriter):
    """A zip file whose parts bear no hour, as python-pptx writes to one."""

    def __init__(self, target: zipfile.ZipFile) -> None:
        self._target = target

    def write(self, uri: PackURI, blob: bytes) -> None:
        """Add a part."""
        info = zipfile.ZipInfo(uri.membername, _EPOCH)
        info.compress_type = zipfile.ZIP_DEFLATED
        info.external_attr = 0o600 << 16
        self._target.writestr(info, blob)


class _Writer(PackageWriter):
    """Writes a package into such a file; zipping it twice would take twice as long."""

    def _write(self) -> None:
        with zipfile.ZipFile(self._pkg_file, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as target:
            parcel = _Parcel(target)
            self._write_content_types_stream(parcel)
            self._write_pkg_rels(parcel)
            self._write_parts(parcel)


def frozen(deck: Native) -> bytes:
    """Return a deck as a file, the same bytes at whatever hour it is written."""
    stream = io.BytesIO()
    package = deck.part.package
    _Writer.write(stream, package._rels, tuple(package.iter_parts()))
    return stream.getvalue()


def set_sections(deck: Native, sections: Sequence[tuple[str, int]]) -> None:
    """Divide the deck: (name, number of slides), in order, all slides together."""
    ids = [element.get("id") for element in deck.part._element.find(qn("p:sldIdLst"))]
    parts, at = [], 0
    for number, (name, count) in enumerate(sections):
        slides = "".join(f'<p14:sldId id="{key}"/>' for key in ids[at : at + count])
        key = str(uuid.uuid5(uuid.NAMESPACE_OID, f"{number} {name}")).upper()
        parts.append(
            f'<p14:section name="{xml.escape(name)}" id="{{{key}}}">'
            f"<p14:sldIdLst>{slides}</p14:sldIdLst></p14:section>"
        )
        at += count
    extension = parse_xml(
        f'<p:extLst {xml.NAMESPACES}><p:ext uri="{_SECTIONS_URI}">'
        f'<p14:sectionLst xmlns:p14="{_P14}">{"".join(parts)}</p14:sectionLst></p:ext></p:extLst>'
    )
    root: etree._Element = deck.part._element
    root.append(extension)


def set_properties(deck: Native, *, title: str, author: str, lang: str, today: dt.date) -> None:
    """Fill in what a file manager shows of the deck."""
    properties = deck.core_properties
    properties.title, properties.author, properties.language = title[:255], author[:255], lang
    properties.last_modified_by, properties.subject, properties.keywords = author[:255], "", ""
    moment = dt.datetime.combine(today, dt.time())
    properties.created = properties.modified = moment
    properties.revision = 1


def part_named(deck: Native, ending: str) -> Part:
    """Return the package's part whose name ends so."""
    return next(p for p in deck.part.package.iter_parts() if str(p.partname).endswith(ending))


def theme_colours(theme: str, colours: Mapping[str, str]) -> str:
    """Return a theme's XML with some of its colours replaced."""
    for name, value in colours.items():
        theme = re.sub(
            rf"<a:{name}>.*?</a:{name}>",
            f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>',
            theme,
            count=1,
            flags=re.DOTALL,
        )
    return re.sub(r'(<a:latin typeface=")[^"]*"', rf'\g<1>{FAMILY}"', theme)

"""Workbooks and CSV files that are damaged, odd or meant to do harm, made in code.

Each is a name, what makes its bytes, and the error that it is answered with; None where
it is simply read.
"""

import codecs
import io
import struct
import zipfile
import zlib
from collections.abc import Callable
from typing import NamedTuple

import xlsxwriter

from canvas.imports.bounded import errors

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
ENTITY = "&l{};"
LAUGHS = (
    HEAD
    + "<!DOCTYPE lolz ["
    + '<!ENTITY l0 "lol">'
    + "".join(f'<!ENTITY l{n} "{10 * ENTITY.format(n - 1)}">' for n in range(1, 10))
    + "]>"
)


class Case(NamedTuple):
    """A file, and how it is answered."""

    name: str
    make: Callable[[], bytes]
    error: type[errors.TableError] | None


def sheet_xml(data: str = "", after: str = "", head: str = HEAD) -> str:
    """Return a worksheet's part."""
    return f"{head}<worksheet {MAIN}><sheetData>{data}</sheetData>{after}</worksheet>"


ONE = '<row r="1"><c r="A1"><v>1</v></c></row>'


def package(sheets=None, *, without=(), raw=(), flags=0, names=None, **parts) -> bytes:
    """Return a small workbook of these sheets, some of its parts replaced or left out.

    Args:
        sheets: Worksheet parts.
        without: Parts to leave out.
        raw: More parts, as name and content.
        flags: Bits to set in each part's header, as an encrypted one has.
        names: Names of the sheets.
        parts: Other content for "types", "book", "relations", "strings" or "styles".
    """
    sheets = [sheet_xml(ONE)] if sheets is None else sheets
    names = names or [f"Sheet{n}" for n in range(1, len(sheets) + 1)]
    numbered = range(1, len(sheets) + 1)
    overrides = "".join(
        f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{OFFICE}.worksheet+xml"/>'
        for n in numbered
    )
    tabs = "".join(
        f'<sheet name="{name}" sheetId="{n}" r:id="rId{n}"/>'
        for n, name in zip(numbered, names, strict=True)
    )
    links = "".join(
        f'<Relationship Id="rId{n}" Type="{RELATIONS}/worksheet" Target="worksheets/sheet{n}.xml"/>'
        for n in numbered
    )
    content = {
        "[Content_Types].xml": parts.get("types")
        or (
            f'{HEAD}<Types xmlns="{PACKAGE}/content-types">'
            '<Default Extension="rels" ContentType="application/'
            'vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{OFFICE}.sheet.main+xml"/>'
            f'<Override PartName="/xl/styles.xml" ContentType="{OFFICE}.styles+xml"/>'
            '<Override PartName="/xl/sharedStrings.xml" '
            f'ContentType="{OFFICE}.sharedStrings+xml"/>{overrides}</Types>'
        ),
        "_rels/.rels": f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships"><Relationship '
        f'Id="rId1" Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": parts.get("book")
        or f'{HEAD}<workbook {MAIN} xmlns:r="{RELATIONS}"><sheets>{tabs}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": parts.get("relations")
        or f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{links}</Relationships>',
        "xl/sharedStrings.xml": parts.get("strings") or f"{HEAD}<sst {MAIN}></sst>",
        "xl/styles.xml": parts.get("styles")
        or f'{HEAD}<styleSheet {MAIN}><cellXfs count="1"><xf/></cellXfs></styleSheet>',
        **{f"xl/worksheets/sheet{n}.xml": one for n, one in zip(numbered, sheets, strict=True)},
        **dict(raw),
    }
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as parcel:
        for name, text in content.items():
            if name not in without:
                parcel.writestr(name, text)
    found = bytearray(made.getvalue())
    if flags:
        for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
            place = found.find(mark)
            while place >= 0:
                found[place + at] |= flags
                place = found.find(mark, place + 4)
    return bytes(found)


def cells(text: str, count: int = 1) -> str:
    """Return inline texts, one a cell."""
    cell = f'<c t="inlineStr"><is><t>{text}</t></is></c>'
    return f"<row>{cell * count}</row>"


def numbered_rows(count: int) -> str:
    """Return rows of one number."""
    return "".join(f'<row r="{n}"><c r="A{n}"><v>{n}</v></c></row>' for n in range(1, count + 1))


def at(ref: str, inside: str = "<v>1</v>", kind: str = "n") -> str:
    """Return a row with one cell."""
    row = ref.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return f'<row r="{row}"><c r="{ref}" t="{kind}">{inside}</c></row>'


def big_cell(megabytes: int) -> bytes:
    """Return a workbook with one text of so many million letters."""
    start, end = sheet_xml(cells("§")).split("§")
    made = io.BytesIO(package(without=["xl/worksheets/sheet1.xml"]))
    with (
        zipfile.ZipFile(made, "a", zipfile.ZIP_DEFLATED, compresslevel=1) as parcel,
        parcel.open("xl/worksheets/sheet1.xml", "w") as part,
    ):
        part.write(start.encode())
        for _ in range(megabytes):
            part.write(b"a" * 1_000_000)
        part.write(end.encode())
    return made.getvalue()


def lying(content: bytes) -> bytes:
    """Return a workbook whose directory says that its sheet is small."""
    found = bytearray(content)
    place = found.rfind(b"PK\x01\x02")
    struct.pack_into("<I", found, place + 24, 100)
    return bytes(found)


def ole(name: str) -> bytes:
    """Return the start of a file of the old kind that holds a stream of this name."""
    return bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 504 + name.encode("utf-16-le") + b"\0" * 512


def other_zip(*parts: str) -> bytes:
    """Return a zip file with these parts."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as parcel:
        for name in parts:
            parcel.writestr(name, "x")
    return made.getvalue()


def chart_alone() -> bytes:
    """Return a workbook whose only sheet is a chart."""
    made = io.BytesIO()
    book = xlsxwriter.Workbook(made)
    chart = book.add_chart({"type": "line"})
    chart.add_series({"values": ["Chart1", 0, 0, 1, 0]})
    book.add_chartsheet().set_chart(chart)
    book.close()
    return made.getvalue()


def spoilt(content: bytes, at_share: float) -> bytes:
    """Return a file with some bytes turned over."""
    found = bytearray(content)
    start = int(len(found) * at_share)
    for place in range(start, min(start + 40, len(found))):
        found[place] ^= 0xFF
    return bytes(found)


def shared(count: int, text: str = "") -> str:
    """Return a table of texts."""
    return f"{HEAD}<sst {MAIN}>{f'<si><t>{text}</t></si>' * count}</sst>"


def merged(*refs: str) -> str:
    """Return merged blocks."""
    blocks = "".join(f'<mergeCell ref="{ref}"/>' for ref in refs)
    return f"<mergeCells>{blocks}</mergeCells>"


def deep(levels: int) -> str:
    """Return a sheet with elements inside elements."""
    return sheet_xml(after="<a>" * levels + "</a>" * levels)


E = errors

WORKBOOKS = [
    Case("nothing", bytes, E.EmptyFileError),
    Case("over ten megabytes", lambda: b"PK\x03\x04" + b"\0" * 10_000_000, E.FileTooLargeError),
    Case("a web page", lambda: b"<html><table><tr><td>1", E.WebPageError),
    Case("a web page with a mark", lambda: codecs.BOM_UTF8 + b"\n<!DOCTYPE html>", E.WebPageError),
    Case("XML of 2003", lambda: b'<?xml version="1.0"?><Workbook/>', E.WebPageError),
    Case("a CSV file", lambda: b"a;b\n1;2\n", E.NotAWorkbookError),
    Case("noise", lambda: zlib.compress(b"noise" * 99), E.NotAWorkbookError),
    Case("a PDF", lambda: b"%PDF-1.7\n", E.NotAWorkbookError),
    Case("an old workbook", lambda: ole("Workbook"), E.OldExcelError),
    Case("a password", lambda: ole("EncryptedPackage"), E.PasswordError),
    Case("parts with a password", lambda: package(flags=1), E.PasswordError),
    Case("cut in the middle", lambda: package()[:900], E.DamagedWorkbookError),
    Case("cut after its first bytes", lambda: b"PK\x03\x04", E.DamagedWorkbookError),
    Case("an empty parcel", other_zip, E.DamagedWorkbookError),
    Case("a parcel of something", lambda: other_zip("a.txt"), E.DamagedWorkbookError),
    Case("a Word file", lambda: other_zip("word/document.xml"), E.OtherDocumentError),
    Case("a deck", lambda: other_zip("ppt/presentation.xml"), E.OtherDocumentError),
    Case("an OpenDocument", lambda: other_zip("mimetype", "content.xml"), E.OtherDocumentError),
    Case("a Numbers file", lambda: other_zip("Index/Document.iwa"), E.OtherDocumentError),
    Case(
        "a binary workbook",
        lambda: other_zip("[Content_Types].xml", "xl/workbook.bin"),
        E.OldExcelError,
    ),
    Case("macros", lambda: package(raw=[("xl/vbaProject.bin", b"x")]), E.MacrosError),
    Case(
        "macros of 1992",
        lambda: package(raw=[("xl/macrosheets/sheet1.xml", "<a/>")]),
        E.MacrosError,
    ),
    Case("no sheet", lambda: package([]), E.NoSheetError),
    Case("a chart alone", chart_alone, E.NoSheetError),
    Case("300 sheets", lambda: package([sheet_xml(ONE)] * 300), E.TooManySheetsError),
    Case("a cell of 200 MB", lambda: big_cell(200), E.UnpacksTooLargeError),
    Case("a cell of 50 MB", lambda: big_cell(50), E.LongTextError),
    Case("a directory that lies", lambda: lying(big_cell(80)), E.DamagedWorkbookError),
    Case(
        "ten thousand parts",
        lambda: package(raw=[(f"xl/media/{n}.png", b"") for n in range(10_000)]),
        E.UnpacksTooLargeError,
    ),
    Case(
        "a bomb beside the sheets",
        lambda: package(raw=[("xl/media/a.png", b"\0" * 70_000_000)]),
        E.UnpacksTooLargeError,
    ),
    Case(
        "a billion laughs in a sheet",
        lambda: package([sheet_xml(cells("&l9;"), head=LAUGHS)]),
        E.DeclarationError,
    ),
    Case(
        "a billion laughs in the texts",
        lambda: package(strings=LAUGHS + f"<sst {MAIN}><si><t>&l9;</t></si></sst>"),
        E.DeclarationError,
    ),
    Case(
        "a file of the server",
        lambda: package(
            book=f'{HEAD}<!DOCTYPE a [<!ENTITY f SYSTEM "file:///etc/passwd">]>'
            f"<workbook {MAIN}>&f;</workbook>"
        ),
        E.DeclarationError,
    ),
    Case(
        "a declaration in UTF-16",
        lambda: package(
            [
                sheet_xml(
                    ONE, head='<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE a [ ]>'
                ).encode("utf-16")
            ]
        ),
        E.DeclarationError,
    ),
    Case("a million texts", lambda: package(strings=shared(1_000_000)), E.UnpacksTooLargeError),
    Case(
        "texts of 30 MB", lambda: package(strings=shared(600, "é" * 25_000)), E.UnpacksTooLargeError
    ),
    Case(
        "one text a thousand times",
        lambda: package(
            [sheet_xml("<row><c t='s'><v>0</v></c></row>" * 1_000)], strings=shared(1, "a" * 50_000)
        ),
        E.UnpacksTooLargeError,
    ),
    Case(
        "a text of 60,000 letters",
        lambda: package([sheet_xml(cells("a" * 60_000))]),
        E.LongTextError,
    ),
    Case(
        "1,048,576 rows", lambda: package([sheet_xml(numbered_rows(1_048_576))]), E.TooManyRowsError
    ),
    Case("20,001 rows", lambda: package([sheet_xml(numbered_rows(20_001))]), E.TooManyRowsError),
    Case(
        "a million empty rows",
        lambda: package([sheet_xml("<row/>" * 1_000_000)]),
        E.TooManyRowsError,
    ),
    Case(
        "rows of 200 cells",
        lambda: package([sheet_xml(("<row>" + "<c><v>1</v></c>" * 200 + "</row>") * 8_000)]),
        E.TooManyCellsError,
    ),
    Case(
        "many sheets of many cells",
        lambda: package([sheet_xml(("<row>" + "<c><v>1</v></c>" * 60 + "</row>") * 600)] * 50),
        E.TooManyCellsError,
    ),
    Case("the last cell of all", lambda: package([sheet_xml(at("XFD1048576"))]), E.FarCellError),
    Case("the last row", lambda: package([sheet_xml(at("A1048576"))]), E.FarCellError),
    Case("201 columns", lambda: package([sheet_xml(cells("a", 201))]), E.FarCellError),
    Case(
        "a row of ten million cells",
        lambda: package([sheet_xml("<row>" + "<c/>" * 10_000_000 + "</row>")]),
        E.UnpacksTooLargeError,
    ),
    Case(
        "everything merged",
        lambda: package([sheet_xml(ONE, merged("A1:XFD1048576"))]),
        None,
    ),
    Case(
        "merged thousands of times",
        lambda: package([sheet_xml(ONE, merged(*["A1:B2"] * 200_000))]),
        E.MergedTooMuchError,
    ),
    Case(
        "merged everywhere a hundred times",
        lambda: package([sheet_xml(ONE, merged(*["A1:XFD1048576"] * 100))]),
        E.MergedTooMuchError,
    ),
    Case("elements in elements", lambda: package([deep(100_000)]), E.DamagedWorkbookError),
    Case(
        "a million styles",
        lambda: package(
            styles=f"{HEAD}<styleSheet {MAIN}><cellXfs>{'<xf/>' * 1_000_000}</cellXfs></styleSheet>"
        ),
        E.UnpacksTooLargeError,
    ),
    Case(
        "types that are wrong",
        lambda: package(types=f'{HEAD}<Types xmlns="{PACKAGE}/content-types"></Types>'),
        E.DamagedWorkbookError,
    ),
    Case("types that are no XML", lambda: package(types="hello"), E.DamagedWorkbookError),
    Case(
        "a sheet that is not there",
        lambda: package(without=["xl/worksheets/sheet1.xml"]),
        E.NoSheetError,
    ),
    Case(
        "a text that is not there",
        lambda: package([sheet_xml(at("A1", "<v>7</v>", "s"))]),
        E.DamagedWorkbookError,
    ),
    Case("broken XML", lambda: package([sheet_xml("<row><c>")]), E.DamagedWorkbookError),
    Case("a place that is none", lambda: package([sheet_xml(at("AAAA1"))]), E.DamagedWorkbookError),
    Case("a section", lambda: package([sheet_xml(cells("<![CDATA[a]]>"))]), E.DamagedWorkbookError),
    Case("bytes turned over", lambda: spoilt(package(), 0.3), E.DamagedWorkbookError),
    Case("a number beyond numbers", lambda: package([sheet_xml(at("A1", "<v>1e999</v>"))]), None),
    Case(
        "a formula without a result",
        lambda: package([sheet_xml(at("A1", "<f>HYPERLINK(1)</f>"))]),
        None,
    ),
    Case("a command as a text", lambda: package([sheet_xml(cells("=cmd()"))]), None),
    Case("a part outside", lambda: package(raw=[("../../evil.xml", "<a/>"), ("/etc/x", "")]), None),
    Case("two sheets of one name", lambda: package([sheet_xml(ONE)] * 2, names=["a", "a"]), None),
    Case("empty sheets", lambda: package([sheet_xml()]), None),
]

TEXTS = [
    Case("nothing", bytes, E.EmptyFileError),
    Case("spaces", lambda: b" \n\n \t\n", E.EmptyFileError),
    Case("a mark alone", lambda: codecs.BOM_UTF8, E.EmptyFileError),
    Case("a separator alone", lambda: b"sep=;\n", E.EmptyFileError),
    Case("over ten megabytes", lambda: b"a;b\n" * 2_600_000, E.FileTooLargeError),
    Case("a workbook", package, E.NotTextError),
    Case("a picture", lambda: b"\x89PNG\r\n\x1a\n" + bytes(range(256)), E.NotTextError),
    Case("zeros", lambda: b"a;b\n" * 2_000 + b"\0", E.NotTextError),
    Case("half of a character", lambda: codecs.BOM_UTF16_LE + b"a\0\xd8", E.NotTextError),
    Case("a web page", lambda: b"<table><tr><td>1;2", E.WebPageError),
    Case("20,001 lines", lambda: b"a;b\n" * 20_001, E.TooManyLinesError),
    Case("201 columns", lambda: b"a;" * 200 + b"a\n", E.TooManyColumnsError),
    Case("a cell of 60,000 letters", lambda: b"a;b\n1;" + b"a" * 60_000, E.LongTextError),
    Case("an open quotation mark", lambda: b'a;b\n"' + b"1;2\n" * 50_000, E.LongTextError),
    Case("a command", lambda: b"a;b\n=cmd();@SUM(1)\n", None),
    Case("separators alone", lambda: b";;;;\n" * 100, E.EmptyFileError),
]

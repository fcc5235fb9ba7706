"""Files of figures that are damaged, odd or meant to do harm, and how each is answered."""

import codecs
import gzip
import io
import random
import struct
import zipfile
from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

from tests.imports.hostile import (
    HEAD,
    LAUGHS,
    MAIN,
    big_cell,
    cells,
    lying,
    ole,
    other_zip,
    package,
    sheet_xml,
    spoilt,
)
from tests.imports.hostile import at as cell_at
from tests.imports.platform_files import FILES, Sheet, archive, facebook, old_workbook


class Case(NamedTuple):
    """A file, and what it is answered with: an error, a question, or "" where it is read."""

    name: str
    file: str
    make: Callable[[], bytes]
    answer: str


def noise(count: int) -> bytes:
    """Return bytes of no meaning, the same ones each time."""
    return random.Random(3).randbytes(count)


def text(*lines: str) -> Callable[[], bytes]:
    """Return what makes a file of these lines."""
    return lambda: "\r\n".join([*lines, ""]).encode()


def heads(key: str) -> Callable[[], bytes]:
    """Return what makes a platform's file with its titles alone."""
    return FILES[key].changed(lambda sheet: replace(sheet, rows=[], below=())).content


def with_ids(*ids: object, kind: str = "csv") -> Callable[[], bytes]:
    """Return what makes a Facebook file whose posts have these identifiers."""

    def put(sheet: Sheet) -> Sheet:
        rows = [[one, *row[1:]] for one, row in zip(ids, sheet.rows, strict=False)]
        return replace(sheet, rows=rows, name="posts")

    return replace(facebook("en"), kind=kind).changed(put).content


def in_zip(**parts: bytes) -> Callable[[], bytes]:
    """Return what makes an archive of these files; “_” stands for the dot of their names."""
    return lambda: archive({name.replace("_", "."): content for name, content in parts.items()})


def bomb(megabytes: int, name: str = "Table data.csv") -> bytes:
    """Return an archive of one huge file."""
    made = io.BytesIO()
    with (
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as parcel,
        parcel.open(name, "w", force_zip64=True) as part,
    ):
        for _ in range(megabytes):
            part.write(b"0" * 1_000_000)
    return made.getvalue()


def flagged(content: bytes) -> bytes:
    """Return an archive whose parts say that they have a password."""
    found = bytearray(content)
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = found.find(mark)
        while place >= 0:
            found[place + at] |= 1
            place = found.find(mark, place + 4)
    return bytes(found)


def xls(key: str = "linkedin_content-en") -> bytes:
    """Return a true old workbook."""
    return FILES[key].content()


def endless() -> bytes:
    """Return an old workbook that says that it has four billion rows."""
    content = xls()
    place = content.find(b"\x00\x02\x0e\x00")
    return content[: place + 4] + struct.pack("<IIHH", 0, 2**32 - 1, 0, 255) + content[place + 16 :]


def far_corner() -> bytes:
    """Return an old workbook with something in its very last cell."""
    row = [None] * 255 + ["x"]
    return old_workbook([Sheet(["a"], [*[[None]] * 65_534, row], "Far")])


WIDE = ["Date", *(f"c{n}" for n in range(200))]
DATE = "Date,Impressions,Clicks"

CASES = [
    Case("nothing", "a.csv", bytes, "EmptyFileError"),
    Case("spaces", "a.csv", lambda: b" \n\n \t\n", "EmptyFileError"),
    Case("a mark alone", "a.csv", lambda: codecs.BOM_UTF8, "EmptyFileError"),
    Case("a separator alone", "a.csv", lambda: b"sep=,\r\n", "EmptyFileError"),
    Case("separators alone", "a.csv", lambda: b",,,,\n" * 50, "EmptyFileError"),
    Case("noise", "a.csv", lambda: noise(20_000), "NotTextError"),
    Case("noise under another name", "a.xls", lambda: noise(20_000), "NotTextError"),
    Case("zeros", "a.csv", lambda: bytes(5_000), "EmptyFileError"),
    Case("a picture", "a.csv", lambda: b"\x89PNG\r\n\x1a\n" + noise(99), "NotTextError"),
    Case("a photo", "a.xlsx", lambda: b"\xff\xd8\xff" + noise(99), "NotTextError"),
    Case("a PDF", "a.xls", lambda: b"%PDF-1.7\n", "NotTextError"),
    Case("something packed", "a.csv", lambda: gzip.compress(noise(9_000)), "NotTextError"),
    Case("a database", "a.csv", lambda: b"SQLite format 3\0" + bytes(99), "NotTextError"),
    Case("a program", "a.csv", lambda: b"MZ\x90\0" + noise(9_000), "NotTextError"),
    Case("a web page as xls", "a.xls", lambda: b"<html><table><tr><td>1", "WebPageError"),
    Case("a web page as csv", "a.csv", lambda: b"\n<!DOCTYPE html><p>", "WebPageError"),
    Case("XML of 2003", "a.xls", lambda: b'<?xml version="1.0"?><Workbook/>', "WebPageError"),
    Case("JSON", "a.csv", lambda: b'{"posts": [1, 2]}', "NoTableError"),
    Case("prose", "a.csv", text("Dear Ana,", "here are the figures, as promised."), "NoTableError"),
    Case("one word", "a.csv", lambda: b"hello", "NoTableError"),
    Case("figures without titles", "a.csv", text("1,2,3", "4,5,6"), "NoTableError"),
    Case("200 MB", "a.csv", lambda: b"Date,Impressions\n" * 11_800_000, "FileTooLargeError"),
    Case("200 MB in one line", "a.csv", lambda: b"a" * 200_000_000, "FileTooLargeError"),
    Case("200 MB of noise", "a.xls", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2 * 10**8),
         "FileTooLargeError"),
    Case("200,001 lines", "a.csv", lambda: b"Date,Likes\n" * 200_001, "TooManyLinesError"),
    Case("201 columns", "a.csv", text(",".join(WIDE), "1" + ",1" * 200), "TooManyColumnsError"),
    Case("a cell of 60,000 letters", "a.csv", text(DATE, "a" * 60_000), "LongTextError"),
    Case("an open quotation mark", "a.csv", lambda: b'Date,Likes\n"' + b"1,2\n" * 50_000,
         "LongTextError"),
    Case("half of a character", "a.csv", lambda: codecs.BOM_UTF16_LE + b"D\0\xd8", "NotTextError"),
    Case("titles of Facebook alone", "a.csv", heads("facebook-en"), "NoFiguresError"),
    Case("titles of X alone", "a.csv", heads("x_posts-fr"), "NoFiguresError"),
    Case("titles of GA4 alone", "a.csv", heads("ga4_channels-fr"), "NoFiguresError"),
    Case("titles of Meta’s figures alone", "a.csv", heads("meta_days-en"), "NoFiguresError"),
    Case("titles of LinkedIn alone", "a.xls", heads("linkedin_content-en"), "NoFiguresError"),
    Case("titles of competitors alone", "a.xlsx", heads("linkedin_competitors-en"),
         "NoFiguresError"),
    Case("titles of YouTube alone", "a.zip", heads("youtube-en"), "NoFiguresError"),
    Case("unknown titles alone", "a.csv", text("Who,What"), "NoTableError"),
    Case("comments alone", "a.csv", text("# ---", "# Traffic acquisition", "# 20260801-20260831"),
         "NoTableError"),
    Case("rounded identifiers", "a.csv", with_ids("1.23E+17", "1.23E+17"), "RoundedIdsError"),
    Case("identifiers rounded in French", "a.csv", with_ids("1,23E+17"), "RoundedIdsError"),
    Case("one of them rounded", "a.csv", with_ids("12210456789012345", "1.22E+16"),
         "RoundedIdsError"),
    Case("identifiers as numbers", "a.xlsx", with_ids(122104567890123456.0, kind="xlsx"),
         "RoundedIdsError"),
    Case("identifiers as old numbers", "a.xls", with_ids(12210456789012345, kind="xls"),
         "RoundedIdsError"),
    Case("dates of two orders", "a.csv", text(DATE, "08/30/2026,1,1", "30/08/2026,1,1"),
         "MixedDatesError"),
    Case("dates of either order", "a.csv", text(DATE, "03/04/2026,1,1"), "date_order"),
    Case("no dates", "a.csv", text(DATE, "soon,1,1", "later,2,2"), "NothingReadError"),
    Case("dates that are none", "a.csv", text(DATE, "2026-02-31,1,1", "0000-01-01,1,1"),
         "NothingReadError"),
    Case("figures that are none", "a.csv", text(DATE, "2026-08-30,many,few"), "NothingReadError"),
    Case("figures without end", "a.csv", text(DATE, "2026-08-30,inf,1e999", "2026-08-31,nan,-"),
         "NothingReadError"),
    Case("figures that are missing", "a.csv", text(DATE, "2026-08-30,undefined,n/a"),
         "NothingReadError"),
    Case("Arabic digits", "a.csv", text(DATE, "2026-08-30,٣٤,٥"), "NothingReadError"),
    Case("no period", "a.csv", text("Session source,Sessions", "x,1"), "period"),
    Case("a period that is none", "a.csv",
         text("# 20261301-20269999", "Session source,Sessions", "x,1"), "period"),
    Case("an unknown language", "a.csv", text("Tarih;Gösterim", "2026-08-30;5"), "platform"),
    Case("two encodings in one file", "a.csv",
         lambda: b"Date;Vues\n2026-08-30;1\n" + b"\xe9t\xe9;\xc3\xa9\n", ""),
    Case("UTF-16 without a mark", "a.csv",
         lambda: "Date,Views\n2026-08-30,1\n".encode("utf-16-le"), ""),
    Case("a workbook under another name", "a.csv", FILES["linkedin_competitors-en"].content, ""),
    Case("an old workbook under another name", "a.xlsx", xls, ""),
    Case("all titles the same", "a.csv", text("Date,Date,Views,Views", "2026-08-30,x,1,2"), ""),
    Case("a line longer than the titles", "a.csv", text(DATE, "2026-08-30,1,2,3,4,5"), ""),
    Case("lines shorter than the titles", "a.csv", text(DATE, "2026-08-30,1", "2026-08-31"), ""),
    Case("commands", "a.csv", text(f"{DATE},=cmd()", "2026-08-30,1,2,=HYPERLINK(1)"), ""),
    Case("nulls in a line", "a.csv", lambda: b"Date,Views\n2026-08-30,1\n\0\0,2\n", "NotTextError"),
    Case("old line ends", "a.csv", lambda: b"Date,Views\r2026-08-30,1\r", ""),
    Case("an archive of nothing", "a.zip", other_zip, "ArchiveError"),
    Case("an archive without a table", "a.zip", in_zip(a_png=b"x", b_exe=b"MZ"), "ArchiveError"),
    Case("an archive in an archive", "a.zip", in_zip(a_zip=in_zip(a_csv=b"a,b")()), "ArchiveError"),
    Case("an archive of many files", "a.zip", in_zip(**{f"a{n}_csv": b"x" for n in range(41)}),
         "ArchiveError"),
    Case("an archive of empty tables", "a.zip", in_zip(a_csv=b"", b_csv=b" "), "ArchiveError"),
    Case("an archive of prose", "a.zip", in_zip(a_csv=b"hello"), "NoTableError"),
    Case("an archive of noise", "a.zip", in_zip(a_csv=noise(9_000)), "NotTextError"),
    Case("an archive with a password", "a.zip", lambda: flagged(FILES["youtube-en"].content()),
         "PasswordError"),
    Case("an archive that was cut", "a.zip", lambda: FILES["youtube-en"].content()[:400],
         "DamagedArchiveError"),
    Case("an archive that is spoilt", "a.zip", lambda: spoilt(FILES["youtube-en"].content(), 0.1),
         "DamagedArchiveError"),
    Case("an archive of 1 GB", "a.zip", lambda: bomb(1_000), "FileTooLargeError"),
    Case("an archive that lies", "a.zip", lambda: lying(bomb(70)), "DamagedArchiveError"),
    Case("an archive with a way out", "a.zip",
         lambda: archive({"../../Table data.csv": b"Content,Video title,Views\na,b,1\n"}), ""),
    Case("a cell of 200 MB", "a.xlsx", lambda: big_cell(200), "UnpacksTooLargeError"),
    Case("the last cell of all", "a.xlsx",
         lambda: package([sheet_xml(cell_at("XFD1048576"))]), "FarCellError"),
    Case("a billion laughs", "a.xlsx",
         lambda: package([sheet_xml(cells("&l9;"), head=LAUGHS)]), "DeclarationError"),
    Case("a file of the server", "a.xlsx", lambda: package(
        book=f'{HEAD}<!DOCTYPE a [<!ENTITY f SYSTEM "file:///etc/passwd">]>'
        f"<workbook {MAIN}>&f;</workbook>"), "DeclarationError"),
    Case("macros", "a.xlsx", lambda: package(raw=[("xl/vbaProject.bin", b"x")]), "MacrosError"),
    Case("a Word file", "a.xlsx", lambda: other_zip("[Content_Types].xml", "word/document.xml"),
         "OtherDocumentError"),
    Case("an OpenDocument", "a.xls", lambda: other_zip("mimetype", "content.xml"),
         "OtherDocumentError"),
    Case("a workbook of words", "a.xlsx", lambda: package([sheet_xml(cells("hello"))]),
         "NoTableError"),
    Case("an empty workbook", "a.xlsx", lambda: package([sheet_xml()]), "NoTableError"),
    Case("an old workbook that was cut", "a.xls", lambda: xls()[:3_000], "DamagedOldWorkbookError"),
    Case("the start of an old workbook", "a.xls", lambda: xls()[:8], "DamagedOldWorkbookError"),
    Case("an old workbook that is spoilt", "a.xls", lambda: spoilt(xls(), 0.05),
         "DamagedOldWorkbookError"),
    Case("an old workbook of noise", "a.xls", lambda: xls()[:512] + noise(20_000),
         "DamagedOldWorkbookError"),
    Case("another old document", "a.xls", lambda: ole("WordDocument"), "DamagedOldWorkbookError"),
    Case("an old workbook with a password", "a.xls", lambda: ole("EncryptedPackage"),
         "PasswordError"),
    Case("four billion old rows", "a.xls", endless, "UnpacksTooLargeError"),
    Case("the last cell of an old workbook", "a.xls", far_corner, "UnpacksTooLargeError"),
    Case("an empty old workbook", "a.xls", lambda: old_workbook([Sheet([], [], "A")]),
         "NoTableError"),
    Case("an old workbook of 70,001 rows", "a.xls",
         lambda: old_workbook([Sheet(["Date"], [["x"]] * 40_000, name) for name in "ab"]),
         "UnpacksTooLargeError"),
]  # fmt: skip

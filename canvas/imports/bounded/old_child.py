"""Read an old workbook in a process of its own: `python -I old_child.py`, bytes in, JSON out.

The library builds a whole grid out of the corners that a file names, and a file of some
bytes can name two billion cells: here that ends this process and no other.
"""

import datetime as dt
import json
import sys
from io import BytesIO

MEMORY = 700_000_000
SECONDS = 20


def _limit() -> None:
    try:
        import resource
    except ImportError:  # no such limits on Windows: the reader's clock remains
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))


def _plain(cell: object) -> object:
    if isinstance(cell, dt.datetime | dt.date | dt.time):
        return {type(cell).__name__: cell.isoformat()}
    if isinstance(cell, dt.timedelta):
        return {"timedelta": cell.total_seconds()}
    return cell


def main(most_rows: int, most_cells: int, most_characters: int) -> None:
    """Write one JSON value a sheet, a line each; stop where there is too much."""
    _limit()
    import python_calamine

    book = python_calamine.CalamineWorkbook.from_filelike(BytesIO(sys.stdin.buffer.read()))
    visible = python_calamine.SheetVisibleEnum.Visible
    for told in book.sheets_metadata:
        if told.typ != python_calamine.SheetTypeEnum.WorkSheet:
            continue
        sheet = book.get_sheet_by_name(told.name)
        rows = []
        left = [None] * (sheet.start or (0, 0))[1]
        for number, cells in enumerate(sheet.iter_rows(), 1):
            while cells and cells[-1] == "":
                cells.pop()
            if not cells:
                continue
            most_rows -= 1
            most_cells -= len(cells)
            most_characters -= sum(len(cell) for cell in cells if isinstance(cell, str))
            if min(most_rows, most_cells, most_characters) < 0:
                sys.exit(3)
            rows.append([number, left + [_plain(cell) for cell in cells]])
        json.dump([told.name, told.visible != visible, rows], sys.stdout)
        sys.stdout.write("\n")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:4]))

"""A table of so many incidents in, the seconds of reading it and of making, writing and drawing its board out.

usage: python benchmarks/boards.py [--rows 100000] [--days 1000] [--check]

`--check` ends with 1 if a board takes more than two seconds. Times are of this process alone: machines are noisy.
"""

import argparse
import datetime
import io
import json
import random
import sys
import time

from histor.monitors.definition import Definition
from histor.monitors.judging import judge
from histor.monitors.kinds.air import EXAMPLE
from histor.monitors.pictures import pictures
from histor.monitors.reading import read_definition
from histor.read.datasets import KNOWN
from histor.read.tables import read_table
from histor.records.watch_form import form_of_board

HEADER = "code,date,place_en,governorate,belligerent,grading,infrastructure\n"
MOST = 2.0  # seconds for a board over 100,000 incidents


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--days", type=int, default=1000)
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    raw = _table(options.rows, options.days)
    definition = read_definition(_widened(options.days), key="example")
    assert isinstance(definition, Definition), definition
    start = time.process_time()
    record = read_table(raw, KNOWN["airwars"], key="drawn")
    read = time.process_time()
    board = judge(definition, record, {})
    made = time.process_time()
    json.dumps(form_of_board(board))
    written = time.process_time()
    pictures(board)
    drawn = time.process_time()
    counted = sum(window.tally.count for window in board.windows)
    print(
        f"{len(record.events):,} rows read in {read - start:.2f} s; a board over {counted:,.0f} in {made - read:.2f} s"
    )
    print(f"as JSON {written - made:.2f} s; as pictures {drawn - written:.2f} s")
    return int(options.check and made - read > MOST)


def _table(rows: int, days: int) -> bytes:
    draws, first, into = random.Random(1), datetime.date(2030, 1, 1), io.StringIO(HEADER)
    into.seek(0, io.SEEK_END)
    for number in range(rows):
        day = first + datetime.timedelta(days=draws.randrange(days))
        place = draws.choice(("Lower Valley", "Uplands", "Coast"))
        into.write(f"S{number},{day},Weir,{place},Northern Air Force,Fair,Education\n")
    return into.getvalue().encode()


def _widened(days: int) -> str:
    last = datetime.date(2030, 1, 1) + datetime.timedelta(days=days - 1)
    classes = '\n[targets]\nschool = ["Education"]\nhospital = ["Healthcare"]\n'
    return EXAMPLE.replace("2031-03-01", "2030-01-01").replace("2031-04-29", last.isoformat()) + classes


if __name__ == "__main__":
    sys.exit(main())

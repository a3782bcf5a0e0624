"""A table of so many incidents in, the seconds of reading it and of making, writing and drawing its board out.

usage: python benchmarks/boards.py [--rows 100000] [--days 1000] [--check]

Two boards are made: of air raids, and of a ceasefire that leaves a group out, for which each row's own sentence is
looked through. `--check` ends with 1 if a board takes more than two seconds, once its rows are read and heard. Times
are of this process alone: machines are noisy.
"""

import argparse
import csv
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
from histor.monitors.truce.definition import TruceDefinition
from histor.monitors.truce.judging import judge as judge_ceasefire
from histor.read.datasets import KNOWN
from histor.read.tables import read_table
from histor.records.watch_form import form_of_board
from histor.run.collecting import seldom_collected
from histor.run.hearing import hear_table

HEADER = "code,date,place_en,governorate,belligerent,grading,infrastructure\n"
COLUMNS = (
    "event_id_cnty", "event_date", "time_precision", "actor1", "actor2", "location", "admin1", "country", "latitude",
    "longitude", "geo_precision", "sub_event_type", "source", "fatalities", "notes",
)  # fmt: skip
TOWNS = ("Aleppo", "Manbij", "Azaz", "Al-Bab", "Hayyan", "Anadan", "Tal Rifaat", "Mare")
STRUCK = (  # as a sentence has them, and as the table does
    ("Islamic State fighters", "Islamic State (Syria)"),
    ("a rebel faction", "Opposition Rebels (Syria)"),
    ("the Free Syrian Army", "Free Syrian Army"),
    ("residents", "Civilians (Syria)"),
)
TRUCE = """\
monitor = "ceasefire"
name = "a cessation of hostilities"
in_effect = "2016-02-27"
written = "yes"
limits = ["rows are drawn by chance"]
[area]
countries = ["Syria"]
[[parties]]
name = "the Syrian government"
also = ["Syria", "Military Forces of Syria"]
[[parties]]
name = "the opposition"
also = ["Opposition Rebels (Syria)"]
sectors = ["REB", "OPP"]
[[excluded]]
name = "Islamic State"
also = ["Islamic State (Syria)"]
[[excluded]]
name = "Jabhat al-Nusra"
"""
MOST = 2.0  # seconds for a board over 100,000 incidents


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--days", type=int, default=1000)
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    with seldom_collected():  # as `histor monitor show` has it
        slowest = max(_raids(options.rows, options.days), _ceasefire(options.rows, options.days))
    return int(options.check and slowest > MOST)


def _raids(rows: int, days: int) -> float:
    """Measure a board of air raids; give its seconds, without those of reading and writing."""
    raw = _table(rows, days)
    definition = read_definition(_widened(days), key="example")
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
    return made - read


def _ceasefire(rows: int, days: int) -> float:
    """Measure a board of a ceasefire over rows with a sentence each; give its seconds, without reading and hearing."""
    definition = read_definition(TRUCE, key="example")
    assert isinstance(definition, TruceDefinition), definition
    record = read_table(_told(rows, days), KNOWN["acled"], key="drawn")
    start = time.process_time()
    heard = hear_table(record)
    made = time.process_time()
    board = judge_ceasefire(definition, heard)
    judged = time.process_time()
    apart = len(board.excluded_strikes)
    print(
        f"ceasefire: {len(record.events):,} rows heard in {made - start:.2f} s; a board of {len(board.days):,}"
        f" days, {apart:,} rows on whom it leaves out and {len(board.violations):,} violations in {judged - made:.2f} s"
    )
    return judged - made


def _table(rows: int, days: int) -> bytes:
    draws, first, into = random.Random(1), datetime.date(2030, 1, 1), io.StringIO(HEADER)
    into.seek(0, io.SEEK_END)
    for number in range(rows):
        day = first + datetime.timedelta(days=draws.randrange(days))
        place = draws.choice(("Lower Valley", "Uplands", "Coast"))
        into.write(f"S{number},{day},Weir,{place},Northern Air Force,Fair,Education\n")
    return into.getvalue().encode()


def _told(rows: int, days: int) -> bytes:
    """Draw rows of which no two sentences are alike; one in four is on the group that is left out."""
    draws, first, into = random.Random(2), datetime.date(2016, 2, 27), io.StringIO(newline="")
    writer = csv.writer(into)
    writer.writerow(COLUMNS)
    for number in range(rows):
        day = first + datetime.timedelta(days=draws.randrange(days))
        who, struck = draws.choice(STRUCK)
        town = draws.choice(TOWNS)
        notes = (
            f"On {day:%d %B %Y}, Syrian regime forces shelled positions of {who} on the outskirts of {town} in the"
            f" northern countryside, as the Syrian Observatory for Human Rights has it. {number} shells fell."
        )
        writer.writerow(
            [f"SYR{number}", day, 1, "Military Forces of Syria", struck, town, "Aleppo",
             "Syria", 36.2, 37.1, 1, "Shelling/artillery/missile attack", "SOHR", 0, notes]
        )  # fmt: skip
    return into.getvalue().encode()


def _widened(days: int) -> str:
    last = datetime.date(2030, 1, 1) + datetime.timedelta(days=days - 1)
    classes = '\n[targets]\nschool = ["Education"]\nhospital = ["Healthcare"]\n'
    return EXAMPLE.replace("2031-03-01", "2030-01-01").replace("2031-04-29", last.isoformat()) + classes


if __name__ == "__main__":
    sys.exit(main())

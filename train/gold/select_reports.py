"""Corpora in, batches of reports to be marked up out: rich in what the gold has little of.

usage: python -m train.gold.select_reports SHARED OUT_FOLDER [--per-kind N] [--seed S] [--doubtful SHARE]

SHARED is the folder of the corpora. Each batch is a file of one report a line (id, date, source, text). Reports that
are marked already, near copies of one another and very long ones are left out. A report is drawn for one kind only.
With `--doubtful`, the product reads what was drawn, and only that share is kept of which it is least sure.
"""

import argparse
import json
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from train.gold.doubt import most_doubtful
from train.gold.marks import read_marks

Row = dict[str, Any]

# What the marked reports have few of, and words that reports of that kind use.
KINDS = {
    "orders": r"\b(order(s|ed)?|instruct\w*|authori[sz]\w+) .{0,40}\b(troops|forces|army|strike|withdraw|deploy)",
    "denials": r"\b(den(y|ies|ied|ying|ial)|refut\w+|reject\w*|dismiss\w*)\b",
    "doubts": r"\b(doubt\w*|unconfirmed|question(s|ed)|not (been )?(confirmed|verified)|unclear|skeptic\w*)\b",
    "threats": r"\b(threat\w*|ultimatum|vow(s|ed)?|retaliat\w+|warn(s|ed|ing)?)\b",
    "talks": r"\b(talks|negotiat\w+|summit|envoy|mediat\w+|Geneva|Astana|Minsk|Doha)\b",
    "withdrawals": r"\b(withdr[ae]w\w*|pull(s|ed|ing)? (out|back)|retreat\w*|handover|evacuat\w+)\b",
    "violations": r"\b(violat\w+|breach\w*|broke(n)? the (ceasefire|truce))\b",
    "ceasefires": r"\b(cease-?fire|truce|cessation of hostilities|armistice|de-escalation)\b",
    "chains": r"(report(s|ed) that .{0,80}(said|says|claim)|citing|quot(es|ed|ing)|according to .{0,60}(said|report))",
    "unnamed": r"\b(unnamed|anonymous|sources?|officials? (said|say)|witness\w*|residents?|reportedly|allegedly)\b",
    "state media": r"\b(state (media|television|TV|news)|SANA|IRNA|TASS|Xinhua|KCNA|Press TV|RIA Novosti|Anadolu)\b",
    "deployments": r"\b(deploy\w*|reinforce\w*|mobili[sz]\w+|troops (to|in)|carrier|warships?)\b",
    "aid and prisoners": r"\b(humanitarian|aid convoy|prisoner\w*|hostage\w*|swap|released?)\b",
    "sanctions": r"\b(sanction\w*|expel\w*|ambassador|embassy|recall\w*|blockade|siege)\b",
    "assaults": r"\b(air ?strikes?|shell\w+|bomb\w*|attack\w*|clash\w*|killed|drone)\b",
    "protests": r"\b(protest\w*|demonstrat\w+|riot\w*|strike action|crackdown|curfew)\b",
}
CONFLICT = re.compile(
    r"\b(troops|army|forces|military|rebels?|militants?|insurgents?|war|cease-?fire|truce|strikes?|killed|attack\w*|"
    r"missiles?|soldiers?|Taliban|ISIL|Islamic State|Hamas|Hezbollah|Houthi\w*|militia\w*|NATO|peacekeep\w+)\b"
)
SHORTEST, LONGEST = 110, 900  # code points of a news item
LONGEST_ARTICLE = 2200  # code points of an article or a document


@dataclass(frozen=True, slots=True)
class Source:
    """A corpus to draw from."""

    path: str
    longest: int
    share: float  # of the draws of each kind


SOURCES = (
    Source("corpora/wikipedia_current_events.jsonl", LONGEST, 0.92),
    Source("corpora/fa_kes.jsonl", LONGEST_ARTICLE, 0.06),
    Source("corpora/kremlin.jsonl", LONGEST_ARTICLE, 0.02),
)


def main() -> None:
    """Write the batches."""
    options = _options()
    shared = Path(options.shared)
    taken = {row["id"] for name in ("train", "dev") for row in _rows(shared / f"gold/{name}.jsonl")}
    taken |= {row["id"] for row in read_marks(shared)}
    chance = random.Random(options.seed)
    drawn = [row for source in SOURCES for row in draw(shared, source, options.per_kind, taken, chance)]
    drawn = most_doubtful(drawn, round(options.doubtful * len(drawn)))
    chance.shuffle(drawn)
    _write(drawn, Path(options.out), options.batch)


def draw(shared: Path, source: Source, per_kind: int, taken: set[str], chance: random.Random) -> Iterator[Row]:
    """Draw reports of each kind from one corpus, each report once."""
    fitting = [row for row in _rows(shared / source.path) if row["id"] not in taken and _fits(row, source)]
    chance.shuffle(fitting)
    seen: set[str] = set()
    for pattern in KINDS.values():
        wanted = max(1, round(per_kind * source.share))
        for row in fitting:
            start = " ".join(row["text"].lower().split()[:9])
            if wanted and row["id"] not in taken and start not in seen and re.search(pattern, row["text"]):
                taken.add(row["id"])
                seen.add(start)
                wanted -= 1
                yield {key: row[key] for key in ("id", "date", "source", "text")} | {"outlets": row.get("outlets")}


def _fits(row: Row, source: Source) -> bool:
    return SHORTEST <= len(row["text"]) <= source.longest and bool(CONFLICT.search(row["text"]))


def _rows(path: Path) -> Iterator[Row]:
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def _write(rows: list[Row], out: Path, size: int) -> None:
    out.mkdir(parents=True, exist_ok=True)
    for number, first in enumerate(range(0, len(rows), size)):
        lines = (json.dumps(row, ensure_ascii=False) for row in rows[first : first + size])
        (out / f"batch_{number:02}.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared")
    parser.add_argument("out")
    parser.add_argument("--per-kind", type=int, default=96)
    parser.add_argument("--doubtful", type=float, default=1.0, help="share to keep of what was drawn")
    parser.add_argument("--batch", type=int, default=96)
    parser.add_argument("--seed", type=int, default=20161)
    return parser.parse_args()


if __name__ == "__main__":
    main()

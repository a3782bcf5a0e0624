from dataclasses import replace

from rich.console import Console

from cli.sample import PLAN, RECORD, REPORT, TEXT, WITHDRAWAL, span
from histor.cli.marked import marked, problem_line
from histor.cli.screen import THEME
from histor.records.made import Problem
from histor.records.text import Block


def shown(record, *, width=100, colours=False):
    console = Console(
        width=width, theme=THEME, highlight=False, force_terminal=colours, color_system="256" if colours else None,
        record=True, file=open("/dev/null", "w"),  # noqa: SIM115 - closed with the console
    )  # fmt: skip
    console.print(marked(record))
    console.file.close()
    return console.export_text(styles=colours)


def test_every_claim_and_event_has_its_mark_in_the_words_and_its_note_beneath():
    page = shown(RECORD)
    assert "said on Monday ①that its aircraft had bombed¹ᴼ an Islamic State depot" in page
    assert "denied ②that any depot was hit²ᴰ." in page
    assert "① Defence Ministry for Russia · asserts · said 2016-03-14 · chain The Gazette ← Defence Ministry" in page
    assert "② “A rebel commander” · denies · chain The Gazette ← unnamed" in page
    assert "¹ᴼ ASSAULT/aerial · occurred · on the word of Defence Ministry · Russia → Islamic State · Palmyra" in page
    assert "killed ≥15" in page


def test_a_planned_act_is_told_as_planned_with_its_approximate_day_and_unknown_number():
    page = " ".join(shown(RECORD).split())
    assert "RETREAT/withdraw (withdraw-part) · planned · on the word of Ministry spokesman" in page
    assert "~2016-03-15 · troops unknown" in page


def test_statuses_are_told_by_letter_too_and_not_by_colour_alone():
    legend = next(line for line in shown(RECORD).split("\n") if "event:" in line)
    assert "O occurred" in legend
    assert "P planned" in legend
    assert "D denied" in legend
    assert "threatened" not in legend


def test_quoted_copy_has_a_bar_and_its_outlet():
    lines = shown(RECORD).split("\n")
    first = next(place for place, line in enumerate(lines) if "Northern Wire’s words" in line)
    assert lines[first].startswith("▌ ")
    assert lines[first + 1].startswith("▌ ③④“The withdrawal³ᴾ will start")


def test_furniture_is_named_as_furniture_and_carries_no_mark():
    assert "furniture Sign up for our newsletter" in shown(RECORD)


def test_problems_end_the_page_with_the_words_and_the_code():
    last = shown(RECORD).rstrip().split("\n")[-1]
    assert last == "! No day could be worked out; give it with --published. (“Monday”)  [unresolved-day]"


def test_nothing_is_wider_than_the_terminal():
    for width in (40, 60, 100):
        assert max(len(line) for line in shown(RECORD, width=width).split("\n")) <= width


def test_only_marks_are_added_to_the_words():
    text = shown(replace(RECORD, claims=(), events=(), problems=()), width=300)
    for words in TEXT.split("\n\n"):
        assert words in text


def test_triggers_and_claims_are_coloured_on_a_terminal():
    page = shown(RECORD, colours=True)
    assert "\x1b[1;7;31mbombed" in page
    assert "\x1b[1;7;34mwithdrawal" in page
    assert "\x1b[4;" in page


def test_a_report_cannot_steer_the_terminal():
    text = TEXT.replace("Palmyra", "Pal\x1b[2J")
    hostile = replace(RECORD, report=replace(REPORT, text=text, title="a\x1b]0;title\x07", outlet="\x1b[31mred"))
    assert "\x1b" not in shown(hostile)
    assert "\x07" not in shown(hostile)


def test_a_claim_that_crosses_blocks_is_told_once():
    whole = replace(PLAN, id="c-00000000000000ff", content=(span(TEXT[49:300]),), cue=(), source=())
    page = shown(replace(RECORD, claims=(whole,), events=(replace(WITHDRAWAL, claim=whole.id),)))
    assert page.count("① Ministry spokesman") == 1


def test_a_list_keeps_its_lines():
    text = "Parties:\nthe government\nthe opposition"
    report = replace(REPORT, text=text, blocks=(Block(0, len(text), "list"),), title=None)
    page = shown(replace(RECORD, report=report, claims=(), events=(), problems=()))
    assert [line.rstrip() for line in page.split("\n")[4:6]] == ["  the government", "  the opposition"]


def test_a_problem_names_its_input_once():
    told = problem_line(Problem("empty-file", "the file is empty; get it again", key="a.txt")).plain
    assert told == "! a.txt: the file is empty; get it again  [empty-file]"
    told = problem_line(Problem("no-such-file", "there is no file a.txt; check the path", key="a.txt")).plain
    assert told == "! there is no file a.txt; check the path  [no-such-file]"

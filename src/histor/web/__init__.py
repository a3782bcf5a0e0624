"""The reading room: web pages on which every number leads to its sentence, and the same answers as JSON.

A request walks one way: `guard` lets it in or refuses it, `routes` finds its page, `state` reads its address into a
`Question`, the page asks the ledger through `room`, and a template shows the answer. No other host is ever asked.

To add a page, add two files and touch no other:

1. `pages/NAME.py` with one constant `PAGE = Page(...)`; each field is explained in `page.py`. Its `show` is handed an
   `Asked` (room, state, ids of the address) and gives the names that its template uses.
2. `templates/NAME.html`, which begins with `{% extends "base.html" %}` and fills the block `main`. The macros of
   `marks.html` show a status with its sign, a chain of voices, a number that leads to its words, a filter form.

Its own script or style, if it needs any, is `static/NAME.js` or `static/NAME.css`, named in the page's `scripts` and
`styles`. `pages/reports.py` is the plainest example of a list, `pages/trace.py` of a page about one thing.

- A page that lists rows names its `Listing` (`listing.py`, `listings.py`): it then has `.json`, `.csv` and `.geojson`
  at its own address and `/api/NAME`, all with the query and the instant in their head, and stands in the description.
- A page of one thing gives `form`, its JSON: at `ADDRESS.json` and at `/api/ADDRESS`.
- What changes something is a further route, `Page.routes`: the guard refuses it from any other site.
- `Page.examples` are addresses that the tests ask; they are the examples of the documentation.

No template may hold `style=` or `on…=`: the Content-Security-Policy forbids both. Widths are attributes of an SVG.
"""

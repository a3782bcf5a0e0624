"""Pages: whose words a block is by markup, and what a page says about itself."""

from histor.read import Given, Received
from read.reading import codes, kinds, read_bytes, read_one

BODY = (
    "<p>Buses left the quarter at noon with four hundred people, among them wounded men and their families, "
    "and reached the next town after dark.</p><p>A second group is to follow when the lists are agreed.</p>"
)
DATED = '<meta property="article:published_time" content="2016-04-20T08:00:00Z">'


def page(body: str, head: str = DATED, start: str = "<html>") -> str:
    return f"<!doctype html>{start}<head>{head}</head><body>{body}</body></html>"


def article(inner: str) -> str:
    return page(f"<article>{BODY}{inner}</article>")


def test_what_stands_around_the_article_is_furniture() -> None:
    report = read_one(
        page(
            "<header><h1>Lake Post</h1></header><nav>World Sport</nav><div>Weather: rain</div>"
            f"<main><header><h1>Buses leave the old quarter</h1></header>{BODY}<div class='share-tools'>Post it</div>"
            "<aside>Ten hotels</aside><p>Read more</p><p><a href='/b'>Other news of the day</a></p></main>"
            "<div id='comments'><p>First!</p></div><footer>Lake Post 2016</footer>"
        )
    )
    assert kinds(report) == [
        ("furniture", None, "Lake Post"),
        ("furniture", None, "World Sport"),
        ("furniture", None, "Weather: rain"),
        ("title", None, "Buses leave the"),
        ("paragraph", None, "Buses left the"),
        ("paragraph", None, "A second group"),
        ("furniture", None, "Post it"),
        ("furniture", None, "Ten hotels"),
        ("furniture", None, "Read more"),
        ("furniture", None, "Other news of"),
        ("furniture", None, "First!"),
        ("furniture", None, "Lake Post 2016"),
    ]
    assert report.title == "Buses leave the old quarter"


def test_a_class_on_the_whole_page_makes_no_furniture_of_it() -> None:
    report = read_one(page(f"<div class='page has-sidebar'><div class='content social'>{BODY}</div></div>"))
    assert [kind for kind, _, _ in kinds(report)] == ["paragraph", "paragraph"]


def outlet_of(inner: str) -> str | None:
    (quoted,) = {block.outlet for block in read_one(article(inner)).blocks if block.kind == "quote"}
    return quoted


def test_a_quotation_is_whose_it_says_it_is() -> None:
    words = "<p>No bus was stopped.</p>"
    assert outlet_of(f"<blockquote>{words}<footer>— <cite>Ministry of Transport</cite></footer></blockquote>") == (
        "Ministry of Transport"
    )
    assert outlet_of(f"<blockquote>{words}<cite>The Associated Press</cite></blockquote>") == "AP"
    assert outlet_of(f"<blockquote cite='https://www.bbc.co.uk/news/1'>{words}</blockquote>") == "BBC"
    assert outlet_of(f"<p>As the SANA agency reported:</p><blockquote>{words}</blockquote>") == "SANA"
    assert outlet_of(f"<p>According to this AFP report, all went well:</p><blockquote>{words}</blockquote>") == "AFP"
    assert outlet_of(f"<p>More <a href='https://apnews.com/1'>here</a>:</p><blockquote>{words}</blockquote>") == "AP"
    assert (
        outlet_of(f"<p>More <a href='https://x.example/1'>here</a>:</p><blockquote>{words}</blockquote>") == "x.example"
    )
    assert outlet_of(f"<p>The driver was calm.</p><blockquote>{words}</blockquote>") is None
    assert outlet_of(
        f"<blockquote>{words}<p>— Road Desk (@roaddesk) <a href='https://t.example/1'>April 20</a></p></blockquote>"
    ) == ("Road Desk")


def test_the_name_under_a_quotation_is_not_among_the_quoted_words() -> None:
    report = read_one(
        article("<blockquote><p>No bus was stopped.</p><footer>Ministry of Transport</footer></blockquote>")
    )
    assert kinds(report)[-2:] == [
        ("quote", "Ministry of Transport", "No bus was"),
        ("caption", None, "Ministry of Transport"),
    ]


def test_a_quotation_that_goes_on_after_a_break_keeps_its_outlet() -> None:
    report = read_one(
        article(
            "<p>Reuters reports:</p><blockquote>One bus broke down.</blockquote><blockquote>It went on.</blockquote>"
        )
    )
    assert kinds(report)[-2:] == [("quote", "Reuters", "One bus broke"), ("quote", "Reuters", "It went on.")]


def test_a_page_without_quotation_markup_is_judged_by_its_words() -> None:
    report = read_one(article("<p>Reuters reports:</p><p>One bus broke down on the hill.</p>"))
    assert kinds(report)[-1] == ("quote", "Reuters", "One bus broke")
    assert report.blocks[-1].basis == "style"


def test_lists_captions_tables_and_breaks_are_blocks_of_their_own() -> None:
    report = read_one(
        article(
            "<h2>The dead</h2><ul><li>two drivers</li><li>a nurse</li></ul>"
            "<figure><img src='a'><figcaption>A bus.</figcaption></figure>"
            "<table><tr><th>Town</th><th>Dead</th></tr><tr><td>Homs</td><td>2</td></tr></table>"
            "<div>Line one.<br>Still one.<br><br>Line two.</div>"
        )
    )
    assert kinds(report)[2:] == [
        ("heading", None, "The dead"),
        ("list", None, "two drivers"),
        ("list", None, "a nurse"),
        ("caption", None, "A bus."),
        ("list", None, "Town | Dead"),
        ("list", None, "Homs | 2"),
        ("paragraph", None, "Line one. Still"),
        ("paragraph", None, "Line two."),
    ]


def test_words_are_joined_as_a_reader_sees_them() -> None:
    report = read_one(page(f"{BODY}<p>The con\u00advoy   <b>left</b>\n for <q>the hills</q>.<script>no</script></p>"))
    assert report.text.endswith("\n\nThe convoy left for “the hills”.")
    assert "<" not in report.text


def test_hidden_words_are_not_read() -> None:
    report = read_one(article("<p hidden>secret</p><p style='display: none'>secret</p><template>secret</template>"))
    assert "secret" not in report.text


def test_a_page_says_who_where_and_when() -> None:
    linked = (
        '<script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "x"}, {"@type": ["NewsArticle"], '
        '"headline": "Buses leave", "datePublished": "2016-04-20T23:50:00+03:00", "inLanguage": "en-US", '
        '"author": [{"name": "Ann Marsh"}, {"name": "Ben Hill"}], "publisher": {"name": "Lake Post"}, '
        '"url": "https://lake.example/1"}]}</script><script type="application/ld+json">{broken</script>'
    )
    report = read_one(page(BODY, linked))
    assert (report.title, report.outlet, report.authors) == ("Buses leave", "Lake Post", ("Ann Marsh", "Ben Hill"))
    assert (report.published.start, report.published.basis) == ("2016-04-20", "metadata")
    assert (report.url, report.language) == ("https://lake.example/1", "en")


def test_meta_elements_and_time_elements_say_it_too() -> None:
    head = (
        '<link rel="canonical" href="https://www.reuters.com/a"><meta name="author" content="By Ann Marsh">'
        '<meta property="og:title" content="Buses leave">'
    )
    report = read_one(page(f"<article><time datetime='2016-04-20T10:00'>Wednesday</time>{BODY}</article>", head))
    assert (report.title, report.outlet, report.authors) == ("Buses leave", "Reuters", ("Ann Marsh",))
    assert (report.published.start, report.url) == ("2016-04-20", "https://www.reuters.com/a")


def test_a_day_in_the_address_is_inferred_and_weaker_than_a_dateline() -> None:
    head = '<link rel="canonical" href="https://lake.example/2016/04/21/buses">'
    assert read_one(page(BODY, head)).published.basis == "inferred"
    dated = read_one(page(f"<p>20 April 2016</p>{BODY}", head)).published
    assert (dated.start, dated.basis) == ("2016-04-20", "dateline")


def test_what_the_caller_says_wins_over_the_page() -> None:
    said = Given(published="2016-04-19", outlet="Hill Radio", title="T", url="https://h.example/", language="fr")
    report = read_one(page(BODY, start="<html lang='en'>"), said)
    assert (report.published.start, report.outlet, report.title) == ("2016-04-19", "Hill Radio", "T")
    assert (report.url, report.language) == ("https://h.example/", "fr")


def test_a_page_with_a_wrong_charset_is_read_all_the_same() -> None:
    cyrillic = "<p>" + "Автобусы вышли из города в полдень, сообщил представитель совета. " * 4 + "</p>"
    for declared, real in (("utf-8", "windows-1251"), ("iso-8859-1", "koi8-r"), ("windows-1251", "utf-8")):
        raw = page(cyrillic, f'{DATED}<meta charset="{declared}">').encode(real)
        results = read_bytes(raw)
        assert codes(results) == [], (declared, real)
        assert isinstance(results[0], Received)
        assert results[0].report.text.startswith("Автобусы вышли")


def test_western_letters_in_an_old_charset_are_read() -> None:
    raw = page(f"{BODY}<p>The café’s owner – a Frenchman – left.</p>", DATED).encode("windows-1252")
    assert read_one(raw).text.endswith("The café’s owner – a Frenchman – left.")


def test_without_an_article_element_an_extractor_votes() -> None:
    long = "".join(
        f"<p>In the {place} quarter the buses stood for {number} hours, and the drivers were given water, bread and "
        "news of the road ahead by people who had come down from the hill to see them off.</p>"
        for number, place in enumerate(("old", "northern", "river", "market", "mill", "station"), 2)
    )
    rest = "<div><div>Weather</div><div>Horoscope</div><div>Ten cars to buy this year</div></div>"
    report = read_one(page(f"{rest}<div><h1>Buses leave the quarter</h1>{long}</div>{rest}"))
    told = {words: kind for kind, _, words in kinds(report)}
    assert told["Horoscope"] == "furniture"
    assert told["In the market"] == "paragraph"
    assert told["Buses leave the"] == "title"

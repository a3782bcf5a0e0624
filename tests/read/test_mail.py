"""Mail: messages and mailboxes."""

from email.message import EmailMessage

from histor.read import Received
from histor.settings import Settings
from read.reading import codes, kinds, read_bytes, read_one


def message(subject: str, text: str | None = None, html: str | None = None) -> EmailMessage:
    made = EmailMessage()
    made["From"] = '"Hill Radio" <desk@hill.example>'
    made["To"] = "list@example.org"
    made["Subject"] = subject
    made["Date"] = "Sun, 1 May 2016 23:50:00 +0300"
    if text:
        made.set_content(text)
    if html and text:
        made.add_alternative(html, subtype="html")
    elif html:
        made.set_content(html, subtype="html")
    return made


def box(*messages: EmailMessage) -> bytes:
    return b"\n".join(b"From desk@hill.example Sun May  1 20:50:00 2016\n" + bytes(each) for each in messages)


def test_a_message_gives_its_sender_subject_and_day() -> None:
    report = read_one(
        bytes(
            message("Bus leaves – late", "A bus with ten people left\nthe town before dawn today.\n\nNobody saw it.\n")
        )
    )
    assert (
        report.text == "Bus leaves – late\n\nA bus with ten people left the town before dawn today.\n\nNobody saw it."
    )
    assert (report.title, report.outlet) == ("Bus leaves – late", "Hill Radio")
    assert (report.published.start, report.published.basis) == ("2016-05-01", "metadata")


def test_plain_text_is_read_before_html_and_html_where_there_is_no_other() -> None:
    both = read_one(bytes(message("S", "Plain words.", "<p>Other words.</p>")))
    only = read_one(bytes(message("S", None, "<p>First.</p><p>Second.</p><p><a href='x'>Unsubscribe</a></p>")))
    assert both.text == "S\n\nPlain words."
    assert [kind for kind, _, _ in kinds(only)] == ["title", "paragraph", "paragraph", "furniture"]


def test_a_mailbox_gives_each_message_with_its_own_bytes() -> None:
    first, second = message("One", "From Homs a bus left.\n"), message("Two", "It came back.\n")
    results = read_bytes(box(first, second))
    reports = [result for result in results if isinstance(result, Received)]
    assert [received.report.title for received in reports] == ["One", "Two"]
    assert [received.report.key for received in reports] == ["stdin:1", "stdin:2"]
    assert reports[0].report.text == "One\n\nFrom Homs a bus left."
    assert reports[1].raw.rstrip() == bytes(second).rstrip()


def test_a_message_that_is_too_long_is_passed_over() -> None:
    raw = box(message("One", "A bus left.\n"), message("Long", "word\n" * 5000), message("Two", "It came back.\n"))
    results = read_bytes(raw, settings=Settings(longest_report=5000))
    assert codes(results) == ["report-too-long"]
    assert [result.report.title for result in results if isinstance(result, Received)] == ["One", "Two"]


def test_a_message_with_an_attachment_only_says_what_to_do() -> None:
    made = message("Scan")
    made.add_attachment(b"\x00\x01", maintype="image", subtype="png", filename="a.png")
    (problem,) = read_bytes(bytes(made))
    assert codes([problem]) == ["no-text"]


def test_a_message_in_an_unknown_charset_is_read_as_far_as_can_be() -> None:
    raw = bytes(message("S", "A bus left.\n")).replace(b"utf-8", b"x-unknown")
    assert read_one(raw).text == "S\n\nA bus left."


def test_headers_in_coded_words_are_decoded() -> None:
    raw = bytes(message("S", "A bus left.\n")).replace(b"Subject: S", b"Subject: =?utf-8?q?Stra=C3=9Fe?=")
    assert read_one(raw).title == "Straße"

from __future__ import annotations

from collections.abc import Callable

import pytest

from legation.errors import EmptyTextError, TooLargeError
from legation.records import Report

Read = Callable[..., Report]

FIRST = "Armenia and Georgia agreed on Monday to open a second crossing on their border."
SECOND = "“The work begins in the spring,” the minister told reporters in Tbilisi after the talks."
PAGE = f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8">
<title>Second crossing agreed | The Border Post</title>
<meta property="og:title" content="Second crossing agreed">
<meta property="og:site_name" content="The Border Post">
<meta property="article:published_time" content="2024-06-24T17:40:00+02:00">
<link rel="canonical" href="https://post.example/world/crossing">
<script>var tracking = "The script says that it is tracking you.";</script></head>
<body>
<header><nav><ul><li><a href="/">Home</a></li><li><a href="/w">World affairs</a></li></ul></nav></header>
<div class="cookie-banner"><p>We use cookies to improve your visit to this site.</p></div>
<main><article><h1>Second crossing agreed</h1>
<p class="byline">By our writer <time datetime="2024-06-25">25 June 2024</time></p>
<p>{FIRST}</p>
<aside><h2>Read also</h2><p>Ten charts on the price of bread in the region.</p></aside>
<p>{SECOND}</p></article>
<section id="comments"><div class="comment"><p>Great news, wrote a reader.</p></div></section></main>
<footer><p>© 2024 The Border Post. All rights reserved. <time datetime="2020-01-01">x</time></p></footer>
</body></html>"""


def test_a_full_page_gives_its_main_text_and_facts(read: Read) -> None:
    report = read(PAGE.encode(), "html")
    assert report.text == f"Second crossing agreed\n{FIRST}\n{SECOND}"
    assert (report.title, report.publisher) == ("Second crossing agreed", "The Border Post")
    assert report.url == "https://post.example/world/crossing"
    assert (report.published_on, report.published_basis) == ("2024-06-24", "explicit")
    assert report.published_reason == "the page's article:published_time '2024-06-24T17:40:00+02:00'"


def test_half_a_page_is_read(read: Read) -> None:
    half = PAGE[: PAGE.index("told reporters")].encode()
    assert read(half, "html").text.startswith(f"Second crossing agreed\n{FIRST}\n“The work begins")


@pytest.mark.parametrize(
    "body",
    [
        f"<p>{FIRST}</p>",
        f"<div>{FIRST}</div><nav><a href='/'>Home</a></nav>",
        f"{FIRST}<br><br>{SECOND}",
        f"<html><body><p>{FIRST}</p></body></html>",
        f'<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html><html><body><p>{FIRST}</p></body></html>',
    ],
)
def test_fragments_and_pages_without_paragraphs(body: str, read: Read) -> None:
    text = read(body.encode(), "html").text
    assert FIRST in text
    assert "Home" not in text


@pytest.mark.parametrize(
    "page",
    [
        "<html><title>Shell</title><body><noscript>Please enable JavaScript.</noscript></body></html>",
        "<html><body><ul><li><a href=x>Home</a></li><li><a href=y>World affairs</a></li></ul></body></html>",
        "<html><body><nav><a href=x>Home</a></nav><footer><p>© The Post.</p></footer></body></html>",
        "<html><body><div class='cookie-banner'><p>We use cookies.</p></div></body></html>",
        "<div>" * 3000,
        "<",
    ],
)
def test_a_page_without_text(page: str, read: Read) -> None:
    with pytest.raises(EmptyTextError):
        read(page.encode(), "html")


def test_an_empty_page_is_called_empty(read: Read) -> None:
    with pytest.raises(EmptyTextError, match="is empty"):
        read(b" \n", "html")


def test_a_page_with_too_much_markup(read: Read) -> None:
    with pytest.raises(TooLargeError, match=r"10,000,001 characters of HTML; a page may have 10,000,000"):
        read(b"<" * 10_000_001, "html")


LINKED = '{"@type": ["NewsArticle"], "datePublished": "2024-06-24T08:00Z"}'


def head(markup: str) -> bytes:
    return f"<html><head>{markup}</head><body><p>{FIRST}</p></body></html>".encode()


@pytest.mark.parametrize(
    ("markup", "day", "place"),
    [
        (
            '<meta name="DC.date.issued" content="24 June 2024">',
            "2024-06-24",
            "dc.date.issued '24 June 2024'",
        ),
        (
            '<meta name="date" content="soon"><meta name="pubdate" content="2024-06-24">',
            "2024-06-24",
            "pubdate '2024-06-24'",
        ),
        (
            '<script type="application/ld+json">{"@graph":[{"@type":"WebSite"},' + LINKED + "]}</script>",
            "2024-06-24",
            "JSON-LD datePublished '2024-06-24T08:00Z'",
        ),
        ('<meta name="date" content="0001-01-01T00:00:00">', None, None),
        ('<meta name="last-modified" content="2024-06-24"><title>On 1 May 2020</title>', None, None),
        ('<script type="application/ld+json">{broken</script>', None, None),
    ],
)
def test_only_stated_dates_count(markup: str, day: str | None, place: str | None, read: Read) -> None:
    report = read(head(markup), "html")
    assert report.published_on == day
    assert report.published_reason == (f"the page's {place}" if place else None)


def test_a_visible_time_counts_and_one_in_the_footer_does_not(read: Read) -> None:
    foot = "<footer><time datetime='2020-01-01'>then</time></footer>"
    visible = f"<html><body><article><time datetime='2024-06-24'>now</time><p>{FIRST}</p></article>{foot}"
    assert read(visible.encode(), "html").published_reason == "the page's visible <time> '2024-06-24'"
    assert read(f"<html><body><p>{FIRST}</p>{foot}".encode(), "html").published_on is None


def test_a_page_without_a_date_falls_back_on_the_dateline(read: Read) -> None:
    page = f"<html><body><article><p>TBILISI, 24 June 2024 (Interpress) - {FIRST}</p></article></body></html>"
    report = read(page.encode(), "html")
    assert (report.published_on, report.published_basis) == ("2024-06-24", "dateline")


def test_the_publisher_of_linked_data_and_the_host_as_the_last_resort(read: Read) -> None:
    linked = head(
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "H",'
        ' "publisher": {"@type": "Organization", "name": "The Post"}}</script>'
    )
    report = read(linked, "html", url="https://www.post.example/a")
    assert (report.title, report.publisher, report.url) == ("H", "The Post", "https://www.post.example/a")
    assert (
        read(head("<title>T</title>"), "html", url="https://www.post.example/a").publisher == "post.example"
    )


@pytest.mark.parametrize("canonical", ["/", "https://post.example/", "javascript:x()", "http://[bad/x", ""])
def test_a_canonical_address_that_is_none_is_passed_over(canonical: str, read: Read) -> None:
    page = head(f'<link rel="canonical" href="{canonical}">')
    assert read(page, "html", url="https://post.example/a?b=1").url == "https://post.example/a?b=1"

"""What an HTML page states about itself: title, publisher, day of publication, address."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from legation.documents.days import read_day, shorten
from legation.documents.linked_data import Article, linked_article
from legation.documents.page import Tree
from legation.errors import DateError

_DATE_METAS = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.date",
    "pubdate",
    "publishdate",
    "publish_date",
    "publish-date",
    "publication_date",
    "publication-date",
    "citation_publication_date",
    "parsely-pub-date",
    "sailthru.date",
)
_PUBLISHER_METAS = (
    "og:site_name",
    "publisher",
    "dc.publisher",
    "dcterms.publisher",
    "citation_publisher",
    "application-name",
)
_TIMES = (
    "(//article | //main | //body)//time[@datetime]"
    "[not(ancestor::aside or ancestor::nav or ancestor::footer)]/@datetime"
)
_EARLIEST_YEAR = "1900"


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFacts:
    """The facts a page gives; ``date_reason`` names where in the page ``date`` (ISO 8601) stands."""

    title: str | None
    publisher: str | None
    date: str | None
    date_reason: str | None
    url: str | None


def page_facts(tree: Tree, url: str | None) -> PageFacts:
    """Return what the page states about itself; ``url`` is where it was fetched from, if it was.

    Dates are taken from metadata and from a visible ``<time datetime>`` only: a guess from the body of a
    page would too often be the date of something else.
    """
    metas = _metas(tree)
    article = linked_article(tree.xpath("//script[@type='application/ld+json']/text()"))
    address = _address(tree, metas, url)
    day, reason = _day(tree, metas, article)
    return PageFacts(
        title=_title(tree, metas, article),
        publisher=_publisher(metas, article, address),
        date=day,
        date_reason=reason,
        url=address,
    )


def _metas(tree: Tree) -> dict[str, str]:
    """Map the lower-cased name of each meta element to its first content that is not blank."""
    metas: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        content = " ".join((element.get("content") or "").split())
        if name and content:
            metas.setdefault(name.lower(), content)
    return metas


def _title(tree: Tree, metas: dict[str, str], article: Article) -> str | None:
    headings = [" ".join(heading.text_content().split()) for heading in tree.iter("h1")]
    titles = [" ".join(title.text_content().split()) for title in tree.iter("title")]
    only_heading = headings[0] if len(headings) == 1 else None
    candidates = (metas.get("og:title"), article.headline, only_heading, *titles, *headings)
    return next(filter(None, candidates), None)


def _publisher(metas: dict[str, str], article: Article, address: str | None) -> str | None:
    named = [metas[name] for name in _PUBLISHER_METAS if name in metas]
    # A publisher meta may be the address of a page on a social network.
    names = [
        name.lstrip("@") for name in [*named[:1], article.publisher, *named[1:]] if name and "://" not in name
    ]
    host = urlsplit(address).hostname if address else None
    return next(filter(None, names), None) or (host.removeprefix("www.") if host else None)


def _address(tree: Tree, metas: dict[str, str], url: str | None) -> str | None:
    """Prefer the canonical address, unless it is a bare home page or no web address at all."""
    canonical = tree.xpath("//link[translate(@rel, 'CANOIL', 'canoil')='canonical']/@href")
    for candidate in (*canonical, metas.get("og:url")):
        absolute = _join(url, candidate) if candidate else None
        if absolute and urlsplit(absolute).path.strip("/"):
            return absolute
    return url


def _join(base: str | None, reference: str) -> str | None:
    try:
        absolute = urljoin(base or "", reference.strip())
        parts = urlsplit(absolute)
    except ValueError:  # brackets that enclose no IPv6 address
        return None
    return absolute if parts.scheme in {"http", "https"} and parts.hostname else None


def _day(tree: Tree, metas: dict[str, str], article: Article) -> tuple[str | None, str | None]:
    for place, value in _dates(tree, metas, article):
        try:
            day = read_day(value)
        except DateError:
            continue  # the next place may hold a date that is one
        if day >= _EARLIEST_YEAR:  # 0001-01-01 is a program's word for "none"
            return day, f"the page's {place} {shorten(value)}"
    return None, None


def _dates(tree: Tree, metas: dict[str, str], article: Article) -> Iterator[tuple[str, str]]:
    first, *others = _DATE_METAS
    if first in metas:
        yield first, metas[first]
    if article.published:
        yield "JSON-LD datePublished", article.published
    yield from ((name, metas[name]) for name in others if name in metas)
    for value in tree.xpath("//*[@itemprop='datePublished']/@datetime"):
        yield "datePublished", value
    for value in tree.xpath(_TIMES)[:1]:
        yield "visible <time>", value

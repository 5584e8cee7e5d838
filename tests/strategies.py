"""Records, texts and reports for property tests."""

from __future__ import annotations

from hypothesis import strategies as st

from legation.records import (
    Actor,
    AttributionKind,
    AttributionLink,
    Claim,
    ClaimObject,
    Coder,
    EventReading,
    Kind,
    Modality,
    Passage,
    Place,
    Precision,
    Report,
    Span,
    When,
    report_id,
)

words = st.text(min_size=1, max_size=12)
maybe_words = st.none() | words
offsets = st.integers(min_value=0, max_value=10_000)
days = st.dates().map(lambda day: day.isoformat())
maybe_days = st.none() | days


@st.composite
def spans(draw: st.DrawFn) -> Span:
    """A span that some text may have."""
    start = draw(offsets)
    return Span(start, start + draw(st.integers(min_value=0, max_value=200)))


actors = st.builds(
    Actor,
    text=words,
    start=offsets,
    end=offsets,
    name=words,
    entity=maybe_words,
    country=st.none() | st.sampled_from(["ARM", "USA", "XKX", "PSE", "IGO"]),
    sector=maybe_words,
    role=maybe_words,
)
coders = st.builds(Coder, name=words, version=words, model=maybe_words, ontology=words)
reports = st.builds(
    lambda text, **fields: Report(id=report_id(text), text=text, **fields),
    st.text(max_size=60),
    title=maybe_words,
    publisher=maybe_words,
    url=maybe_words,
    published_on=maybe_days,
    published_basis=st.sampled_from(["explicit", "dateline", "inferred", "unknown"]),
    published_reason=maybe_words,
    language=st.sampled_from(["en", "fr"]),
)
objects: st.SearchStrategy[ClaimObject] = st.dictionaries(words, maybe_words | st.lists(words, max_size=3), max_size=4)
events = st.builds(
    EventReading,
    type=st.sampled_from(["AGREE", "SANCTION"]),
    mode=maybe_words,
    contexts=st.lists(words, max_size=3).map(tuple),
    quad_class=st.integers(1, 4),
    intensity=st.floats(-10, 10),
    cameo=st.none() | st.sampled_from(["010", "10", "0311"]),
)
links = st.builds(
    AttributionLink,
    source=st.none() | actors,
    cue=words,
    cue_start=offsets,
    cue_end=offsets,
    kind=st.sampled_from(AttributionKind),
    hedge=st.booleans(),
)
places = st.builds(
    Place,
    text=words,
    start=offsets,
    end=offsets,
    name=words,
    country=maybe_words,
    latitude=st.none() | st.floats(-90, 90),
    longitude=st.none() | st.floats(-180, 180),
)
whens = st.builds(
    When,
    text=maybe_words,
    start=maybe_days,
    end=maybe_days,
    precision=st.sampled_from(Precision),
    basis=st.sampled_from(["explicit", "inferred"]),
)


def claims(kind: st.SearchStrategy[Kind] | None = None) -> st.SearchStrategy[Claim]:
    """Claims of a kind, or of any; their parts need not fit each other."""
    return st.builds(
        Claim,
        id=words,
        report=reports,
        kind=kind if kind is not None else st.sampled_from(Kind),
        event=st.none() | events,
        actors=st.lists(actors, max_size=3).map(tuple),
        recipients=st.lists(actors, max_size=2).map(tuple),
        object=objects,
        modality=st.sampled_from(Modality),
        when=whens,
        where=st.none() | places,
        attribution=st.lists(links, max_size=3).map(tuple),
        passage=st.builds(Passage, start=offsets, end=offsets, exact=words),
        confidence=st.floats(0, 1),
        coder=coders,
        trigger_start=offsets,
        trigger_end=offsets,
        reason=st.text(max_size=20),
    )


# -- texts ---------------------------------------------------------------------------------------------

_LETTERS = "abcdefgh ABCD .,;:!?-–—'\"‘’“”«»`\n\r\t()[]/$%&0123456789éßЖ中文🙂\u00a0\u200b"
any_text = st.text(max_size=200) | st.text(alphabet=_LETTERS, max_size=200)

STATES = {
    "Chile": "CHL",
    "Norway": "NOR",
    "Vietnam": "VNM",
    "Kenya": "KEN",
    "Albania": "ALB",
    "the Netherlands": "NLD",
    "South Korea": "KOR",
    "Moscow": "RUS",
    "the EU": "EU",
    "NATO": "NATO",
}
_PERSONS = (
    "Armenian Foreign Minister Ararat Mirzoyan",
    "Kenyan Defence Minister Aden Duale",
    "the Chilean president",
    "a senior Norwegian official",
    "Mr. Kovacs",
    "he",
    "they",
    "the minister",
    "the two countries",
)
_ACTS = (
    "signed a trade agreement with",
    "condemned",
    "expelled two diplomats of",
    "will open a joint commission with",
    "met its counterpart from",
    "suspended air links with",
    "did not recognise",
    "is an ally of",
    "may send troops to",
    "had promised arms to",
    "left the bloc after talks with",
    "has been urged to leave",
    "threatened to leave",
    "was accused by",
    "joined NATO despite",
)
_TAILS = (
    "",
    " on Monday",
    " on 3 May 2023",
    " in 2011",
    " next week",
    ", officials said",
    ", the BBC reported",
    ", according to Interfax",
    ' "at once"',
    " if Russia agrees",
    ", which borders Libya",
    " after the talks failed",
)
_LEADS = ("", "According to Reuters, ", "Reportedly, ", "On Tuesday, ", "“We are glad,” ", "However, ", "If asked, ")

parties = st.sampled_from(tuple(STATES)) | st.sampled_from(_PERSONS)


@st.composite
def sentences(draw: st.DrawFn) -> str:
    """A sentence put together from leads, parties, acts and tails: not always sense, always near to a report."""
    subject = draw(parties)
    if draw(st.booleans()):
        subject += f" and {draw(parties)}"
    lead = draw(st.sampled_from(_LEADS))
    clause = f"{subject} {draw(st.sampled_from(_ACTS))} {draw(parties)}{draw(st.sampled_from(_TAILS))}"
    if draw(st.integers(0, 4)) == 0:
        clause = f"{draw(parties)} said {draw(st.sampled_from(('', 'that ')))}{clause}"
    whole = lead + clause
    return whole[0].upper() + whole[1:] + draw(st.sampled_from((".", ".", "?", "!", "...", ".”")))


@st.composite
def stories(draw: st.DrawFn) -> str:
    """Some sentences in paragraphs, with or without a dateline."""
    lead = draw(st.sampled_from(("", "", "OSLO, May 9 (Reuters) - ", "Title: Two states\n\n")))
    gaps = st.sampled_from((" ", " ", "\n", "\n\n", "  "))
    body = draw(st.lists(st.tuples(sentences(), gaps), min_size=1, max_size=4))
    return lead + "".join(sentence + gap for sentence, gap in body)

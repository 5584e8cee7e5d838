"""Lines of a brief: a telling's sentence, its cautions and sources; refused where no passage carries it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from legation.consolidation.days import label_of
from legation.consolidation.hedging import denials, hedges, on_whose_word
from legation.consolidation.parties import speaker_codes
from legation.consolidation.tellings import UNNAMED, Telling
from legation.consolidation.wording import sentence
from legation.errors import RecordError
from legation.records import Action, Claim, Kind, Modality
from legation.records.briefs import Brief, BriefLine, Source, SourceKind

ONE_REPORT = "one report"
_NOT_DONE = {
    Modality.FUTURE: "announced, not done",
    Modality.HYPOTHETICAL: "conditional",
    Modality.NEGATED: "told as not done",
}
_SHOWN_SOURCES = 3


def line(
    telling: Telling,
    *,
    label: str | None = None,
    also: Sequence[Claim] = (),
    tail: str = "",
    cautions: Sequence[str] = (),
) -> BriefLine:
    """Return the line of a telling; ``also`` are claims that ``tail``, a further sentence, rests on.

    Raises RecordError where a passage is not verbatim in its report or does not hold its claim.
    """
    lead = telling.lead
    quoted = [lead, *(claim for claim in telling.claims if claim is not lead)][:_SHOWN_SOURCES]
    told = sentence(lead, marked=False)
    return BriefLine(
        sentence=f"{told} {tail}".strip(),
        sources=tuple(dict.fromkeys(source_of(claim) for claim in [*quoted, *also])),
        claims=tuple(dict.fromkeys(claim.id for claim in [lead, *telling.claims, *also])),
        cautions=tuple(dict.fromkeys([*_cautions(telling, told), *cautions])),
        day=label_of(lead.when),
        inferred=lead.when.basis != "explicit" and lead.when.start is not None,
        label=label,
    )


def source_of(claim: Claim) -> Source:
    """Return the passage that a claim stands on; raises RecordError where it is not verbatim."""
    passage, report = claim.passage, claim.report
    refuse_unless(passage.exact.strip() != "", claim.id, "its passage is empty")
    refuse_unless(
        len(passage.exact) == passage.end - passage.start,
        claim.id,
        "its passage is not as long as its offsets",
    )
    inside = passage.start <= claim.trigger_start < passage.end
    refuse_unless(inside, claim.id, "the words that it hangs on lie outside its passage")
    if report.text:
        verbatim = report.text[passage.start : passage.end] == passage.exact
        refuse_unless(verbatim, claim.id, "its passage is not verbatim in its report")
    return Source(
        kind=SourceKind.PASSAGE,
        exact=passage.exact,
        report=report.id,
        start=passage.start,
        end=passage.end,
        title=report.title,
        publisher=report.publisher,
        published_on=report.published_on,
        url=report.url,
    )


def refuse_unless(condition: bool, claim: str, why: str) -> None:
    """Raise RecordError unless a condition of a line holds."""
    if not condition:
        raise RecordError(f"claim {claim}: no line of a brief may rest on it: {why}")


def check(brief: Brief, texts: Mapping[str, str]) -> None:
    """Refuse a brief of which a passage is not verbatim in its report; ``texts`` is report id -> text.

    Raises RecordError, naming the report and the offsets.
    """
    for source in brief.sources:
        if source.kind == SourceKind.FACT:
            continue
        text = texts.get(source.report, "")
        if text[source.start : source.end] != source.exact:
            raise RecordError(
                f"report {source.report[:12]}: no brief may rest on its passage {source.start}-{source.end}:"
                " it is not verbatim in the report"
            )


def said_by_both(claims: Iterable[Claim], a: str, b: str) -> bool:
    """Tell whether claims stand on the word of both sides."""
    speakers = {code for claim in claims for code in speaker_codes(claim)}
    return {a, b} <= speakers


def _cautions(telling: Telling, told: str) -> list[str]:
    lead = telling.lead
    out: list[str] = []
    if lead.kind != Kind.STATEMENT and (mark := _NOT_DONE.get(lead.modality)):
        out.append(mark)
    out.extend(word for word in hedges(lead) if word not in told)
    out.extend(denials(lead))
    if word := on_whose_word(lead):
        out.append(word)
    out.extend(dispute.told for dispute in telling.disputes if dispute.told not in out)
    out.append(_backing(telling))
    out.extend(_decided(telling))
    if any(reason.endswith(UNNAMED) for reason in telling.reasons):
        out.append("not all of them name it")
    return out


def _backing(telling: Telling) -> str:
    """Return how many reports tell it and how many origins they go back to."""
    if telling.reports == 1:
        return ONE_REPORT
    if telling.known.links is None:
        return f"{telling.reports} reports"
    count = len(telling.origins)
    return f"{telling.reports} reports, {'one origin' if count == 1 else f'{count} independent origins'}"


def _decided(telling: Telling) -> list[str]:
    """Return what reviewers did to the claims of a telling."""
    words = {Action.ACCEPT: "accepted", Action.ADOPT: "accepted", Action.CORRECT: "corrected", Action.WRITE: "written"}
    found = (telling.known.reviewed.get(claim.id) for claim in telling.claims)
    return list(dict.fromkeys(f"{words[r.action]} by {r.by}" for r in found if r is not None and r.action in words))

"""How a report presents an act: done, under way, to come, conditional, denied, or past background."""

from __future__ import annotations

from legation.records import Modality
from legation.records.syntax import Predicate, Sentence

_FUTURE = frozenset({"will", "shall", "'ll", "’ll"})
_CONDITIONAL = frozenset({"may", "might", "could", "can"})
_BACKGROUND = frozenset({"after", "since", "when", "following", "before", "as", "where", "while", "once", "until"})
_INTENDING = frozenset(
    "plan intend expect schedule due agree promise pledge vow want hope seek prepare aim set order"
    " decide propose offer".split()
)
_IMPLICATIVE = frozenset(
    "begin start continue manage proceed vote decide move resume get have help rush use choose go"
    " come meet sit gather return work".split()
)
_NOT_DOING = frozenset("stop cease end halt avoid consider suggest deny propose discuss oppose rule".split())
_FAILING = frozenset({"fail", "refuse", "decline", "cease", "stop", "neglect"})


def modality(sentence: Sentence, p: Predicate) -> Modality:
    """Return the modality of the act that a predicate tells, by its verb group, its governor and its clause."""
    if p.role == "conditional" or _under_condition(sentence, p):
        return Modality.HYPOTHETICAL
    if p.modal in _FUTURE or (p.modal in {"would", "'d"} and _reported(sentence, p)):
        return Modality.NEGATED if p.negated or _nobody(sentence, p) else Modality.FUTURE
    if p.modal in {"would", "should", "must"} or p.modal in _CONDITIONAL:
        return Modality.HYPOTHETICAL if p.modal != "must" else Modality.FUTURE
    governed = _governed(sentence, p)
    if governed is not None:
        return governed
    if p.negated or _nobody(sentence, p):
        return Modality.NEGATED
    if p.role == "gerund" and not p.link and p.governor >= 0 and sentence.predicates[p.governor].lemma in _NOT_DOING:
        return Modality.HYPOTHETICAL
    if p.role == "gerund" and p.link and p.link not in {"by", "in", "after", "before", "since", "with"}:
        return Modality.HYPOTHETICAL
    if p.progressive or (p.role == "gerund" and not p.link):
        return Modality.ONGOING if not _background(sentence, p) else Modality.HISTORICAL
    if _background(sentence, p):
        return Modality.HISTORICAL
    return Modality.ASSERTED


def _under_condition(sentence: Sentence, p: Predicate) -> bool:
    """ "…, if", "were to": the main clause of a condition is conditional only with would or could."""
    if p.role == "infinitive" and p.governor >= 0 and sentence.predicates[p.governor].role == "conditional":
        return True
    return p.modal in {"would", "could"} and any(q.role == "conditional" for q in sentence.predicates)


def _reported(sentence: Sentence, p: Predicate) -> bool:
    """ "said it would send": the future seen from a past saying."""
    if any(q.role == "conditional" for q in sentence.predicates):
        return False
    return (
        p.role == "content"
        or any(q.form in {"VBD", "VBN"} for q in sentence.predicates if q.index != p.index)
        or p.index == 0
    )


def _governed(sentence: Sentence, p: Predicate) -> Modality | None:
    if p.role != "infinitive":
        return None
    if p.governor < 0:
        return Modality.HYPOTHETICAL  # "Calls to expel the ambassador grew"
    ruler = sentence.predicates[p.governor]
    if ruler.lemma in _FAILING:
        return Modality.NEGATED
    if ruler.lemma in _INTENDING or (ruler.lemma == "be" and p.first == ruler.last):  # "is to visit", not "is free to"
        if (ruler.perfect and ruler.form != "VBN") or _had(sentence, ruler):
            return Modality.HYPOTHETICAL
        return Modality.NEGATED if ruler.negated else Modality.FUTURE
    if ruler.lemma == "have" and any(t.lower == "yet" for t in sentence.tokens[ruler.first : p.first + 1]):
        return Modality.NEGATED  # "have yet to ratify"
    if ruler.lemma in _IMPLICATIVE:
        return modality_of_ruler(ruler)
    return Modality.HYPOTHETICAL


def modality_of_ruler(ruler: Predicate) -> Modality | None:
    """Return what "began to", "continued to", "voted to" pass on to their complement."""
    if ruler.negated:
        return Modality.NEGATED
    return Modality.FUTURE if ruler.modal in _FUTURE else None


def _nobody(sentence: Sentence, p: Predicate) -> bool:
    """ "no member had rejected it"."""
    return p.subject >= 0 and sentence.tokens[sentence.phrases[p.subject].first].lower in {
        "no",
        "none",
        "neither",
        "nobody",
    }


def _had(sentence: Sentence, p: Predicate) -> bool:
    return any(t.lower == "had" for t in sentence.tokens[p.first : p.verb])


def _background(sentence: Sentence, p: Predicate) -> bool:
    """An act told in a clause of time or relation, or in the past perfect outside reported speech."""
    if p.role == "adverbial" and p.link in _BACKGROUND:
        return True
    if p.role in {"relative", "participle"}:
        return p.form in {"VBD", "VBN"} and not any(
            t.lower in {"has", "have", "is", "are"} for t in sentence.tokens[p.first : p.verb]
        )
    if p.role == "gerund" and p.link in _BACKGROUND:
        return True
    return _had(sentence, p) and p.role == "main" and p.index == 0 and not p.negated

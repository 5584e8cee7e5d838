"""Tags for tokens: closed classes by list, verbs by form and neighbours, the rest nouns and names.

Tags: DET POSS PRON PREP SUB REL CONJ MODAL NEG TIME ADV NUM BE HAVE DO TO GEN NAME DEM NOUN ADJ
VB VBZ VBD VBN VBG PUNCT QUOTE.  DEM is a nationality used as an adjective.
"""

from __future__ import annotations

from collections.abc import Sequence

from legation.language.morphology import VerbForm, ambiguous_nouns, closed_words, singular, verb_forms
from legation.language.tokens import Raw
from legation.records.syntax import Mention, Token

QUOTE_MARKS = frozenset("“ ” \" ‘ ’ ' `` '' « »".split())
MONTHS = frozenset(
    "january february march april may june july august september october november december "
    "jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec.".split()
)
_NOMINAL_LEFT = frozenset({"DET", "POSS", "GEN", "NUM", "PREP", "ADJ", "DEM", "VBD", "VBZ", "VBN"})
_NOUNISH = frozenset({"NOUN", "NAME", "DEM", "ADJ", "NUM"})
_OPENERS = frozenset({"DET", "POSS", "NAME", "PRON", "TO", "DEM", "NUM", "that", "PREP"})
_WEAK_NOUN_VERBS = frozenset(
    "state force police party troop right group house man case board sector border mine arm plant crowd"
    " minister fire point ground store source lead face matter aid book school partner captain pilot author"
    " water people head chair hand land market mission power season weather position measure condition"
    " question process project program contact access interest capital".split()
)


_SUBJUNCTIVE = frozenset(
    "demand insist recommend require request propose urge ask order suggest demanded insisted"
    " recommended required requested"
    " proposed urged asked ordered suggested demanding insisting".split()
)
_NOT_ADVERBS = frozenset(
    "ally early likely daily weekly elderly deadly friendly family supply assembly reply italy rally"
    " monopoly anomaly".split()
)
_SAYING = frozenset("say tell add believe think claim argue report hope know fear warn".split())
_ALWAYS_VERBS = frozenset(
    "says adds writes argues tells insists believes thinks knows wants explains admits asks agrees"
    " seems becomes gets goes"
    " makes takes gives reads acknowledges describes concludes declares recalls suggests predicts"
    " denies seeks keeps".split()
)


class _Tagger:
    """One pass from left to right over a sentence."""

    def __init__(self, raws: Sequence[Raw], mentions: Sequence[Mention]) -> None:
        self.raws = raws
        self.lowers = [raw.text.lower().replace("’", "'") for raw in raws]
        self.tags: list[str] = []
        self.lemmas = list(self.lowers)
        self.named: dict[int, str] = {}
        for mention in mentions:
            for k in range(mention.first, mention.last):
                self.named[k] = "DEM" if mention.kind == "demonym" else "NAME"
        self.closed = closed_words()
        self.forms = verb_forms()

    def run(self) -> list[Token]:
        for i in range(len(self.raws)):
            self.tags.append(self._tag(i))
        self._repair()
        return [
            Token(raw.text, low, raw.start, raw.end, tag, lemma)
            for raw, low, tag, lemma in zip(self.raws, self.lowers, self.tags, self.lemmas, strict=True)
        ]

    def _repair(self) -> None:
        """What only the right-hand neighbour tells: "have once more rebuffed", "precision guided missiles"."""
        tags = self.tags
        for i in range(1, len(tags) - 1):
            after = tags[i + 1]
            if (
                tags[i] in {"NOUN", "DET", "ADJ"}
                and tags[i - 1] in {"HAVE", "MODAL", "ADV"}
                and after in {"VBN", "VBD"}
            ):
                if tags[i - 1] != "ADV" or (i > 1 and tags[i - 2] in {"HAVE", "MODAL"}):
                    tags[i] = "ADV"
            elif (
                tags[i] == "VBD"
                and tags[i - 1] == "NOUN"
                and after == "NOUN"
                and i > 1
                and tags[i - 2] in {"VBG", "PREP", "DET"}
            ):
                later = next((t for t in tags[i + 2 : i + 4] if t != "NOUN"), "")
                if later in {"VBD", "VBZ", "MODAL", "HAVE", "BE"}:
                    tags[i] = "ADJ"
            elif (
                tags[i] == "ADV"
                and tags[i - 1] in {"DET", "POSS", "GEN"}
                and after in {"NOUN", "NAME", "DEM", "NUM", "ADJ"}
            ):
                tags[i] = "ADJ"

    def _left(self, i: int) -> str:
        """The tag to the left, adverbs and quotation marks passed over."""
        k = i - 1
        while k >= 0 and self.tags[k] in {"ADV", "QUOTE", "NEG"}:
            k -= 1
        return self.tags[k] if k >= 0 else ""

    def _tag(self, i: int) -> str:
        text, low = self.raws[i].text, self.lowers[i]
        if i in self.named:
            return self.named[i]
        if low in QUOTE_MARKS:
            return "QUOTE"
        if not (text[0].isalnum() or (text[0] in "'’" and len(text) > 1)):
            return "PUNCT"
        if text[0].isdigit():
            return "TIME" if self._dates(i, text) else "NUM"
        fixed = self._closed(i, text, low)
        if fixed:
            return fixed
        if text[0].isupper() and not self._opens_sentence(i):
            if low in MONTHS:
                return "TIME"
            return "NAME"
        readings = self.forms.get(low)
        if readings:
            tag = self._verb(i, low, readings)
            if tag:
                return tag
        return self._open_class(i, text, low)

    def _dates(self, i: int, text: str) -> bool:
        """ "April 5", "5 April", "in 2024": a number that is part of a date."""
        if i and self.tags[i - 1] == "TIME" and (len(text) <= 4 or text[-2:] in {"st", "nd", "rd", "th"}):
            return True
        if i > 1 and self.raws[i - 1].text == "," and self.tags[i - 2] == "TIME" and len(text) == 4:
            return True
        if i + 1 < len(self.raws) and self.lowers[i + 1] in MONTHS and self.raws[i + 1].text[0].isupper():
            return True
        year = len(text) == 4 and text.isdigit() and 1900 <= int(text) <= 2100
        return (
            year and i > 0 and self.lowers[i - 1] in {"in", "since", "of", "from", "by", "until", "during", "for", "to"}
        )

    def _open_class(self, i: int, text: str, low: str) -> str:
        if low.endswith("ly") and len(low) > 4 and low not in _NOT_ADVERBS and low not in self.forms:
            return "ADV"
        if text[0].isupper() and i + 1 < len(self.raws) and self.raws[i + 1].text[:1].isupper():
            return "NAME"
        if i and self._left(i) == "MODAL" and low.isalpha() and low not in {"able", "likely"}:
            return "VB"
        guessed = self._unknown_verb(i, low)
        if guessed:
            return guessed
        self.lemmas[i] = singular(low)
        return "NOUN"

    def _unknown_verb(self, i: int, low: str) -> str:
        """A word in -ed that no list has is a verb form unless a determiner makes it an adjective."""
        if len(low) < 6 or not low.endswith("ed") or low.endswith("eed"):
            return ""
        left = self._left(i)
        if left in {"DET", "POSS", "GEN", "NUM", "ADJ", "PREP", "DEM", "VBD", "VBZ", "VBG", "VB"} or (
            left in {"NOUN", "NAME"} and self._object_follows(i)
        ):
            return "ADJ" if self._object_follows(i) else ""
        self.lemmas[i] = low[:-1] if low[-3] in "cgsuvz" else low[:-2]
        return "VBN" if left in {"BE", "HAVE"} else "VBD"

    def _opens_sentence(self, i: int) -> bool:
        """First word, or first word of a quotation that begins right at it."""
        if i == 0 or (i <= 2 and all(t in {"QUOTE", "PUNCT"} for t in self.tags[:i])):
            return True
        opening = self.tags[i - 1] == "QUOTE" and self.raws[i - 1].end == self.raws[i].start
        return opening and i >= 2 and self.raws[i - 2].text in {",", ":"}

    def _closed(self, i: int, text: str, low: str) -> str:
        if low in {"'s", "’s"}:
            return "BE" if self._left(i) in {"PRON", ""} else "GEN"
        if text in {"'", "’"}:
            return "QUOTE"
        tag = self.closed.get(low, "")
        if low == "that":
            return self._that(i)
        if low == "to":
            return "PREP" if i and self.lowers[i - 1] in {"according", "due", "thanks"} else "TO"
        if low == "according":
            return "PREP"
        if not tag or (text.isupper() and len(text) > 1 and not self._shouting()):
            return ""
        if text[0].isupper() and not self._opens_sentence(i) and tag not in {"TIME", "PRON"}:
            return "" if tag in {"NUM", "ADV", "DET", "MODAL"} else tag
        if low == "her" and not self._noun_follows(i):
            return "PRON"
        if (
            low in {"this", "these", "those", "both", "all", "some", "many"}
            and not self._noun_follows(i)
            and not self._descriptor_follows(i)
        ):
            return "PRON"
        if tag in {"DET", "NUM"} and low == "one" and not self._noun_follows(i):
            return "PRON"
        if low in {"be", "been", "being", "am", "is", "are", "was", "were"}:
            self.lemmas[i] = "be"
        elif tag in {"HAVE", "DO"}:
            self.lemmas[i] = "have" if tag == "HAVE" else "do"
        return tag

    def _descriptor_follows(self, i: int) -> bool:
        """ "the two", "all of the": a determiner that goes on as one."""
        follows = self.lowers[i + 1] if i + 1 < len(self.raws) else ""
        return self.closed.get(follows, "") in {"DET", "POSS", "NUM"} or follows == "of"

    def _that(self, i: int) -> str:
        """ "that" joins clauses unless a preposition or the start of the sentence makes it point."""
        left = self._left(i)
        points = (left in {"PREP", "TO"} or not left) and self._noun_follows(i)
        return "DET" if points else "SUB"

    def _shouting(self) -> bool:
        letters = [raw.text for raw in self.raws if raw.text[0].isalpha()]
        return len(letters) > 3 and sum(word.isupper() for word in letters) > 0.7 * len(letters)

    def _noun_follows(self, i: int) -> bool:
        if i + 1 >= len(self.raws):
            return False
        low = self.lowers[i + 1]
        if not low[0].isalnum():
            return False
        return i + 1 in self.named or low not in self.closed

    def _verb(self, i: int, low: str, readings: tuple[VerbForm, ...]) -> str:
        left = self._left(i)
        if left == "TO" or left in {"MODAL", "DO"}:
            for form in ("VB", "VBN", "VBD"):
                found = self._reading(i, readings, form)
                if found:
                    return found
        if low in _ALWAYS_VERBS and left not in {"DET", "POSS"}:
            return self._reading(i, readings, "VBZ")
        form = readings[0].form
        if form == "VB" and left in {"HAVE", "BE"} and any(r.form in {"VBN", "VBD"} for r in readings):
            return self._reading(i, readings, "VBN") or self._reading(i, readings, "VBD")
        if form == "VB" and any(r.form == "VBD" for r in readings) and left in {"NOUN", "NAME", "PRON", "REL", "TIME"}:
            return self._reading(i, readings, "VBD")
        if form == "VBG":
            return self._ing(i, low, left, readings)
        if form in {"VBD", "VBN"}:
            return self._past(i, low, left, readings)
        return self._present(i, low, left, readings)

    def _reading(self, i: int, readings: tuple[VerbForm, ...], form: str) -> str:
        for reading in readings:
            if reading.form == form:
                self.lemmas[i] = reading.lemma
                return form
        return ""

    def _ing(self, i: int, low: str, left: str, readings: tuple[VerbForm, ...]) -> str:
        self.lemmas[i] = readings[0].lemma
        noun = low in ambiguous_nouns()
        if left == "BE":
            return "VBG"
        if left in {"DET", "POSS", "GEN", "ADJ", "DEM", "NUM"} or (noun and left != "PUNCT"):
            if noun or not self._object_follows(i):
                self.lemmas[i] = low
                return "NOUN"
            return "ADJ"
        if noun:
            self.lemmas[i] = low
            return "NOUN"
        return "VBG"

    def _object_follows(self, i: int) -> bool:
        k = i + 1
        return k < len(self.raws) and self.lowers[k] not in self.closed and self.lowers[k][0].isalnum()

    def _past(self, i: int, low: str, left: str, readings: tuple[VerbForm, ...]) -> str:
        if left in {"HAVE", "BE"}:
            found = self._reading(i, readings, "VBN")
            if found:
                return found
        if left in {"DET", "POSS", "GEN", "NUM", "ADJ", "VBD", "VBZ", "VBG", "VB"} and self._object_follows(i):
            return "ADJ"
        if low in ambiguous_nouns() and left not in {"BE", "HAVE", "NAME", "PRON"}:
            return "ADJ"
        if left == "PREP" and self._object_follows(i) and self.lowers[i - 1] not in {"as", "than"}:
            return "ADJ"
        self.lemmas[i] = readings[0].lemma
        if left in {"HAVE", "BE"}:
            return "VBN"
        return self._reading(i, readings, "VBD") or readings[0].form

    def _present(self, i: int, low: str, left: str, readings: tuple[VerbForm, ...]) -> str:
        if left in _NOMINAL_LEFT or left in {"", "BE", "HAVE"}:
            return ""
        if left == "PUNCT" and self.raws[i - 1].text != ",":
            return ""
        if left == "CONJ":
            return self._after_conjunction(i, readings)
        follows = self.closed.get(self.lowers[i + 1], "") if i + 1 < len(self.raws) else ""
        if follows in {"MODAL", "BE", "HAVE"} and left != "PRON":
            return ""
        if left in {"PRON", "REL"} or (
            left == "SUB" and self.lowers[i - 1] == "that" and i > 1 and self.tags[i - 2] in {"NOUN", "NAME"}
        ):
            return self._reading(i, readings, "VBZ") or self._reading(i, readings, "VB")
        if left in {"NOUN", "NAME", "TIME", "PUNCT", "TO", "SUB"}:
            return self._after_noun(i, low, readings)
        return ""

    def _after_noun(self, i: int, low: str, readings: tuple[VerbForm, ...]) -> str:
        follows = self.lowers[i + 1] if i + 1 < len(self.raws) else "."
        tag = "NAME" if i + 1 in self.named or self.raws[min(i + 1, len(self.raws) - 1)].text[0].isupper() else ""
        tag = tag or ("TO" if follows == "to" else self.closed.get(follows, ""))
        quoted = any(t == "QUOTE" for t in self.tags[max(0, i - 4) : i])
        if quoted and follows in {".", ","} and self.tags[i - 1] == "NAME" and readings[0].form == "VBZ":
            return self._reading(i, readings, "VBZ")  # "…,” Smith answers."
        in_condition = any(low_ in {"if", "when", "unless", "as", "while"} for low_ in self.lowers[max(0, i - 6) : i])
        if follows == "," and in_condition and readings[0].form == "VBZ" and not self._clause_has_verb(i):
            return self._reading(i, readings, "VBZ")  # "If Russia attacks, …"
        if not (tag in _OPENERS or follows in {"that", "``", "“", '"'}):
            return ""
        base = singular(low)
        before = self.lowers[i - 1]
        if readings[0].form == "VB" and self._subjunctive(i):
            return self._reading(i, readings, "VB")
        if self._clause_has_verb(i):
            return ""
        if readings[0].form == "VBZ":
            if (before.endswith("s") and self.tags[i - 1] == "NOUN") or base in _WEAK_NOUN_VERBS:
                return ""
            return self._reading(i, readings, "VBZ") if tag != "PREP" or follows in {"for", "on", "with"} else ""
        listed = self.tags[i - 1] == "NAME" and i > 1 and self.tags[i - 2] == "CONJ"
        plural = before.endswith(("s", "people", "police")) or listed
        if plural and base not in _WEAK_NOUN_VERBS and (listed or self.tags[i - 1] != "NAME"):
            return self._reading(i, readings, "VB")
        return ""

    def _subjunctive(self, i: int) -> bool:
        """ "demanded that Hamas renounce": a base form after a demand."""
        for k in range(i - 1, max(0, i - 12), -1):
            if self.lowers[k] == "that":
                return self.lemmas[k - 1] in _SUBJUNCTIVE
            if self.tags[k] in {"VBD", "VBZ", "MODAL", "BE", "HAVE"}:
                return False
        return False

    def _clause_has_verb(self, i: int) -> bool:
        """One finite verb a clause: a second noun-like form is a noun ("announced a suspension of air links")."""
        for k in range(i - 1, -1, -1):
            if self.tags[k] in {"SUB", "REL", "PUNCT"}:
                return False
            if self.tags[k] == "CONJ" and self.tags[k + 1] in {"NAME", "DET", "PRON", "POSS", "DEM"}:
                return False
            if self.tags[k] in {"VBD", "VBZ", "MODAL", "BE", "HAVE", "DO", "VB"}:
                return self.lemmas[k] not in _SAYING
        return False

    def _after_conjunction(self, i: int, readings: tuple[VerbForm, ...]) -> str:
        for k in range(i - 2, max(-1, i - 14), -1):
            if self.tags[k] in {"VB", "VBZ"}:
                return self._reading(i, readings, self.tags[k])
            if self.tags[k] == "VBD":
                return self._reading(i, readings, "VBD")  # "agreed and set up": forms alike in past and present
            if self.tags[k] in {"SUB", "REL"}:
                return ""
        return ""


def tag(raws: Sequence[Raw], mentions: Sequence[Mention]) -> list[Token]:
    """Return the tokens of one sentence with tags and lemmas."""
    return _Tagger(raws, mentions).run()

"""Whether a text is in the language that Legation reads."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from legation.errors import LanguageError

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

_SAMPLE = 2_000
_FEWEST_LETTERS = 40
# Words that English can hardly do without and its neighbours do not share ("in", "for", "was" are left out).
_FUNCTION_WORDS = re.compile(
    r"\b(?:the|and|of|to|that|with|from|which|has|been|were|its|this|their|his|would|said)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+")
_ENOUGH_FUNCTION_WORDS = 0.1
_CLEARLY = 0.9
_NAMES = {
    "ar": "Arabic", "az": "Azerbaijani", "be": "Belarusian", "bg": "Bulgarian", "bn": "Bengali",
    "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek", "en": "English", "es": "Spanish",
    "et": "Estonian", "fa": "Persian", "fi": "Finnish", "fr": "French", "he": "Hebrew", "hi": "Hindi",
    "hr": "Croatian", "hu": "Hungarian", "hy": "Armenian", "id": "Indonesian", "it": "Italian",
    "ja": "Japanese", "ka": "Georgian", "kk": "Kazakh", "ko": "Korean", "ky": "Kyrgyz", "lt": "Lithuanian",
    "lv": "Latvian", "mk": "Macedonian", "mn": "Mongolian", "nl": "Dutch", "no": "Norwegian",
    "pl": "Polish", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sk": "Slovak",
    "sl": "Slovene", "sq": "Albanian", "sr": "Serbian", "sv": "Swedish", "sw": "Swahili", "ta": "Tamil",
    "th": "Thai", "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu", "uz": "Uzbek", "vi": "Vietnamese",
    "zh": "Chinese",
}  # fmt: skip


def require_english(text: str, name: str) -> None:
    """Raise LanguageError where a text is clearly in another language than English.

    Short texts, headlines in capitals and lists of names pass: a text is refused only if it has few
    English function words and the identifier is sure of another language.
    """
    sample = _sample(text)
    letters = sum(map(str.isalpha, sample))
    if letters < _FEWEST_LETTERS or _function_words(sample) >= _ENOUGH_FUNCTION_WORDS:
        return
    code, confidence = _identify(sample)
    if code != "en" and (confidence >= _CLEARLY or not _is_latin(sample, letters)):
        raise LanguageError(f"reads as {_NAMES[code]} ({code}); only English can be read yet", place=name)


def _sample(text: str) -> str:
    """Take the characters from three places, so that a foreign letterhead does not decide."""
    if len(text) <= _SAMPLE:
        return text
    third = _SAMPLE // 3
    middle = len(text) // 2
    return "\n".join((text[:third], text[middle : middle + third], text[-third:]))


def _function_words(sample: str) -> float:
    words = len(_WORD.findall(sample))
    return len(_FUNCTION_WORDS.findall(sample)) / words if words else 0.0


def _is_latin(sample: str, letters: int) -> bool:
    latin = sum(character.isalpha() for character in sample if character < "ɐ")
    return latin >= letters / 2


def _identify(sample: str) -> tuple[str, float]:
    code, confidence = _identifier().classify(sample.lower() if sample.isupper() else sample)
    return str(code), float(confidence)


@cache
def _identifier() -> LanguageIdentifier:
    """Load the identifier once a process (0.7 s), and only for a text that may not be English."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 - imports numpy

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(list(_NAMES))
    return identifier

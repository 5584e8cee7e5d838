from __future__ import annotations

import pytest

from legation.documents.english import require_english
from legation.errors import LanguageError


@pytest.mark.parametrize(
    "text",
    [
        "ARMENIA AND AZERBAIJAN SIGN BORDER DEAL IN ALMATY AFTER LONG TALKS",
        "Ararat Mirzoyan, Antony Blinken, Jeyhun Bayramov, Ilham Aliyev, Nikol Pashinyan, Hakan Fidan",
        "Pashinyan meets Macron, discusses arms sales. Yerevan seeks new defence partners. Baku protests.",
        "Participants: Minister Ararat Mirzoyan (Armenia), Minister Jeyhun Bayramov (Azerbaijan)",
        "Short: да, нет",
        "Министерство иностранных дел\n\n"
        + "The two ministers met in the capital and said that it went well. " * 30,
    ],
)
def test_english_passes_in_all_its_shapes(text: str) -> None:
    require_english(text, "x")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Հայաստանի Հանրապետության վարչապետը հանդիպել է Ֆրանսիայի նախագահին", "Armenian (hy)"),
        (
            "Министр иностранных дел Армении Арарат Мирзоян встретился с коллегой в Вашингтоне.",
            "Russian (ru)",
        ),
        (
            "Der Außenminister traf am Dienstag in Washington seinen Kollegen und unterzeichnete es.",
            "German (de)",
        ),
        (
            "De minister was dinsdag in Washington en tekende daar het verdrag of een bijlage daarvan.",
            "Dutch (nl)",
        ),
        (
            "Le ministre des Affaires étrangères a rencontré son homologue américain à Washington.",
            "French (fr)",
        ),
        (
            "Azərbaycan Respublikasının xarici işlər naziri Almatı şəhərində danışıqlar aparıb.",
            "Azerbaijani (az)",
        ),
        (
            "亚美尼亚外交部长周二在华盛顿会见了美国国务卿,双方签署了一项战略伙伴关系宪章,并讨论了边境安全合作问题。",
            "Chinese (zh)",
        ),
    ],
)
def test_another_language_is_named(text: str, language: str) -> None:
    with pytest.raises(LanguageError) as caught:
        require_english(text, "x.txt")
    assert str(caught.value) == f"x.txt: reads as {language}; only English can be read yet"

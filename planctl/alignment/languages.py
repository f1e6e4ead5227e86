"""Which language a text is in, and whether the sentence encoder knows it."""

from __future__ import annotations

from functools import cache
from typing import Any

from planctl.errors import PlanctlError

KNOWN = frozenset(("ar", "de", "en", "es", "fr", "it", "ja", "ko", "nl", "pl", "pt", "ru", "th", "tr", "zh"))
"""Languages (ISO 639) that the encoder was trained on, as its authors list them."""

_NO_WORDS = "zxx"

_LEAD_OVER_KNOWN = 20.0
"""Log-probability by which an unknown language must beat the best known one. Ten words in Ukrainian beat
Russian by 70 and more; a sentence in a known language seldom loses to a neighbour at all."""

_NAMES = dict(
    entry.split(maxsplit=1)
    for entry in """
    ace Acehnese|af Afrikaans|am Amharic|an Aragonese|ar Arabic|ary Moroccan Arabic|arz Egyptian Arabic
    as Assamese|az Azerbaijani|ba Bashkir|bcl Central Bikol|be Belarusian|bg Bulgarian|bn Bengali|br Breton
    bs Bosnian|ca Catalan|ceb Cebuano|crh Crimean Tatar|cs Czech|cv Chuvash|cy Welsh|da Danish|de German
    dz Dzongkha|el Greek|en English|eo Esperanto|es Spanish|et Estonian|eu Basque|ext Extremaduran|fa Persian
    fi Finnish|fo Faroese|fr French|fuv Fulfulde|fy Frisian|ga Irish|gcf Guadeloupean Creole
    gcr Guianese Creole|gd Scottish Gaelic|gl Galician|gom Konkani|grc Ancient Greek|gu Gujarati
    gug Guarani|guw Gun|ha Hausa|hbo Ancient Hebrew|he Hebrew|hi Hindi|hr Croatian|ht Haitian Creole
    hu Hungarian|hy Armenian|id Indonesian|ig Igbo|is Icelandic|it Italian|ja Japanese|jv Javanese
    ka Georgian|kab Kabyle|kik Kikuyu|kk Kazakh|km Khmer|kn Kannada|ko Korean|ku Kurdish|ky Kyrgyz|la Latin
    lb Luxembourgish|lg Ganda|lij Ligurian|ln Lingala|lo Lao|lt Lithuanian|ltg Latgalian|lv Latvian
    mg Malagasy|mk Macedonian|ml Malayalam|mn Mongolian|mr Marathi|ms Malay|mt Maltese|my Burmese|ne Nepali
    nl Dutch|nn Norwegian Nynorsk|no Norwegian|nso Northern Sotho|oc Occitan|om Oromo|or Odia|pa Punjabi
    pcm Nigerian Pidgin|pl Polish|ps Pashto|pt Portuguese|qu Quechua|ro Romanian|ru Russian|rw Kinyarwanda
    sa Sanskrit|sdh Southern Kurdish|se Northern Sami|si Sinhala|sk Slovak|sl Slovenian|sn Shona|so Somali
    sq Albanian|sr Serbian|st Southern Sotho|sv Swedish|sw Swahili|ta Tamil|te Telugu|tg Tajik|th Thai
    tk Turkmen|tl Tagalog|tr Turkish|tt Tatar|ug Uyghur|uk Ukrainian|ur Urdu|uz Uzbek|uzs Southern Uzbek
    vec Venetian|vi Vietnamese|vo Volapuk|wa Walloon|wuu Wu Chinese|xh Xhosa|yo Yoruba|yue Cantonese
    zh Chinese|zu Zulu
    """.replace("\n", "|").split("|")
    if entry.strip()
)


class UnknownLanguage(PlanctlError):
    """A text in a language that the sentence encoder was not trained on."""


def check(text: str, whose: str) -> None:
    """Raise ``UnknownLanguage`` if the text is clearly in a language that is not ``KNOWN``.

    Judge whole versions: single sentences may be misread. A text without words passes.
    """
    scores: dict[str, float] = {}
    for language, score in _detector().rank(text):
        scores.setdefault(language, float(score))
    best = max(scores, key=scores.__getitem__)
    known = max(scores[language] for language in KNOWN)
    if best not in KNOWN and best != _NO_WORDS and scores[best] - known > _LEAD_OVER_KNOWN:
        raise UnknownLanguage(
            f"{whose} is in {name(best)}, which the sentence encoder does not know",
            f"It knows {', '.join(sorted(map(name, KNOWN)))}. Compare without --semantic.",
        )


def name(language: str) -> str:
    """The English name of a language by its code, or the code in words."""
    return _NAMES.get(language, f'the language with code "{language}"')


@cache
def _detector() -> Any:
    from py3langid import langid

    return langid.LanguageIdentifier.from_model_file(langid.MODEL_FILE)

"""Plans of one shape and any size, for ``bench.doubling``: each is small to write down and hard on some algorithm.

Every shape is a function from a size to the files of a plan folder. Version ``v1`` is the old text, the last
file the new one. All is invented here, and the same size gives the same files.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator, Mapping, Sequence

Files = Mapping[str, str]
Shape = Callable[[int], Files]

_DAYS = 28


def _said(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def header(rest: str = "") -> str:
    """A ``plan.yaml`` with two parties and a source."""
    parties = "parties:\n  - id: north\n    name: North\n  - id: south\n    name: South\n"
    return f"title: A long plan\n{parties}sources:\n  - id: press\n    publisher: Press\n{rest}"


def version(number: int, points: str, made_from: str = "", rest: str = "") -> str:
    """A version file with these points, as YAML."""
    month, day = divmod(number, _DAYS)
    year, month = divmod(month, 12)
    head = f"version: v{number}\ntitle: Draft {number}\ndate: {2000 + year}-{month + 1:02}-{day + 1:02}\n"
    party = "north" if number % 2 else "south"
    return (
        f"{head}tabled_by: [{party}]\nmade_from: [{made_from}]\nwording: verbatim\nevidence: published\n"
        f"sources: [press]\n{rest}points:\n{points}"
    )


def points(texts: Sequence[str]) -> str:
    """Points numbered from 1, as YAML."""
    return "".join(f"  - number: {n}\n    text: {_said(text)}\n" for n, text in enumerate(texts, 1))


def _items(texts: Sequence[str]) -> str:
    body = "".join(f"      - label: i{n}\n        text: {_said(text)}\n" for n, text in enumerate(texts, 1))
    return f"  - number: 1\n    text: The parties agree.\n    items:\n{body}"


def pair(old: str, new: str, rest: str = "") -> Files:
    """A plan of two versions, given their points as YAML."""
    return {"plan.yaml": header(rest), "v1.yaml": version(1, old), "v2.yaml": version(2, new, "v1")}


def _many(count: int, seed: int = 1) -> list[str]:
    """So many invented words, of which few are alike."""
    rng = random.Random(seed)
    return ["".join(rng.choices("bdfklmnprst", k=3) + rng.choices("aeiou", k=3)) for _ in range(count)]


# --- one point of one text -------------------------------------------------------------------------------------

ENDS = " This is not so after 5 days."


def _appended(text: Callable[[int], str]) -> Shape:
    return lambda n: pair(points([text(n)]), points([text(n) + ENDS]))


def _thinned(text: Callable[[int], str]) -> Shape:
    """Every third word of the new text is another one."""

    def shape(n: int) -> Files:
        words = text(n).split(" ")
        return pair(
            points([" ".join(words)]), points([" ".join(w + "s" * (k % 3 == 1) for k, w in enumerate(words))])
        )

    return shape


def _doubled(text: Callable[[int], str]) -> Shape:
    """The new text is the old one and a half, which leaves each repeated word many places to line up with."""
    return lambda n: pair(points([text(n)]), points(["New. " + text(n + n // 2)]))


def _repeated(unit: str) -> Callable[[int], str]:
    return lambda n: unit * n


def _distinct(form: str) -> Callable[[int], str]:
    return lambda n: "".join(form.format(w=word, n=k + 1) for k, word in enumerate(_many(n)))


REPEATED = {
    "same words": "word ", "one word": "w", "capitals": "A", "alternating": "aB", "digits": "1", "vulgar": "½ ",
    "brackets": "[a][b]", "slash brackets": "[a/b] ", "attributed": "[North: a] [South: b] ", "open": "[a ",
    "nested in pairs": "[a [b] c] ", "bare open": "[", "closed": "a] ", "bare closed": "]", "empty brackets": "[ ] ",
    "parentheses": "(a) ", "open parenthesis": "(", "closed parenthesis": ")", "quotes": '"a" ', "quote": '"',
    "apostrophes": "'a ", "typographic quotes": "“a” ", "guillemets": "«a» ", "hyphens": "a-", "hyphen": "-", "dashes": "a – ",
    "dots": ".", "dots apart": ". ", "ellipses": "a... ", "commas": "a, ", "comma": ",", "semicolons": "a; ", "colons": "a: ",
    "marks": "?! ", "exclamations": "a! ", "stars": "*", "underscores": "_a", "backticks": "`", "backslashes": "\\",
    "angles": "<a", "ampersands": "&amp", "pipes": "| ", "tildes": "~", "images": "![", "links": "](a", "hashes": "# ",
    "sentences": "The parties stop. ", "initials": "A. ", "dotted": "U.S. ", "numbers cited": "No. ", "articles": "Art. 5 ",
    "e.g.": "e.g. ", "dotless": "A.", "lower": "a. ", "closing quotes": '." ',
    "dates": "1 May 2025 ", "ISO dates": "2025-11-20 ", "months": "May ", "days": "1, 2 and 3 May ", "years": "2025 ",
    "from to": "from 1 May to ", "by": "by 1 ", "dates joined": "1-2-3-", "slashes": "1/2/2025 ",
    "dollar": "$", "dollars": "$5 ", "euros": "€5, ", "codes": "USD ", "5 million": "5 million ", "million": "million ",
    "hundred": "hundred ", "hundred and": "one hundred and ", "twenty": "twenty-", "per cent": "5 per cent ", "per": "per ",
    "percent": "5%", "percents": "5% of ", "halves": "half a ", "half": "half ", "thirds": "two-thirds of ", "quarter": "a quarter of ",
    "not": "not ", "shall": "shall ", "shall not": "shall not ", "shall and may": "shall or may ", "no later than": "no later than ",
    "within": "within ", "within 5 days": "within 5 days ", "of the": "of the ", "unless": "unless ", "if": "if ", "and": "and ",
    "or": "5 or ", "after": "after ", "30 days after": "30 days after ", "at least": "at least ", "up to": "up to ", "more than": "more than 5 ",
    "never": "never ", "without": "without ", "only": "only ", "except": "except ", "is": "is ", "are not to": "are not to ",
    "obliged": "obliged to ", "the": "the ", "a": "a ", "each": "each ", "aged": "aged 18 ", "under": "under the age of ",
    "parties": "the Parties ", "North": "North ", "North and": "North and South, ", "North shall": "North shall ", "South's": "South's ",
    "gives": "North gives South ", "names": "Mr Ban ", "hyphened names": "US-led ",
    "article 5": "Article 5(1)(a) ", "articles 1, 2": "Articles 1, 2 and 3 ", "paragraph of": "paragraph 1 of ", "point": "point ",
    "points 1": "points 1, ", "dotted numbers": "1.", "annex": "Annex I ", "section": "section 1.1.1 ", "bis": "4 bis ",
    "enumerated": "(a) words; ", "roman": "(i) (ii) ", "numbered": "1) words ",
    "Chinese": "中", "Chinese words": "停火", "Chinese sentences": "双方停火。", "full stops": "。", "full-width": "［中］", "Japanese": "テキスト",
    "Chinese numbers": "三百", "Thai": "หยุดยิง", "Thai mark": "ก่", "Khmer": "ក្ខ", "Hindi": "संघर्ष ", "danda": "।",
    "Arabic": "وقف ", "Arabic figures": "٥ ", "Hebrew": "שלום ", "Russian": "стороны ", "Russian initials": "п. ", "Greek": "ειρήνη ",
    "combining": "\u0301", "combined": "e\u0301", "combined words": "e\u0301 ", "joiners": "\u200d", "soft hyphens": "a\u00ad", "emoji": "\U0001f600",
    "family": "\U0001f468\u200d", "decomposed": "Å", "ligatures": "ﬁ", "Hangul": "가", "jamo": "\u1100\u1161",
    "line feeds": "a\n", "paragraphs": "a\n\n", "carriage": "a\r", "tabs": "a\t", "no-break": "a\u00a0", "thin": "1\u2009", "ideographic": "a\u3000",
    "web": "https://a.b/", "mail": "a@b.", "overrides": "\u202ea\u202c",
}  # fmt: skip
"""One unit of text that is repeated; how it reads is of no matter."""

JOINTS = {
    "colon": ":", "slash": "/", "hyphen": "-", "dash": "–", "comma": ",", "comma and blank": ", ", "point": ".", "blank": " ",
    "no-break": "\u00a0", "thin": "\u202f", "plus": "+", "minus": "−", "times": "x", "cross": "×", "equals": "=", "per cent": "%",
    "apostrophe": "'", "to": " to ", "and": " and ", "or": " or ", "of": " of ", "per": " per ", "by": " by ", "semicolon": "; ",
    "underscore": "_", "dot": "·", "tilde": "~", "star": "*", "degree": "°", "dollar": "$", "bracket": "[", "brackets": "][",
    "parenthesis": "(", "parentheses": ") (", "divided": "÷", "ratio": "∶", "fraction": "⁄", "spaced colon": " : ", "spaced slash": " / ",
}  # fmt: skip
"""What joins numbers, ``1:1:1:...``."""

DISTINCT = {
    "words": "{w} ", "sentences": "They {w} it. ", "bracketed": "[{w}] ", "numbers": "{n} {w} ", "grouped": "{n},000 ",
    "figures": "{n} soldiers, ", "days": "within {n} days after {w}; ", "shares": "{n} per cent of {w}, ", "moneys": "USD {n} million, ",
    "articles": "Article {n}, ", "duties": "The {w} shall not {w}. ", "named": "Mr {w}, ", "enumerated": "({n}) {w}; ",
    "quoted": "“{w}” ", "hyphened": "{w}-", "Chinese": "{w}停", "years": "in {n}, ", "alternatives": "[{w}][{w}s] ",
    "attributed": "[North: {w}] ", "exchanged": "North gives {w} to South. ", "denied": "no {w}, ", "conditions": "if {w}, unless {w}; ",
}  # fmt: skip
"""One unit of text, repeated with another word (``w``) and number (``n``) each time."""


def _texts() -> Iterator[tuple[str, Callable[[int], str]]]:
    yield from ((f"text, {name}", _repeated(unit)) for name, unit in REPEATED.items())
    yield from ((f"numbers, {name}", _repeated(f"1{joint}")) for name, joint in JOINTS.items())
    yield from ((f"distinct, {name}", _distinct(form)) for name, form in DISTINCT.items())
    yield "nested brackets", lambda n: "[" * n + "a" + "]" * n
    yield "nested brackets with words", lambda n: "[a " * n + " b]" * n
    yield "nested parentheses", lambda n: "(a " * n + " b)" * n
    yield "blanks inside", lambda n: "a" + " " * n + "b"
    yield "line feeds inside", lambda n: "a" + "\n" * n + "b"
    yield "word then stop", lambda n: "a" * n + "."
    yield "number then word", lambda n: "1" * n + " days"


# --- many points, items, marks ---------------------------------------------------------------------------------

LONG = "The parties shall cease fire at once in sector"


def _alike(n: int) -> Files:
    return pair(points([f"{LONG}."] * n), points(["The parties shall cease fire in sector."] * n))


def _clauses(n: int, seed: int = 2) -> list[str]:
    words = iter(_many(n * 8, seed))
    return [" ".join(next(words) for _ in range(8)) + "." for _ in range(n)]


def _edited(texts: Sequence[str]) -> list[str]:
    return [f"{text} More {k}." for k, text in enumerate(texts)]


def _shuffled(texts: Sequence[str]) -> list[str]:
    return random.Random(3).sample(texts, len(texts))


def _joined(texts: Sequence[str]) -> str:
    return " ".join(texts)


def _with(rest: Callable[[int], str], text: str = "North and South agree.") -> Callable[[int], str]:
    return lambda n: "".join(f"  - number: {k}\n    text: {text}\n{rest(k)}" for k in range(1, n + 1))


def _stated(n: int) -> Files:
    refs = ", ".join(f'"v1:{k}"' for k in range(1, n + 1))
    new = f"  - number: 1\n    text: All of it.\n    made_from: [{refs}]\n"
    return pair(points(_clauses(n)), new)


def _stated_all(n: int) -> Files:
    new = _with(lambda k: f'    made_from: ["v1:{k}"]\n')(n)
    return pair(points(_clauses(n)), new)


def _denied(n: int) -> Files:
    return pair(points(_clauses(n)), _with(lambda k: f'    not_from: ["v1:{k}"]\n')(n))


STRUCTURES: dict[str, Shape] = {
    "points alike": _alike,
    "points alike, dropped": lambda n: pair(points([f"{LONG}."] * n), points(_clauses(n))),
    "points alike, fewer": lambda n: pair(points([f"{LONG}."] * n), points([f"{LONG}."] * (n // 2) + ["Other."])),
    "points alike, more": lambda n: pair(points([f"{LONG}."]), points([f"{LONG}."] * n)),
    "points alike, unchanged": lambda n: pair(points([f"{LONG}."] * n), points([f"{LONG}."] * n + ["One more."])),
    "points of a number": lambda n: pair(points([f"{LONG} {k}." for k in range(n)]), points([f"{LONG} {k + 1}." for k in range(n)])),
    "points of one word": lambda n: pair(points(_many(n)), points(_shuffled(_many(n)))),
    "points of the same word": lambda n: pair(points(["Yes"] * n), points(["No"] * n)),
    "points of a bracket": lambda n: pair(points(["[ ]"] * n), points(["[x]"] * n)),
    "points of two texts": lambda n: pair(points(["Yes it is.", "No."] * (n // 2)), points(["No.", "Yes it was."] * (n // 2))),
    "points unlike": lambda n: pair(points(_clauses(n)), points(_edited(_clauses(n)))),
    "points replaced": lambda n: pair(points(_clauses(n)), points(_clauses(n, 5))),
    "points moved": lambda n: pair(points(_clauses(n)), points(_edited(_shuffled(_clauses(n))))),
    "points reversed": lambda n: pair(points(_clauses(n)), points(_clauses(n)[::-1])),
    "points merged": lambda n: pair(points(_clauses(n)), points([_joined(_clauses(n))])),
    "points split": lambda n: pair(points([_joined(_clauses(n))]), points(_clauses(n))),
    "points merged by twos": lambda n: pair(
        points(_clauses(2 * n)), points([_joined(_clauses(2 * n)[k : k + 2]) for k in range(0, 2 * n, 2)])
    ),
    "points copied": lambda n: pair(points(_clauses(1)), points(_clauses(1) * n)),
    "points of a shared sentence": lambda n: pair(
        points([f"{own} {LONG}." for own in _clauses(n)]), points([f"{own} {LONG}." for own in _clauses(n, 5)])
    ),
    "points in Chinese": lambda n: pair(points(["双方应立即停火。"] * n), points(["双方应停火。"] * n)),
    "items alike": lambda n: pair(_items([f"{LONG}."] * n), _items(["The parties shall cease fire."] * n)),
    "items unlike": lambda n: pair(_items(_clauses(n)), _items(_edited(_shuffled(_clauses(n))))),
    "items to points": lambda n: pair(_items(_clauses(n)), points(_clauses(n))),
    "items to one": lambda n: pair(_items(_clauses(n)), points([_joined(_clauses(n))])),
    "brackets rewritten": lambda n: pair(points(["[a][b]" * n]), points(["[a/b] " * n])),
    "headings": lambda n: pair(_with(lambda k: "    heading: Fire\n")(n), _with(lambda k: f"    heading: Fire {k}\n")(n)),
    "notes": lambda n: pair(_with(lambda k: "    note: A note.\n")(n), _with(lambda k: f"    note: Note {k}.\n")(n)),
    "statuses": lambda n: pair(_with(lambda k: "    status: open\n")(n), _with(lambda k: "    status: agreed\n")(n)),
    "evidence": lambda n: pair(_with(lambda k: "    evidence: reported\n")(n), _with(lambda k: "    evidence: inferred\n    note: N.\n")(n)),
    "stated from all": _stated,
    "stated one by one": _stated_all,
    "stated of one": lambda n: pair(points(_clauses(1)), _with(lambda k: '    made_from: ["v1:1"]\n')(n)),
    "denied": _denied,
    "nothing stated": lambda n: pair(points(_clauses(n)), _with(lambda k: "    made_from: []\n")(n)),
}  # fmt: skip


# --- parties, sources, claims ----------------------------------------------------------------------------------


def _parties(n: int) -> Files:
    names = _many(n, 7)
    said = "".join(f"  - id: p{k}\n    name: {name.title()}\n" for k, name in enumerate(names))
    files = pair(
        points([f"{a.title()} gives it to {b.title()}." for a, b in zip(names, names[1:] + names[:1], strict=True)]),
        points([f"{b.title()} gives it to {a.title()}." for a, b in zip(names, names[1:] + names[:1], strict=True)]),
    )  # fmt: skip
    return {**files, "plan.yaml": f"title: T\nparties:\n  - id: north\n    name: North\n  - id: south\n    name: South\n{said}sources:\n  - id: press\n    publisher: Press\n"}  # fmt: skip


def _aliases(n: int) -> Files:
    said = "".join(f"      - {name.title()}\n" for name in _many(n, 7))
    rest = "sources:\n  - id: press\n    publisher: Press\n"
    plan = f"title: T\nparties:\n  - id: south\n    name: South\n  - id: north\n    name: North\n    names:\n{said}{rest}"
    return {**pair(points(_many(n, 7)), points([f"{w} gone" for w in _many(n, 7)])), "plan.yaml": plan}


def _tabled(n: int) -> Files:
    plan = "title: T\nparties:\n" + "".join(f"  - id: p{k}\n    name: P{k}\n" for k in range(n))
    plan += "sources:\n  - id: press\n    publisher: Press\n"
    both = "tabled_by: [" + ", ".join(f"p{k}" for k in range(n)) + "]"
    files = pair(points(_clauses(3)), points(_edited(_clauses(3))))
    return {
        "plan.yaml": plan,
        **{k: v.replace("tabled_by: [north]", both).replace("tabled_by: [south]", both) for k, v in files.items() if k != "plan.yaml"},
    }  # fmt: skip


def _sources(n: int) -> Files:
    more = "".join(f"  - id: s{k}\n    publisher: Press {k}\n    date: 2025-11-20\n" for k in range(n))
    listed = "sources: [press, " + ", ".join(f"s{k}" for k in range(n)) + "]"
    files = pair(points(_clauses(20)), points(_edited(_clauses(20))), more)
    return {name: text.replace("sources: [press]", listed) for name, text in files.items()}


def _each_source(n: int) -> Files:
    more = "".join(f"  - id: s{k}\n    publisher: Press {k}\n" for k in range(1, n + 1))
    return pair(
        _with(lambda k: f"    sources: [s{k}]\n")(n),
        _with(lambda k: f"    sources: [s{k}]\n", "Other.")(n),
        more,
    )


def _claims(about: Callable[[int], str], rest: Callable[[int], str] = lambda _: "", count: int = 0) -> Shape:
    def shape(n: int) -> Files:
        said = "".join(
            f"  - id: C{k}\n    date: 2025-11-20\n    by: Somebody\n    party: north\n    says: It is so.\n"
            f'    about: ["{about(k)}"]\n    sources: [press]\n{rest(k)}'
            for k in range(1, n + 1)
        )
        texts = _clauses(count or n)
        return pair(points(texts), points(_edited(texts)), f"claims:\n{said}")

    return shape


HEADERS: dict[str, Shape] = {
    "parties": _parties,
    "names of a party": _aliases,
    "tabled by many": _tabled,
    "sources": _sources,
    "a source each": _each_source,
    "claims about a version": _claims(lambda _: "v2", count=3),
    "claims about a point": _claims(lambda _: "v2:1", count=3),
    "claims about each point": _claims(lambda k: f"v2:{k}"),
    "claims with authors": _claims(lambda _: "v1", lambda k: f"    credits: [{'north' if k % 2 else 'south'}]\n", 3),
    "claims against the last": _claims(lambda _: "v2", lambda k: f"    contradicts: [C{k - 1}]\n" * (k > 1), 3),
    "claims against one": _claims(lambda _: "v2", lambda k: "    contradicts: [C1]\n" * (k > 1), 3),
    "claims against points": _claims(lambda _: "v2", lambda k: f'    contradicts: ["v2:{k}"]\n'),
    "a claim about all": lambda n: pair(
        points(_clauses(n)),
        points(_edited(_clauses(n))),
        "claims:\n  - id: C1\n    date: 2025-11-20\n    by: S\n    says: So.\n    sources: [press]\n    about: ["
        + ", ".join(f'"v2:{k}"' for k in range(1, n + 1))
        + "]\n",
    ),
}  # fmt: skip


# --- many versions ---------------------------------------------------------------------------------------------


def _graph(
    parents: Callable[[int], Sequence[int]], text: Callable[[int], Sequence[str]], mark: str = ""
) -> Shape:
    def shape(n: int) -> Files:
        files = {"plan.yaml": header()}
        for k in range(1, n + 1):
            edges = (f"{{version: v{p}, contested: true}}" if mark else f"v{p}" for p in parents(k))
            files[f"v{k}.yaml"] = version(k, points(text(k)), ", ".join(edges))
        return files

    return shape


def _drift(k: int) -> list[str]:
    """Two points whose words change a little from version to version."""
    words = _many(60, 11)
    fresh = _many(400, 12)
    return [
        " ".join(fresh[k % 400] if j == k % 30 else w for j, w in enumerate(half))
        for half in (words[:30], words[30:])
    ]


def _back(k: int) -> list[str]:
    words = _many(20, 13)
    return [" ".join(words if k % 2 else words[:10]), "Other words stand here."]


def _line(k: int) -> list[int]:
    return [k - 1] if k > 1 else []


VERSIONS: dict[str, Shape] = {
    "versions in a chain": _graph(_line, _drift),
    "versions in a chain, equal": _graph(_line, lambda _: ["It is so.", "It is not."]),
    "versions in a chain, words come back": _graph(_line, _back),
    "versions in a chain, growing": lambda n: _graph(_line, lambda k: [_joined(_many(max(1, 2000 * k // n), 3))])(n),
    "versions in a chain, contested": _graph(_line, _drift, "contested"),
    "versions in a star": _graph(lambda k: [1] if k > 1 else [], _drift),
    "versions in diamonds": _graph(lambda k: [p for p in (k - 1, k - 2) if p > 0], _drift),
    "versions in diamonds, contested": _graph(lambda k: [p for p in (k - 1, k - 2) if p > 0], _drift, "contested"),
    "versions alone": _graph(lambda _: [], _drift),
    "versions merged": lambda n: _graph(lambda k: range(1, n) if k == n else [], _drift)(n),
    "versions in two lines": lambda n: _graph(lambda k: [n - 1, n - 2] if k == n else [k - 2] if k > 2 else [], _drift)(n),
}  # fmt: skip


# --- files that are wrong --------------------------------------------------------------------------------------


def _wrong(points_: Callable[[int], str], rest: Callable[[int], str] = lambda _: "") -> Shape:
    def shape(n: int) -> Files:
        return {
            "plan.yaml": header(),
            "v1.yaml": version(1, points(["a"])),
            "v2.yaml": version(2, points_(n), "v1", rest(n)),
        }

    return shape


def _each(line: str) -> Callable[[int], str]:
    return lambda n: "".join(line.format(k=k) for k in range(1, n + 1))


def _ended(form: str) -> Callable[[int], str]:
    return lambda n: points(["a"]) + _each(form)(n)


FILES: dict[str, Shape] = {
    "wrong, unknown keys": _wrong(lambda n: points(["a"]), _each("key{k}: a\n")),
    "wrong, a key twice": _wrong(lambda n: points(["a"]), _each("title: a\n")),
    "wrong, unknown sources": _wrong(_each("  - number: {k}\n    text: a\n    sources: [x{k}]\n")),
    "wrong, unknown parents": _wrong(_each('  - number: {k}\n    text: a\n    made_from: ["v1:x{k}"]\n')),
    "wrong, a number twice": _wrong(_each("  - number: 1\n    text: a\n")),
    "wrong, gaps": _wrong(lambda n: "".join(f"  - number: {2 * k}\n    text: a\n" for k in range(1, n + 1))),
    "wrong, going down": _wrong(lambda n: "".join(f"  - number: {n - k}\n    text: a\n" for k in range(n))),
    "wrong, no words": _wrong(_each("  - number: {k}\n")),
    "wrong, lists for text": _wrong(_each("  - number: {k}\n    text: [a]\n")),
    "wrong, brackets": _wrong(_each('  - number: {k}\n    text: "[a"\n')),
    "wrong, one number long": _wrong(lambda n: f"  - number: {'1' * n}\n    text: a\n"),
    "wrong, not YAML": _wrong(_ended("    text: a: b\n")),
    "wrong, flow nesting": _wrong(lambda n: f"  - number: 1\n    text: {'[' * n}\n"),
    "wrong, block nesting": _wrong(lambda n: f"  - number: 1\n    text:\n      {'- ' * n}\n"),
    "wrong, remarks": _wrong(_ended("# remark {k}\n")),
    "wrong, blank lines": _wrong(_ended("\n")),
    "wrong, cut by remarks": _wrong(_each("  - number: {k}\n    text: a # b\n")),
    "wrong, anchors": _wrong(_each("  - number: {k}\n    text: &a{k} b\n")),
    "wrong, aliases": _wrong(_each("  - number: {k}\n    text: *a\n")),
    "wrong, controls": _wrong(lambda n: points(["a\x01" * n]).replace("\\u0001", "\x01")),
    "wrong, unseen": _wrong(lambda n: points(["a\u3164\u200b" * n])),
    "wrong, overrides": _wrong(lambda n: points(["\u202e" * n])),
    "wrong, tabs": _wrong(_ended("\t\n")),
    "wrong, a parent often": _wrong(lambda n: points(["a"]).replace("text", "made_from: [" + "v1:1, " * n + "]\n    text")),
    "wrong, keys of a point": _wrong(lambda n: points(["a"]) + "".join(f"    k{k}: a\n" for k in range(n))),
    "wrong, colons": _wrong(lambda n: f"  - number: 1\n    text: {'a: ' * n}\n"),
    "wrong, folded": _wrong(lambda n: "  - number: 1\n    text: >\n" + "      a\n" * n),
    "wrong, long plain": _wrong(lambda n: "  - number: 1\n    text: a\n" + "      a\n" * n),
}  # fmt: skip


def _all_texts() -> Iterator[tuple[str, Shape]]:
    for name, text in _texts():
        yield name, _appended(text)
        yield f"{name}; third words changed", _thinned(text)
        yield f"{name}; half as much again", _doubled(text)


SHAPES: dict[str, Shape] = {**dict(_all_texts()), **STRUCTURES, **HEADERS, **VERSIONS, **FILES}
"""Every shape by name."""

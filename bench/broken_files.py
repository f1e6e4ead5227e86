"""Version files that are wrong in one way as often as is wished, for ``bench.doubling``."""

from __future__ import annotations

from collections.abc import Callable

from bench.plan_files import Files, Shape, header, points, version


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


BROKEN: dict[str, Shape] = {
    "wrong, unknown keys": _wrong(lambda _: points(["a"]), _each("key{k}: a\n")),
    "wrong, duplicate key": _wrong(lambda _: points(["a"]), _each("title: a\n")),
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
    "wrong, a parent often": _wrong(
        lambda n: points(["a"]).replace("text", f"made_from: [{'v1:1, ' * n}]\n    text")
    ),
    "wrong, keys of a point": _wrong(lambda n: points(["a"]) + "".join(f"    k{k}: a\n" for k in range(n))),
    "wrong, colons": _wrong(lambda n: f"  - number: 1\n    text: {'a: ' * n}\n"),
    "wrong, folded": _wrong(lambda n: "  - number: 1\n    text: >\n" + "      a\n" * n),
    "wrong, long plain": _wrong(lambda n: "  - number: 1\n    text: a\n" + "      a\n" * n),
    "wrong, unknown among many": lambda n: {
        "plan.yaml": header("".join(f"  - id: s{k}\n    publisher: P\n" for k in range(n))),
        "v1.yaml": version(1, points(["a"] * n)),
        "v2.yaml": version(
            2,
            _each('  - number: {k}\n    text: a\n    sources: [x{k}]\n    made_from: ["v1:x{k}"]\n')(n),
            "v1",
        ),
    },
    "wrong, references": _wrong(
        lambda n: points([f"See point {k}00." for k in range(1, n + 1)]),
        lambda n: "note: " + " ".join(f"Number {k} is out." for k in range(n)) + "\n",
    ),
}

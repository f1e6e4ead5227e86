"""``planctl import`` where there is no plan: one command begins one, whole or not at all."""

from __future__ import annotations

import errno
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from planctl import disk
from planctl.planfile import load_header, load_version
from tests.base_plan import lay
from tests.conftest import Ran
from tests.readers.making import paragraph, word
from tests.test_import import LATER, LINES, Terminal

Run = Callable[..., Ran]
TWO = ("import", "old.docx", "new.docx", "--plan", "talks")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two drafts and no plan."""
    (tmp_path / "old.docx").write_bytes(word("".join(map(paragraph, LINES))))
    (tmp_path / "new.docx").write_bytes(word("".join(map(paragraph, LATER))))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def below(folder: Path) -> list[str]:
    """Every file and folder."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


DRAFTS = ["new.docx", "old.docx"]


def test_one_command_and_the_drafts_can_be_compared(here: Path, run: Run) -> None:
    ran = run(*TWO, "--yes")
    assert ran.code == 0, ran.err
    assert ran.err == "planctl: wrote 5 files; see planctl diff old new\n"
    assert ran.out.startswith("Harbour plan   import")
    assert ran.out.endswith(
        "FILES\n"
        "  plans/talks/plan.yaml                   a new plan: 2 sources\n"
        "  plans/talks/schema/plan.schema.json     a new file\n"
        "  plans/talks/schema/version.schema.json  a new file\n"
        "  plans/talks/old.yaml                    a new file\n"
        "  plans/talks/new.yaml                    a new file\n"
    )
    header = load_header((here / "plans/talks/plan.yaml").read_bytes(), "")
    assert (header.title, header.parties) == ("Harbour plan", ())
    assert [source.title for source in header.sources] == ["old.docx", "new.docx"]
    old, new = (load_version((here / f"plans/talks/{name}.yaml").read_bytes(), "") for name in ("old", "new"))
    assert not old.date.is_known
    assert not old.tabled_by
    assert "made_from" not in old.model_fields_set
    assert [parent.version for parent in new.made_from] == ["old"]
    ran = run("validate", "--strict")
    assert (ran.code, ran.out) == (0, "No problems in 3 files.\n")
    assert "60 -> 80 ships (+33 %)" in run("diff", "old", "new").out
    assert "date unknown" in run("diff", "old", "new").out
    ran = run("blame", "new:1")
    assert ran.code == 0, ran.err
    assert "nobody named" in ran.out
    for words in (("log",), ("timeline",), ("share",), ("show", "new"), ("claims",)):
        assert run(*words).code == 0, words


def test_it_goes_on_like_any_plan(here: Path, run: Run) -> None:
    assert run(*TWO, "--yes").code == 0
    (here / "third.txt").write_text("\n".join(LATER).replace("80", "90"))
    words = ("--by", "ua", "--add-party", "ua=Ukraine", "--date", "2026-05-01", "--made-from", "new", "--yes")
    ran = run("import", "third.txt", *words)
    assert ran.code == 0, ran.err
    assert run("validate", "--strict").code == 0


def test_what_is_said_is_kept(here: Path, run: Run) -> None:
    ran = run(
        *(*TWO, "--by", "ua,eu", "--add-party", "eu=European Union", "--dates", "2026-04-01,2026-05-01"),
        *("--made-from", "none", "--yes"),
    )
    assert ran.code == 0, ran.err
    assert "a new plan: 2 sources and 2 parties: eu (European Union), ua (ua)" in " ".join(ran.out.split())
    header = load_header((here / "plans/talks/plan.yaml").read_bytes(), "")
    assert header.names == {"eu": "European Union", "ua": "ua"}
    old = load_version((here / "plans/talks/old.yaml").read_bytes(), "")
    assert (old.tabled_by, str(old.date.earliest)) == (("ua", "eu"), "2026-04-01")
    assert "made_from: []" in (here / "plans/talks/old.yaml").read_text()
    assert run("validate", "--strict").code == 0


def test_dates_in_all_names_put_the_files_in_order(here: Path, run: Run) -> None:
    (here / "b 2026-05-02.txt").write_text("\n".join(LATER))
    (here / "z 2026-04-01.txt").write_text("\n".join(LINES))
    ran = run("import", "b 2026-05-02.txt", "z 2026-04-01.txt", "--plan", "talks", "--yes")
    assert ran.code == 0, ran.err
    later = load_version((here / "plans/talks/b-2026-05-02.yaml").read_bytes(), "")
    assert [parent.version for parent in later.made_from] == ["z-2026-04-01"]


def test_titles_that_differ_give_the_plan_its_name(here: Path, run: Run) -> None:
    (here / "new.docx").write_bytes(word("".join(map(paragraph, ("Other plan", *LATER[1:])))))
    assert run(*TWO, "--yes").code == 0
    assert load_header((here / "plans/talks/plan.yaml").read_bytes(), "").title == "talks"


def test_a_dry_run_says_what_it_would_begin_and_writes_nothing(here: Path, run: Run) -> None:
    ran = run(*TWO, "--dry-run", "--format", "json")
    assert ran.code == 0, ran.err
    assert json.loads(ran.out)["files"][0] == {"path": "plans/talks/plan.yaml", "new": True}
    assert run(*TWO, "--dry-run").code == 0
    assert below(here) == DRAFTS


def test_without_a_terminal_it_asks_nothing_and_writes_nothing(here: Path, run: Run) -> None:
    ran = run(*TWO)
    assert ran.code == 2
    assert ran.err.startswith("planctl: nothing was written: import asks first")
    assert below(here) == DRAFTS


def test_at_a_terminal_it_asks_for_what_is_not_said(
    here: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", Terminal("Talks of May\n2026-04-01\n\nua\ny\n"))
    ran = run(*TWO)
    assert ran.code == 0, ran.err
    assert ran.err.startswith(
        "Title of the new plan [Harbour plan]: "
        "When was old.docx tabled, such as 2025-11-20? Empty if nobody knows: "
        "When was new.docx tabled, such as 2025-11-20? Empty if nobody knows: "
        "Which party tabled them, such as ua? Empty if nobody knows: "
        "Write these 5 files? [y/N] "
    )
    header = load_header((here / "plans/talks/plan.yaml").read_bytes(), "")
    assert (header.title, header.names) == ("Talks of May", {"ua": "ua"})
    old, new = (load_version((here / f"plans/talks/{name}.yaml").read_bytes(), "") for name in ("old", "new"))
    assert (str(old.date.latest), new.date.is_known) == ("2026-04-01", False)
    assert run("validate", "--strict").code == 0


@pytest.mark.parametrize("typed", ["\n\n\n\nn\n", "", "\n", "T\n\n\n\n"])
def test_whoever_does_not_say_yes_gets_nothing(
    here: Path, run: Run, monkeypatch: pytest.MonkeyPatch, typed: str
) -> None:
    monkeypatch.setattr(sys, "stdin", Terminal(typed))
    assert run(*TWO).code == 0
    assert below(here) == DRAFTS


MISTAKES = [
    (["old.docx"], "there is no plan here to import into\n  Name the one to begin: --plan NAME."),
    (["old.docx", "--plan", "../x"], '"../x" is not a valid plan name\n  Use letters, digits,'),
    (["old.docx", "--plan", "con"], '"con" is not a valid plan name: Windows keeps that name'),
    (["none.docx", "--plan", "talks"], "none.docx does not exist\n  Check the name."),
    (["letter.txt", "--plan", "talks"], "letter.txt has no numbered point\n  planctl diff compares it"),
    (["old.docx", "--plan", "talks", "--by", "u a"], '"u a" cannot be the id of a party\n  An id has'),
    (["old.docx", "--plan", "talks", "--made-from", "v1"], 'no version "v1" in the plan\n  Versions: none'),
    (["old.docx", "--plan", "talks", "--date", "soon"], '"soon" is not a date\n  Write 2025-11-20'),
    (["old.docx", "--plan", "talks", "--url", "x"], 'nothing was written: plans/talks/plan.yaml: "x" is not'),
    (["old.docx", "--plans", "old.docx", "--plan", "x"], "old.docx is not a folder\n  Give --plans a folder"),
    (["old.docx", "--plans", "nowhere"], "nowhere is not a folder\n  Give --plans a folder"),
]


@pytest.mark.parametrize(
    ("arguments", "message"), MISTAKES, ids=[text.splitlines()[0] for _, text in MISTAKES]
)
def test_a_mistake_is_one_message_and_nothing_is_begun(
    here: Path, run: Run, arguments: list[str], message: str
) -> None:
    (here / "letter.txt").write_text("A letter. It only greets.\n")
    before = below(here)
    ran = run("import", *arguments, "--yes")
    assert ran.code == 2, ran.out
    assert ran.err.startswith(f"planctl: {message}")
    assert len(ran.err.splitlines()) <= 2
    assert below(here) == before


@pytest.mark.parametrize("broken", ["rename", "mkdir"])
def test_a_disk_that_is_full_leaves_nothing(
    here: Path, run: Run, monkeypatch: pytest.MonkeyPatch, broken: str
) -> None:
    before = getattr(Path, broken)

    def full(path: Path, *arguments: object, **options: object) -> object:
        if ".planctl-" in path.name:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return before(path, *arguments, **options)

    monkeypatch.setattr(Path, broken, full)
    ran = run(*TWO, "--yes")
    assert ran.code == 2
    assert ran.err.startswith("planctl: plans/talks cannot be created: No space left")
    assert below(here) == DRAFTS


def test_a_folder_of_plans_that_is_named(here: Path, run: Run) -> None:
    (here / "kept").mkdir()
    for folder in ("kept", "fresh/deep"):
        assert run(*TWO, "--plans", folder, "--yes").code == 0
        assert (here / folder / "talks/new.yaml").is_file()
    assert not (here / "plans").exists()


def test_beside_other_plans_a_new_one_is_begun_on_request(here: Path, run: Run) -> None:
    lay(here)
    ran = run(*TWO, "--yes")
    assert (ran.code, ran.err) == (2, 'planctl: no plan "talks" in plans\n  --new begins one beside them.\n')
    assert run(*TWO, "--new", "--yes").code == 0
    ran = run(*TWO, "--new", "--yes")
    assert ran.code == 2
    assert "already exists\n  Choose another name; nothing was written." in ran.err
    assert run("import", "old.docx", "--new", "--yes").err.startswith("planctl: there is no plan here")
    assert run("validate").code == 0


def test_a_link_that_leads_away_is_refused(
    here: Path, run: Run, tmp_path_factory: pytest.TempPathFactory
) -> None:
    away = tmp_path_factory.mktemp("away")
    (here / "plans").symlink_to(away)
    ran = run(*TWO, "--yes")
    assert ran.code == 2
    assert "plans leads out of" in ran.err
    assert not list(away.iterdir())


def test_folders_that_were_there_stay(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()

    def stop() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        disk.put_folder(tmp_path / "a" / "b" / "c", {"x": b""}, stop)
    assert below(tmp_path) == ["a"]

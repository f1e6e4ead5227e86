"""What planctl writes: whole or not at all, where it belongs, and never through a link that leads out."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planctl import disk
from planctl.errors import Refused

HOUR = 3600


@pytest.fixture
def inside(tmp_path: Path) -> Path:
    """A folder to stay in, beside which lies a file of somebody else."""
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "precious").write_bytes(b"precious")
    folder = tmp_path / "inside"
    folder.mkdir()
    return folder


def precious(inside: Path) -> Path:
    return inside.parent / "outside" / "precious"


def unharmed(inside: Path) -> bool:
    outside = inside.parent / "outside"
    return precious(inside).read_bytes() == b"precious" and [p.name for p in outside.iterdir()] == [
        "precious"
    ]


@given(st.binary(max_size=50), st.none() | st.binary(max_size=50))
def test_what_was_put_is_there_whole_and_nothing_else_is(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, before: bytes | None
) -> None:
    folder = tmp_path_factory.mktemp("put")
    if before is not None:
        (folder / "file").write_bytes(before)
    disk.put(folder / "file", data, folder)
    assert (folder / "file").read_bytes() == data
    assert [path.name for path in folder.iterdir()] == ["file"]


@pytest.mark.parametrize("rights", [0o600, 0o640, 0o644, 0o755, 0o444])
def test_rights_stay_as_they_are(inside: Path, rights: int) -> None:
    (inside / "file").write_bytes(b"old")
    (inside / "file").chmod(rights)
    disk.put(inside / "file", b"new", inside)
    assert stat.S_IMODE((inside / "file").stat().st_mode) == rights


def test_a_new_file_has_the_rights_that_the_person_gives_new_files(inside: Path) -> None:
    before = os.umask(0o027)
    try:
        disk.put(inside / "deep" / "file", b"new", inside)
        disk.put_folder(inside / "folder", {"a/b": b"new"})
    finally:
        os.umask(before)
    assert stat.S_IMODE((inside / "deep" / "file").stat().st_mode) == 0o640
    assert stat.S_IMODE((inside / "folder" / "a" / "b").stat().st_mode) == 0o640
    assert stat.S_IMODE((inside / "folder").stat().st_mode) == 0o750


def link_out(inside: Path) -> Path:
    (inside / "file").symlink_to(precious(inside))
    return inside / "file"


def relative_link_out(inside: Path) -> Path:
    (inside / "file").symlink_to("../outside/precious")
    return inside / "file"


def link_to_what_is_not_there(inside: Path) -> Path:
    (inside / "file").symlink_to(inside.parent / "outside" / "new")
    return inside / "file"


def link_to_nothing_inside(inside: Path) -> Path:
    (inside / "file").symlink_to("missing")
    return inside / "file"


def chain_of_links(inside: Path) -> Path:
    (inside / "one").symlink_to(precious(inside))
    (inside / "file").symlink_to("one")
    return inside / "file"


def folder_is_a_link(inside: Path) -> Path:
    (inside / "info").symlink_to(inside.parent / "outside")
    return inside / "info" / "precious"


def new_file_in_a_folder_that_is_a_link(inside: Path) -> Path:
    (inside / "info").symlink_to(inside.parent / "outside")
    return inside / "info" / "new"


def folder_to_be_made_behind_a_link(inside: Path) -> Path:
    (inside / "info").symlink_to(inside.parent / "outside" / "new")
    return inside / "info" / "file"


def dots(inside: Path) -> Path:
    return inside / ".." / "outside" / "precious"


def folder(inside: Path) -> Path:
    (inside / "file").mkdir()
    return inside / "file"


def link_to_a_folder(inside: Path) -> Path:
    (inside / "other").mkdir()
    (inside / "file").symlink_to("other")
    return inside / "file"


def pipe(inside: Path) -> Path:
    os.mkfifo(inside / "file")
    return inside / "file"


def device(inside: Path) -> Path:
    (inside / "file").symlink_to("/dev/zero")
    return inside / "file"


def circle(inside: Path) -> Path:
    (inside / "file").symlink_to("other")
    (inside / "other").symlink_to("file")
    return inside / "file"


def file_where_a_folder_should_be(inside: Path) -> Path:
    (inside / "info").write_bytes(b"")
    return inside / "info" / "file"


def name_too_long(inside: Path) -> Path:
    return inside / ("a" * 300)


WAYS = [
    link_out,
    relative_link_out,
    link_to_what_is_not_there,
    link_to_nothing_inside,
    chain_of_links,
    folder_is_a_link,
    new_file_in_a_folder_that_is_a_link,
    folder_to_be_made_behind_a_link,
    dots,
    folder,
    link_to_a_folder,
    pipe,
    device,
    circle,
    file_where_a_folder_should_be,
    name_too_long,
]


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_what_leads_elsewhere_is_refused_and_left_alone(inside: Path, way: Callable[[Path], Path]) -> None:
    path = way(inside)
    before = sorted(str(found) for found in inside.parent.rglob("*"))
    with pytest.raises(Refused) as caught:
        disk.put(path, b"foreign", inside)
    assert str(path) in caught.value.what
    assert caught.value.cure
    assert unharmed(inside)
    assert sorted(str(found) for found in inside.parent.rglob("*")) == before


@pytest.mark.parametrize("way", WAYS[:9], ids=lambda way: way.__name__)
def test_nothing_outside_is_taken_away(inside: Path, way: Callable[[Path], Path]) -> None:
    with pytest.raises(Refused):
        disk.take_away(way(inside), inside)
    assert unharmed(inside)


def test_a_link_inside_stays_one(inside: Path) -> None:
    (inside / "real").write_bytes(b"old")
    (inside / "file").symlink_to("real")
    disk.put(inside / "file", b"new", inside)
    assert (inside / "file").is_symlink()
    assert (inside / "real").read_bytes() == b"new"


def test_a_link_of_the_persons_own_may_lead_anywhere_and_stays_one(inside: Path) -> None:
    link_out(inside)
    disk.put(inside / "file", b"new")
    assert (inside / "file").is_symlink()
    assert precious(inside).read_bytes() == b"new"


def test_a_second_name_of_a_file_keeps_the_old_content(inside: Path) -> None:
    os.link(precious(inside), inside / "file")
    disk.put(inside / "file", b"new", inside)
    assert (inside / "file").read_bytes() == b"new"
    assert unharmed(inside)


def test_no_draft_has_a_name_that_can_be_foreseen(inside: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []
    replace = Path.replace

    def watch(self: Path, target: Path) -> Path:
        seen.append(self.name)
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", watch)
    for _ in range(20):
        disk.put(inside / "file", b"new", inside)
    assert len(set(seen)) == 20


def test_a_draft_that_is_there_already_is_not_written_through(
    inside: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "urandom", bytes)
    (inside / f".planctl-{'0' * 16}").symlink_to(precious(inside))
    with pytest.raises(Refused, match="cannot be written"):
        disk.put(inside / "file", b"foreign", inside)
    assert unharmed(inside)


def test_drafts_of_killed_runs_are_taken_away_and_those_at_work_are_not(inside: Path) -> None:
    left, at_work, folder = (inside / f".planctl-{digit * 16}" for digit in "123")
    link, mine = inside / f".planctl-{'4' * 16}", inside / ".planctl-of-mine"
    folder.mkdir()
    link.symlink_to(precious(inside))
    for path in (left, at_work, mine, folder / "plan.yaml"):
        path.write_bytes(b"")
    for path in (left, mine, folder, link):
        old = path.lstat().st_mtime - 2 * HOUR
        os.utime(path, (old, old), follow_symlinks=False)
    disk.put(inside / "file", b"new", inside)
    assert sorted(path.name for path in inside.iterdir()) == [at_work.name, mine.name, "file"]
    assert unharmed(inside)


def test_a_folder_is_made_whole_or_not_at_all(inside: Path) -> None:
    files = {"plan.yaml": b"title: x\n", "schema/a.json": b"{}"}
    disk.put_folder(inside / "plan", files)
    made = {p.relative_to(inside / "plan").as_posix(): p.read_bytes() for p in (inside / "plan").rglob("*.*")}
    assert made == files

    def stop() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        disk.put_folder(inside / "other", files, stop)
    assert [path.name for path in inside.iterdir()] == ["plan"]


@pytest.mark.parametrize("there", ["folder", "file", "link", "link to nothing"])
def test_a_folder_takes_nothings_place(inside: Path, there: str) -> None:
    path = inside / "plan"
    match there:
        case "folder":
            path.mkdir()
        case "file":
            path.write_bytes(b"")
        case "link":
            path.symlink_to(inside.parent / "outside")
        case _:
            path.symlink_to(inside.parent / "outside" / "new")
    with pytest.raises(Refused, match="already exists"):
        disk.put_folder(path, {"plan.yaml": b""})
    assert unharmed(inside)

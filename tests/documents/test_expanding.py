from __future__ import annotations

import io
import os
import pickle
from collections.abc import Callable
from pathlib import Path

import pytest

from legation.documents import Source, sources
from legation.errors import TooLargeError

Outcomes = Callable[..., list[str]]


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_folder_is_read_to_the_bottom_in_order(tmp_path: Path, outcomes: Outcomes, english: str) -> None:
    for name in ("b.txt", "a.md", "deep/er/c.TXT", "picture.png", ".hidden.txt", ".git/d.txt"):
        write(tmp_path, name, english)
    write(tmp_path, "page.htm", f"<html><body><p>{english}</p></body></html>")
    write(tmp_path, "lines.jsonl", f'{{"text": "{english}"}}\n')
    expected = ["a.md", "b.txt", "lines.jsonl:1", "page.htm", "deep/er/c.TXT"]
    assert outcomes(tmp_path) == [f"read {tmp_path}/{name}" for name in expected]


def test_a_glob_is_expanded_in_order(tmp_path: Path, outcomes: Outcomes, english: str) -> None:
    write(tmp_path, "2.txt", english)
    write(tmp_path, "1.txt", english)
    assert outcomes(tmp_path / "*.txt") == [f"read {tmp_path}/1.txt", f"read {tmp_path}/2.txt"]


def test_a_file_whose_name_looks_like_a_glob_is_that_file(
    tmp_path: Path, outcomes: Outcomes, english: str
) -> None:
    path = write(tmp_path, "report[1].txt", english)
    assert outcomes(path) == [f"read {path}"]


def test_what_is_not_there_is_named_and_the_rest_is_read(
    tmp_path: Path, outcomes: Outcomes, english: str
) -> None:
    path = write(tmp_path, "x.txt", english)
    (tmp_path / "empty").mkdir()
    assert outcomes(
        tmp_path / "no.txt",
        tmp_path / "*.md",
        tmp_path / "empty",
        "ftp://a.example/x",
        "x" * 5000,
        "a\0b",
        path,
    ) == [
        f"{tmp_path}/no.txt: there is no such file or folder",
        f"{tmp_path}/*.md: no file matches the pattern",
        f"{tmp_path}/empty: the folder holds no .txt, .md, .html, .htm, .jsonl file",
        "ftp://a.example/x: only http and https URLs can be read",
        f"{'x' * 5000}: there is no such file or folder",
        "a\0b: there is no such file or folder",
        f"read {path}",
    ]


def test_a_file_that_vanishes_before_it_is_read_is_unreachable(tmp_path: Path, english: str) -> None:
    path = write(tmp_path, "x.txt", english)
    [source] = sources([str(path)], stdin=io.BytesIO())
    path.unlink()
    assert isinstance(source, Source)
    with pytest.raises(Exception, match=r"x\.txt: cannot be read: No such file or directory"):
        source.load()


def test_standard_input_holds_a_text(outcomes: Outcomes, english: str) -> None:
    assert outcomes("-", stdin=english.encode()) == ["read stdin"]
    assert outcomes("-", stdin=b"") == ["stdin: is empty"]


def test_the_text_of_standard_input_is_kept_whole(english: str) -> None:
    data = f"\n \n{english}\r\nMore.".encode()
    [source] = sources(["-"], stdin=io.BytesIO(data))
    assert isinstance(source, Source)
    assert source.load().data == data


@pytest.mark.parametrize("before", [b"", b"\n\n  ", b"\xef\xbb\xbf"])
def test_standard_input_holds_json_lines_where_it_begins_with_a_brace(
    before: bytes, outcomes: Outcomes, english: str
) -> None:
    lines = before + f'{{"text": "{english}"}}\n{{"text": 5}}'.encode()
    first = before.count(b"\n") + 1
    assert outcomes("-", stdin=lines) == [
        f"read stdin:{first}",
        f"stdin:{first + 1}: 'text' must be a string (got 5)",
    ]


def test_standard_input_is_not_read_beyond_the_limit(
    monkeypatch: pytest.MonkeyPatch, outcomes: Outcomes
) -> None:
    monkeypatch.setattr("legation.documents.source.MAX_BYTES", 1000)
    monkeypatch.setattr("legation.documents.expanding.MAX_BYTES", 1000)
    endless = io.BytesIO(b"word " * 10_000)
    [item] = sources(["-"], stdin=endless)
    assert not isinstance(item, Source)
    assert isinstance(item.error, TooLargeError)
    assert endless.tell() <= 1001


def test_a_source_can_be_sent_to_another_process(tmp_path: Path, english: str) -> None:
    path = write(tmp_path, "x.txt", english)
    for source in sources([str(path), "https://a.example/x", "-"], stdin=io.BytesIO(english.encode())):
        assert pickle.loads(pickle.dumps(source)) == source  # noqa: S301 - our own bytes


def test_a_pipe_in_a_folder_is_named_and_not_waited_for(tmp_path: Path, english: str) -> None:
    os.mkfifo(tmp_path / "a.txt")
    write(tmp_path, "b.txt", english)
    pipe, text = sources([str(tmp_path)], stdin=io.BytesIO())
    assert (isinstance(pipe, Source), isinstance(text, Source)) == (False, True)


def test_a_password_in_a_url_is_not_shown() -> None:
    [source] = sources(["https://user:secret@a.example/x"], stdin=io.BytesIO())
    assert "secret" not in str(getattr(source, "name", source))

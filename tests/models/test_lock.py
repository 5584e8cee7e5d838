from __future__ import annotations

import pytest

from legation.errors import ModelError
from legation.models import lock as under_test


def test_the_lock_knows_the_reader_with_licence_and_card() -> None:
    found = under_test.locked("reader")
    assert found.licence
    assert (under_test.room() / found.card).is_file()
    assert set(found.digests) == {"reader.json", "reader.onnx", "tokenizer.json"}


def test_every_locked_file_is_the_one_that_was_locked() -> None:
    found = under_test.locked("reader")
    for name in found.digests:
        assert under_test.checked(found, name)


def test_an_unknown_model_is_named() -> None:
    with pytest.raises(ModelError, match="no model “writer”"):
        under_test.locked("writer")


def test_a_changed_file_is_refused() -> None:
    found = under_test.locked("reader")
    changed = under_test.LockedModel("reader", "9", "none", "none", dict.fromkeys(found.digests, "0" * 64))
    with pytest.raises(ModelError, match=r"reader-9: weights/reader\.json is not the locked file"):
        under_test.checked(changed, "reader.json")


def test_a_missing_file_is_named() -> None:
    found = under_test.locked("reader")
    with pytest.raises(ModelError, match=r"weights/none\.bin cannot be read"):
        under_test.checked(found, "none.bin")

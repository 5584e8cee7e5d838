"""Records and desks for the tests of the doors that speak HTTP."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from tests.web.desk import copied, desk, make_record, served

CHROMIUM = next((found for name in ("chromium", "chromium-browser") if (found := shutil.which(name))), None)


@pytest.fixture(scope="session")
def read_record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a record of three reports, to be copied."""
    place = tmp_path_factory.mktemp("desk") / "record.db"
    make_record(place)
    return place


@pytest.fixture
def place(read_record: Path, tmp_path: Path) -> Path:
    """Return a record of a test's own."""
    return copied(read_record, tmp_path)


@pytest.fixture
def app(place: Path) -> Iterator[FastAPI]:
    """Return the application of the record."""
    with desk(place) as made:
        yield made


@pytest.fixture
def client(app: FastAPI) -> Iterator[TestClient]:
    """Return a client of the application."""
    with TestClient(app) as made:
        yield made


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return Debian's Chromium."""
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine (apt install chromium)")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture
def context(browser: Browser, app: FastAPI) -> Iterator[BrowserContext]:
    """Return a fresh browser that asks the desk, and refuses to go anywhere else."""
    with served(app) as address:
        made = browser.new_context(base_url=address, viewport={"width": 1280, "height": 900}, locale="en-GB")
        made.set_default_timeout(15_000)
        yield made
        made.close()


@pytest.fixture
def tab(context: BrowserContext) -> Iterator[Page]:
    """Return a tab in which any error of a script, and any request to another host, fails the test."""
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("request", lambda asked: _stay(asked.url, faults))
    yield page
    assert faults == []


def _stay(url: str, faults: list[str]) -> None:
    if not url.startswith(("http://127.0.0.1:", "data:", "blob:")):
        faults.append(f"asked another host: {url}")

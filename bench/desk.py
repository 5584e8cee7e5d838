"""How fast the desk is: server time a page, weight of a relation, time until it can be used on a slow machine.

``python -m bench.desk RECORD A B`` serves a record (python -m bench.record makes one) and asks for its pages from
eight clients, each new address once cold, then warm; with Chromium it also loads the relation with the processor
throttled to a quarter.
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from statistics import quantiles

import httpx

CLIENTS = 8
SECONDS = 20.0


@contextmanager
def served(record: str) -> Iterator[str]:
    """Serve a record in a process of its own and yield its address."""
    words = [sys.executable, "-m", "legation", "serve", "--port", "0", "--record", record, "--by", "bench"]
    with subprocess.Popen(words, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None  # noqa: S101
        found = re.search(r"http://\S+", process.stderr.readline())
        assert found is not None  # noqa: S101
        yield found[0]
        process.terminate()


def pages(address: str, a: str, b: str) -> dict[str, str]:
    """Return what is asked for: the name of a page -> its path."""
    claim = httpx.get(f"{address}/api/v1/claims?parties={a},{b}&limit=1", timeout=60).json()["items"][0]
    return {
        "front": "/",
        "relation": f"/relations/{a}-{b}",
        "state": f"/actors/{a}",
        "claim": f"/claims/{claim['id']}",
        "report": f"/reports/{claim['report']['id']}",
        "search": f"/search?q=agreement&actor={a}",
        "review": "/review",
        "brief": f"/relations/{a}-{b}/brief",
    }


def timed(address: str, paths: dict[str, str]) -> None:
    """Print the time of each page: the first answer, and the median and 95th percentile under eight clients."""
    cold = {}
    for name, path in paths.items():
        began = time.perf_counter()
        httpx.get(address + path, timeout=120).raise_for_status()
        cold[name] = time.perf_counter() - began
    took: dict[str, list[float]] = {name: [] for name in paths}
    ends = time.monotonic() + SECONDS

    def ask(offset: int) -> None:
        with httpx.Client(base_url=address, timeout=60) as client:
            number = offset
            while time.monotonic() < ends:
                name = list(paths)[number % len(paths)]
                began = time.perf_counter()
                client.get(paths[name]).raise_for_status()
                took[name].append(time.perf_counter() - began)
                number += 1
                time.sleep(0.5)  # a person looks at a page before asking for the next: 16 pages a second in all

    clients = [threading.Thread(target=ask, args=(number,)) for number in range(CLIENTS)]
    for each in clients:
        each.start()
    for each in clients:
        each.join()
    print(f"{'page':10} {'first':>8} {'median':>8} {'95th':>8}   seconds, {CLIENTS} clients, {SECONDS:.0f} s")
    for name, times in took.items():
        cut = quantiles(times, n=20)
        print(f"{name:10} {cold[name]:8.3f} {cut[9]:8.3f} {cut[18]:8.3f}")
    every = quantiles([t for times in took.values() for t in times], n=20)
    print(f"{'all':10} {'':8} {every[9]:8.3f} {every[18]:8.3f}")


def weighed(address: str, path: str) -> None:
    """Print what a relation weighs on the wire, and when it can be used with the processor at a quarter."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only where there is a browser

    chromium = shutil.which("chromium")
    if chromium is None:
        print("no Chromium: the relation is not weighed")
        return
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page()
        session = page.context.new_cdp_session(page)
        session.send("Network.enable")
        session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
        weight: list[float] = []
        session.on("Network.loadingFinished", lambda told: weight.append(told["encodedDataLength"]))
        began = time.perf_counter()
        page.goto(address + path, wait_until="load")
        page.wait_for_selector("figure.chart[data-drawn] svg")
        ready = time.perf_counter() - began
        told = page.evaluate("performance.timing.domInteractive - performance.timing.navigationStart")
        print(f"relation: {sum(weight) / 1000:.0f} kB cold; parsed {told / 1000:.2f} s, charts drawn {ready:.2f} s")
        browser.close()


def main() -> int:
    """Measure a record."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("record")
    parser.add_argument("a")
    parser.add_argument("b")
    given = parser.parse_args()
    with served(given.record) as address:
        paths = pages(address, given.a, given.b)
        timed(address, paths)
        weighed(address, paths["relation"])
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

"""Run every benchmark and print one line each."""

from __future__ import annotations

from bench import cold_start, reading


def main() -> None:
    """Print name, figure and unit of every benchmark."""
    for name, figure, unit in (*cold_start.measure(), *reading.measure()):
        print(f"{name:<44} {figure:10.2f} {unit}")


if __name__ == "__main__":
    main()

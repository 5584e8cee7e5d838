"""The map of the desk: world-atlas countries (Natural Earth, public domain) with ISO 3166-1 alpha-3 codes as ids.

``python -m training.reference.world countries-110m.json > src/legation/web/static/vendor/world.json``
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from legation.errors import UnknownActorError
from legation.pipeline import actor_code

_NAMES = {
    "W. Sahara": "ESH", "Dem. Rep. Congo": "COD", "Congo": "COG", "Dominican Rep.": "DOM", "Falkland Is.": "FLK",
    "Fr. S. Antarctic Lands": "ATF", "Timor-Leste": "TLS", "Central African Rep.": "CAF", "Eq. Guinea": "GNQ",
    "eSwatini": "SWZ", "Palestine": "PSE", "Solomon Is.": "SLB", "Bosnia and Herz.": "BIH", "Macedonia": "MKD",
    "S. Sudan": "SSD", "N. Cyprus": "N-CYP", "Somaliland": "SOMALILAND", "Antarctica": "ATA", "Georgia": "GEO",
    "North Korea": "PRK", "South Korea": "KOR", "Côte d'Ivoire": "CIV", "Kosovo": "XKX", "Jordan": "JOR",
}  # fmt: skip


def main(place: str) -> int:
    """Print the map with codes as ids; names that no code has keep their own id and are told of."""
    world = json.loads(Path(place).read_text(encoding="utf-8"))
    for each in world["objects"]["countries"]["geometries"]:
        name = each["properties"]["name"]
        try:
            each["id"] = _NAMES.get(name) or actor_code(name)
        except UnknownActorError as error:
            sys.stderr.write(f"{error}\n")
    sys.stdout.write(json.dumps(world, separators=(",", ":"), ensure_ascii=False))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1]))

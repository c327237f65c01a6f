"""A second reader of packages: RFC 8493 (BagIt 1.0) by zipfile and hashlib alone.

Usage: bag.py PACKAGE FOLDER. Unpacks the package into FOLDER and prints what it found as JSON; exits with 1 where the bag is not valid.
"""

import hashlib
import json
import re
import sys
import zipfile
from pathlib import Path


def manifest(text):
    entries = {}
    for line in text.splitlines():
        match = re.fullmatch(r"([0-9a-f]{64})\s+\*?(.+)", line)
        if not match:
            raise ValueError(f"no manifest line: {line!r}")
        path = match[2].replace("%0A", "\n").replace("%0D", "\r").replace("%25", "%")
        if path in entries:
            raise ValueError(f"listed twice: {path}")
        entries[path] = match[1]
    return entries


def faults_of(bag):
    files = {str(path.relative_to(bag)) for path in bag.rglob("*") if path.is_file()}
    declaration = (bag / "bagit.txt").read_text(encoding="utf-8")
    if declaration != "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n":
        yield "bagit.txt"
    payload = {path for path in files if path.startswith("data/")}
    tags = files - payload - {"tagmanifest-sha256.txt"}
    for name, listed in (("manifest-sha256.txt", payload), ("tagmanifest-sha256.txt", tags)):
        entries = manifest((bag / name).read_text(encoding="utf-8"))
        if set(entries) != listed:
            yield f"{name} lists {sorted(set(entries) ^ listed)}"
        for path, stated in entries.items():
            if hashlib.sha256((bag / path).read_bytes()).hexdigest() != stated:
                yield f"{path} does not match {name}"
    info = dict(line.split(": ", 1) for line in (bag / "bag-info.txt").read_text(encoding="utf-8").splitlines())
    octets = sum((bag / path).stat().st_size for path in payload)
    if info["Payload-Oxum"] != f"{octets}.{len(payload)}":
        yield "Payload-Oxum"


def main(package, folder):
    with zipfile.ZipFile(package) as container:
        broken = container.testzip()
        entries = container.infolist()
        container.extractall(folder)
    (bag,) = Path(folder).iterdir()
    faults = [*([broken] if broken else []), *faults_of(bag)]
    stored = all(entry.compress_type == zipfile.ZIP_STORED for entry in entries)
    dates = sorted({entry.date_time for entry in entries})
    print(json.dumps({"folder": bag.name, "faults": faults, "stored": stored, "dates": dates}))
    return 1 if faults else 0


sys.exit(main(sys.argv[1], sys.argv[2]))

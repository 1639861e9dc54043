"""lisensi.py TARGET: the licence texts of every crate that is compiled into the program, each text once."""

import json
import pathlib
import subprocess
import sys

target = sys.argv[1]
metadata = json.loads(
    subprocess.check_output(["cargo", "metadata", "--format-version", "1", "--locked", "--filter-platform", target])
)
packages = {package["id"]: package for package in metadata["packages"]}
nodes = {node["id"]: node for node in metadata["resolve"]["nodes"]}

# What the program itself depends on; what only tests or builds use is not in it.
used, open_ids = set(), [metadata["resolve"]["root"]]
while open_ids:
    one = open_ids.pop()
    if one in used:
        continue
    used.add(one)
    for dependency in nodes[one]["deps"]:
        if any(kind["kind"] is None for kind in dependency["dep_kinds"]):
            open_ids.append(dependency["pkg"])
used.discard(metadata["resolve"]["root"])

texts = {}
for one in sorted(used, key=lambda one: (packages[one]["name"], packages[one]["version"])):
    package = packages[one]
    folder = pathlib.Path(package["manifest_path"]).parent
    named = f"{package['name']} {package['version']} ({package['license'] or 'see text'})"
    files = sorted(
        path
        for path in folder.iterdir()
        if path.is_file() and path.name.upper().startswith(("LICENSE", "LICENCE", "COPYING", "NOTICE", "UNLICENSE"))
    )
    found = [path.read_text(encoding="utf-8", errors="replace").strip() for path in files]
    if not found:
        authors = ", ".join(package["authors"]) or "its authors"
        found = [f"Licensed under {package['license']}; copyright {authors}. {package['repository'] or ''}".strip()]
    for text in found:
        texts.setdefault(text, []).append(named)

# What is linked in beside the crates: the standard library, and the system's own pieces of the target.
own = ["mingw-w64-common", "gcc-mingw-w64-base"] if "windows" in target else ["musl-dev"]
for name in own:
    path = pathlib.Path("/usr/share/doc") / name / "copyright"
    if path.is_file():
        texts.setdefault(path.read_text(encoding="utf-8", errors="replace").strip(), []).append(name)
texts.setdefault("Licensed under MIT OR Apache-2.0; copyright The Rust Project contributors.", []).append("Rust standard library")

print("The program holds code of these crates and libraries, under these licences.\n")
for text, names in texts.items():
    print("=" * 78)
    print("\n".join(names))
    print("-" * 78)
    print(text)
    print()

"""Java libraries for the judges, fetched by Maven into a folder and kept there between runs."""

import subprocess

POM = """<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>iku</groupId><artifactId>juri</artifactId><version>1</version><dependencies>{}</dependencies></project>
"""
ONE = "<dependency><groupId>{}</groupId><artifactId>{}</artifactId><version>{}</version></dependency>"


def class_path(folder, artifacts):
    """The class path of these `group:artifact:version` with all they need; Maven fetches what is missing."""
    library = folder / "lib"
    pom = POM.format("".join(ONE.format(*artifact.split(":")) for artifact in artifacts))
    kept = folder / "pom.xml"
    if not (kept.exists() and kept.read_text() == pom and (folder / "whole").exists()):
        folder.mkdir(parents=True, exist_ok=True)
        kept.write_text(pom)
        command = ["mvn", "-q", "-B", "-f", kept, "dependency:copy-dependencies", f"-DoutputDirectory={library.resolve()}"]
        subprocess.run(command, stdin=subprocess.DEVNULL, check=True, timeout=900)
        (folder / "whole").touch()
    return f"{library.resolve()}/*"

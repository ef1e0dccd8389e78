"""What arrives can't escape: no path in it is followed, no entity fetched, no name becomes SQL."""

from __future__ import annotations

import ast
import gzip
import io
import json
import subprocess
import sys
import tarfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from flows.cli import main
from schemas.errors import UsageError
from schemas.tables import TABLES
from tests.conftest import copied
from tests.helpers import ROOT, article, ingest, query, replay, states, write
from tests.tasks.read.making import tarred, zipped
from tests.test_layout import LAYERS
from warehouse.ddl import quote_name
from warehouse.query import answer

if TYPE_CHECKING:
    from warehouse.home import Home

pytestmark = pytest.mark.warehouse

SECRET = "xyzzy-of-the-harbour"  # noqa: S105 - a word to look for
HOSTILE = "it's\"; DROP TABLE articles; --"
TWO_PATHS = {"os.rename", "os.symlink", "os.link"}
TOUCHES_FILES = TWO_PATHS | {"open", "os.remove", "os.mkdir", "os.rmdir", "os.chmod"}
WATCHED = """
import json, os, sys
from pathlib import Path
from tests.helpers import ingest
from tests.test_safety import TOUCHES_FILES, TWO_PATHS
from warehouse.home import Home
import tasks.preload, flows.pipeline, duckdb, pyarrow.parquet, trafilatura, lxml.html, jinja2
home, inbox, *settings = sys.argv[1:]
told = {"read": [], "written": []}
WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
def heard(event, arguments):
    if event in TOUCHES_FILES:
        places = arguments[event == "os.symlink" : 2] if event in TWO_PATHS else arguments[:1]
        # What is removed with its folder is named from the folder's descriptor on.
        has_folder = event in {"os.remove", "os.rmdir"} and arguments[1] > 0
        folder = os.readlink(f"/proc/self/fd/{arguments[1]}") if has_folder else "."
        names = [os.fsdecode(place) for place in places if isinstance(place, (str, bytes, os.PathLike))]
        paths = [os.path.abspath(os.path.join(folder, name)) for name in names]
        reads = event == "open" and not (arguments[2] or 0) & WRITES
        told["read" if reads else "written"] += paths
sys.addaudithook(heard)
ingest(Home(Path(home)), Path(inbox))
print(json.dumps(told))
"""


def linked(name: str, target: str, kind: bytes) -> tarfile.TarInfo:
    """Return a member of a tar archive that is a link to somewhere else."""
    info = tarfile.TarInfo(name)
    info.type, info.linkname = kind, target
    return info


def tar_of(*infos: tarfile.TarInfo) -> bytes:
    """Return a tar archive of members without content."""
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        for info in infos:
            archive.addfile(info)
    return buffer.getvalue()


def named_gzip(name: str, content: bytes) -> bytes:
    """Return a gzip file that says under which name it wants to be written."""
    buffer = io.BytesIO()
    with gzip.GzipFile(name, "wb", fileobj=buffer, mtime=0) as packed:
        packed.write(content)
    return buffer.getvalue()


def hostile_files(outside: Path) -> dict[str, bytes]:
    """Return files that name others outside: in archives, JSON, XML and HTML."""
    secret, evil = outside / "secret.txt", outside / "evil.txt"
    up = "../" * 20 + str(evil).lstrip("/")
    text = article(1).encode()
    entity = (
        f'<!DOCTYPE nitf [<!ENTITY x SYSTEM "file://{secret}"><!ENTITY % p SYSTEM "file://{secret}"> %p;]>'
    )
    nitf = "<nitf><body><body.content><p>Envoys met on Tuesday. &x;</p></body.content></body></nitf>"
    include = f'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file://{secret}" parse="text"/>'
    page = f'<p>Envoys met in Lima on Tuesday again.</p><iframe src="file://{secret}"></iframe>'
    told = {
        "text": article(2),
        "path": str(evil),
        "url": f"file://{secret}",
        "file": up,
        "uri": f"file://{secret}",
    }
    return {
        "names.zip": zipped([(up, text), (str(evil), text), ("..\\..\\evil.txt", text), (HOSTILE, text)]),
        "names.tar": tarred([(up, text), (str(evil), text)]),
        "links.tar": tar_of(
            linked("a.txt", str(secret), tarfile.SYMTYPE),
            linked("b.txt", str(secret), tarfile.LNKTYPE),
            linked("c", "/dev/zero", tarfile.CHRTYPE),
        ),
        "named.txt.gz": named_gzip(up, text),
        "records.jsonl": (json.dumps(told) + "\n").encode() * 2,
        "entity.xml": (entity + nitf).encode(),
        "include.xml": nitf.replace("&x;", include).encode(),
        "stylesheet.xml": (f'<?xml-stylesheet href="file://{secret}"?>' + nitf.replace("&x;", "")).encode(),
        "page.html": f"<html><head><base href='file://{outside}/'></head><body>{page}</body></html>".encode(),
    }


def below(folder: Path) -> set[Path]:
    """Return everything below a folder."""
    return set(folder.rglob("*"))


def words(home: Home) -> str:
    """Return all text that stands in any table."""
    return "\n".join(str(query(home, f"SELECT * FROM {table.qualified}")) for table in TABLES)


def test_nothing_outside_the_home_is_opened_for_what_a_file_says(warm: Home, tmp_path: Path) -> None:
    """Paths in archives, JSON, XML and HTML are never written, nor read; only the home is changed."""
    outside = tmp_path / "outside"
    write(outside, {"secret.txt": f" date 2024-03-07 LIMA: {SECRET} was said.\n\nIt was said again.\n"})
    inbox = write(tmp_path / "inbox", hostile_files(outside))
    before = below(outside) | below(inbox)
    done = subprocess.run(
        [sys.executable, "-c", WATCHED, str(warm.root), str(inbox)],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    told: dict[str, list[str]] = json.loads(done.stdout)
    scratch = ("/dev/null", "/proc", "/sys")
    written = {path for path in told["written"] if not path.startswith((str(warm.root), *scratch))}
    assert written == set()
    assert not any(path.startswith(str(outside)) for path in told["read"])
    assert len(told["written"]) > 10
    assert below(outside) | below(inbox) == before
    assert SECRET not in words(warm)
    assert set(hostile_files(outside)) <= set(states(warm))


def test_entities_do_not_multiply(warm: Home, inbox: Path) -> None:
    """A document that would grow to gigabytes by its own entities is refused, or read without them."""
    levels = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    bomb = f'<?xml version="1.0"?><!DOCTYPE nitf [<!ENTITY a0 "ha">{levels}]>'
    body = "<nitf><body><body.content><p>&a11;</p></body.content></body></nitf>"
    write(inbox, {"bomb.xml": bomb + body, "a.txt": article(1)})
    ingest(warm, inbox)
    assert states(warm) == {"bomb.xml": "quarantined", "a.txt": "loaded"}


def test_hostile_names_are_only_names(empty_warehouse: Home, tmp_path: Path) -> None:
    """A home, a folder, a file and a text that look like SQL stay what they are through every command."""
    home = copied(empty_warehouse, tmp_path / HOSTILE.replace("/", "") / "home")
    inbox = write(
        tmp_path / HOSTILE, {f"{HOSTILE}.txt": article(1, more=HOSTILE), "a.zip": zipped([(HOSTILE, b"")])}
    )
    ingest(home, inbox)
    ingest(home, write(inbox, {f"{HOSTILE}.txt": article(2, more=HOSTILE)}))
    replay(home, "f.path LIKE '%DROP%'")
    for command in (["rebuild"], ["maintain"], ["changes"], ["status"], ["report"]):
        assert main([*command, "--home", str(home.root)]) == 0
    assert query(home, "SELECT DISTINCT source FROM ops.files") == [(HOSTILE,)]
    assert states(home) == {f"{HOSTILE}.txt": "loaded", "a.zip": "quarantined"}
    assert query(home, "SELECT member FROM ops.documents WHERE member IS NOT NULL") == [(HOSTILE,)]
    assert query(home, "SELECT count(*) FROM paragraphs WHERE contains(text, 'DROP TABLE')") == [(2,)]
    with pytest.raises(UsageError):
        answer(home, HOSTILE)
    assert query(home, "SELECT count(*) FROM articles") == [(2,)]


def test_names_are_quoted_as_sql_wants_it() -> None:
    """The one door for names doubles quotes, so that a name can't end early."""
    assert quote_name('a"b') == '"a""b"'


def called_in(path: Path) -> set[str]:
    """Return the name of every function and method that a file of code calls."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    called = [node.func for node in ast.walk(tree) if isinstance(node, ast.Call)]
    return {f.id for f in called if isinstance(f, ast.Name)} | {
        f.attr for f in called if isinstance(f, ast.Attribute)
    }


def calling(*names: str) -> set[str]:
    """Return the product's files that call one of these."""
    paths = [path for folder in LAYERS for path in sorted((ROOT / folder).rglob("*.py"))]
    return {str(path.relative_to(ROOT)) for path in paths if called_in(path) & set(names)}


def test_statements_go_through_few_doors() -> None:
    """Only these files hand statements to DuckDB; all others go through `warehouse/connection.py`."""
    doors = {"warehouse/connection.py", "warehouse/ddl.py", "warehouse/changes.py"}
    assert calling("execute", "executemany", "sql") == doors


def test_no_code_is_made_of_text() -> None:
    """Nothing is evaluated, unpacked onto the disk or handed to a shell."""
    assert calling("eval", "exec", "system", "popen", "extractall", "unpack_archive") == set()

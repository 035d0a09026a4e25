"""Takes the messages of the code into the Russian catalogue: new ones empty, those no longer used removed."""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from rsnms_rules.checks import ALL_RULES
from rsnms_rules.checks.page import english

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "src" / "rsnms_rules"
PO = PACKAGE / "locale" / "ru" / "LC_MESSAGES" / "rsnms.po"
KEYWORDS = {"N_": None, "doc": (1, 2)}
HEADER = "# The Russian catalogue of rsnms_rules. Written by «make messages»; translations are made by hand."


def extract() -> Catalog:
    """All messages of the code, in the order of files and lines."""
    catalog = Catalog(fuzzy=False)
    found = extract_from_dir(PACKAGE, method_map=[("**.py", "python")], keywords=KEYWORDS)
    for file, _, text, _, _ in sorted(found, key=lambda entry: (entry[0], entry[1])):
        for one in text if isinstance(text, tuple) else (text,):
            if one:
                catalog.add(one, locations=[(file, 0)])
    for module in ALL_RULES:
        own = english(module)
        for one in (own.why, own.condition, own.remedy, own.authority):
            catalog.add(one, locations=[(f"checks/{Path(module.__file__ or '').name}", 0)])
    return catalog


def updated() -> bytes:
    """The Russian catalogue with the messages of the code and the translations that it already has."""
    with PO.open("rb") as stream:
        known = read_po(stream, locale="ru")
    result = Catalog(locale="ru", header_comment=HEADER, fuzzy=False, project="rsnms-rules")
    for entry in extract():
        if entry.id:
            old = known.get(entry.id)
            result.add(entry.id, old.string if old is not None else "", locations=entry.locations)
    stream_ = BytesIO()
    write_po(stream_, result, width=0, omit_header=True, sort_by_file=False, include_lineno=False)
    head = (
        f"{HEADER}\n"
        'msgid ""\nmsgstr ""\n"Project-Id-Version: rsnms-rules\\n"\n"Language: ru\\n"\n"MIME-Version: 1.0\\n"\n'
        '"Content-Type: text/plain; charset=utf-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n\n'
    )
    return head.encode() + stream_.getvalue()


def main() -> int:
    """Write the catalogue and list what is not translated."""
    PO.write_bytes(updated())
    with PO.open("rb") as stream:
        empty = [str(entry.id) for entry in read_po(stream) if entry.id and not entry.string]
    for text in empty:
        print(f"untranslated: {text}")
    sys.path.insert(0, str(ROOT / "tools"))
    from build_hook import compile_catalogues

    compile_catalogues(ROOT)
    return 1 if empty else 0


if __name__ == "__main__":
    sys.exit(main())

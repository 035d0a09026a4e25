"""What a file may leave out because another place says it: ids of functions, labels of citations.

Works on plain data before it is validated and leaves alone what has an unexpected shape: the model will say what is
wrong with it. Filling twice changes nothing.
"""

from __future__ import annotations

import copy
from decimal import Decimal

CATCH_ALL_ID = "catch-all"


def fill(data: object) -> object:
    """Return a copy of `data` with the ids of functions and the inherited labels of citations filled in."""
    filled = copy.deepcopy(data)
    fill_in_place(filled)
    return filled


def fill_in_place(data: object) -> None:
    """Fill in what `fill` fills in, in data that nobody else holds."""
    if not isinstance(data, dict):
        return
    for name, lists in _BELOW.items():
        value = data.get(name)
        for element in value if isinstance(value, list) else (value,):
            if isinstance(element, dict):
                _fill_element(element, lists)


_BELOW = {
    "subjects": ("functions", "groups", "notes", "listed"),
    "directions": ("contents", "mechanisms", "activities"),
    "monitoring": ("methods", "based_on"),
}
"""Elements whose first label holds for the items of these lists below them."""


def _fill_element(element: dict[str, object], lists: tuple[str, ...]) -> None:
    label = _first_label(element)
    _label(element, label)
    for key in lists:
        items = element.get(key)
        for item in items if isinstance(items, list) else ():
            if isinstance(item, dict):
                if label:
                    _label(item, label)
                if key == "functions" and "id" not in item:
                    _identify(item)


def _identify(function: dict[str, object]) -> None:
    """The leading concept with «-» for «.» is the id of a function that has none; a catch-all is called so."""
    concepts = function.get("concepts")
    if isinstance(concepts, list) and concepts and isinstance(concepts[0], str):
        function["id"] = concepts[0].replace(".", "-")
    elif function.get("catch_all") is True:
        function["id"] = CATCH_ALL_ID


def _label(item: dict[str, object], label: str) -> None:
    """Give the citations of an item that have no label its own first label, or else `label`."""
    cite = item.get("cite")
    if isinstance(cite, str):
        if cite[:1] == "«":
            item["cite"] = f"{label} {cite}" if label else cite
    elif isinstance(cite, list):
        own = _first_label(item) or label
        item["cite"] = [
            f"{own} {text}" if own and isinstance(text, str) and text.startswith("«") else text for text in cite
        ]


def _first_label(node: dict[str, object]) -> str:
    cite = node.get("cite")
    for text in cite if isinstance(cite, list) else (cite,):
        if isinstance(text, (int, Decimal)):
            return str(text)  # an unquoted clause is a fault of its own, and no reason for others
        if isinstance(text, str) and (label := text.partition("«")[0].rstrip()):
            return label
    listed = node.get("listed")
    for entry in listed if isinstance(listed, list) else ():
        if isinstance(entry, dict) and (label := _first_label(entry)):
            return label
    return ""

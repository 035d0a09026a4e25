"""A networkx graph whose attributes can be sealed.

`networkx.freeze` freezes the structure of a graph and leaves the attributes of nodes and edges open.
The attributes here are dictionaries of our own, brought in through the hooks that networkx documents for
subclasses.
"""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, NoReturn

import networkx

Value = str | int | bool | None | tuple[str, ...]
"""What an attribute may hold: nothing that could be changed in place."""

if TYPE_CHECKING:
    _Base = networkx.MultiDiGraph[str]
else:
    _Base = networkx.MultiDiGraph


class Attributes(dict[str, Value]):
    """A dictionary that can be sealed; `copy()` of it is an ordinary dictionary."""

    __slots__ = ("_sealed",)

    _sealed: bool

    def seal(self) -> None:
        """Refuse all changes from now on."""
        self._sealed = True

    @property
    def sealed(self) -> bool:
        """Whether changes are refused."""
        return getattr(self, "_sealed", False)

    def _open(self) -> None:
        if getattr(self, "_sealed", False):
            _refuse()

    def __setitem__(self, name: str, value: Value) -> None:
        self._open()
        super().__setitem__(name, value)

    def __delitem__(self, name: str) -> None:
        self._open()
        super().__delitem__(name)

    def update(self, *args: object, **values: object) -> None:
        """Like `dict.update`, unless sealed."""
        self._open()
        super().update(*args, **values)  # type: ignore[call-overload] # passed on as they are

    def setdefault(self, name: str, default: Value = None, /) -> Value:  # type: ignore[override] # one overload
        """Like `dict.setdefault`, unless sealed."""
        self._open()
        return super().setdefault(name, default)

    def pop(self, *args: object) -> Value:
        """Like `dict.pop`, unless sealed."""
        self._open()
        return super().pop(*args)  # type: ignore[call-overload, no-any-return] # as in update

    def popitem(self) -> tuple[str, Value]:
        """Like `dict.popitem`, unless sealed."""
        self._open()
        return super().popitem()

    def clear(self) -> None:
        """Like `dict.clear`, unless sealed."""
        self._open()
        super().clear()

    def __ior__(self, other: object) -> Attributes:  # type: ignore[override, misc] # as in update
        self.update(other)
        return self

    def __deepcopy__(self, memo: dict[int, object]) -> Attributes:
        return self if self.sealed else _restored(deepcopy(dict(self), memo), sealed=False)

    def __reduce__(self) -> tuple[object, ...]:
        return _restored, (dict(self), self.sealed)


def _refuse() -> NoReturn:
    raise TypeError("This graph is read-only, its attributes too; change a copy of it: graph.copy().")


def _restored(values: dict[str, Value], sealed: bool) -> Attributes:
    attributes = Attributes(values)
    if sealed:
        attributes.seal()
    return attributes


class RegulationGraph(_Base):
    """The graph of one regulation or of several; read-only once sealed, while its copies can be changed."""

    graph_attr_dict_factory = Attributes
    node_attr_dict_factory = Attributes
    edge_attr_dict_factory = Attributes

    def seal(self) -> RegulationGraph:
        """Freeze structure and attributes, and return the graph itself."""
        attributes: list[object] = [self.graph]
        attributes.extend(values for _, values in self.nodes(data=True))
        attributes.extend(values for _, _, values in self.edges(data=True))
        for values in attributes:
            assert isinstance(values, Attributes)
            values.seal()
        networkx.freeze(self)
        return self

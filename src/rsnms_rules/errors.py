"""Exceptions, for callers and environments; what is wrong in a document is a finding.

RsnmsError
├── UsageError                 the call is wrong (command line: exit 2)
│   ├── UnknownRegulation      no bundled id and no file of this name
│   ├── InvalidConfiguration   rsnms.toml or [tool.rsnms] is broken
│   ├── UnreadablePath         no such file, a folder in place of a file, no right to read it
│   ├── UnknownPack            no bundled policy pack and no file of this name
│   ├── InvalidPack            carries the findings of the reader (DESIGN: a broken pack is a wrong call)
│   ├── MissingExtra           a format needs a package that is not installed
│   └── UnknownElement         a subject, level, role, concept or element that is not there
└── InvalidInput               an input that the call needs is invalid (exit 3)
    ├── InvalidRegulation      carries the findings of the reader
    ├── InvalidObservations    the file of observations is refused as a whole
    ├── InvalidText            the text of an act cannot be used
    └── InvalidWaivers         carries the findings of the reader
"""

from __future__ import annotations

from rsnms_rules.finding import Finding
from rsnms_rules.i18n import N_, Message, message


class RsnmsError(Exception):
    """Root of the tree; `message` is what a person reads."""

    def __init__(self, text: Message) -> None:
        super().__init__(text)
        self.message = text

    def __str__(self) -> str:
        return str(self.message)


class UsageError(RsnmsError):
    """The call is wrong."""


class UnknownRegulation(UsageError):
    """`name` is neither the id of a bundled regulation nor a file."""

    def __init__(self, name: str, text: Message) -> None:
        super().__init__(text)
        self.name = name


class UnreadablePath(UsageError):
    """`path` cannot be read as a file."""

    def __init__(self, path: str, text: Message) -> None:
        super().__init__(text)
        self.path = path


class InvalidConfiguration(UsageError):
    """The configuration `file` is broken."""

    def __init__(self, file: str, text: Message) -> None:
        super().__init__(text)
        self.file = file


class UnknownPack(UsageError):
    """`name` is neither a bundled policy pack nor a file."""

    def __init__(self, name: str, text: Message) -> None:
        super().__init__(text)
        self.name = name


class MissingExtra(UsageError):
    """A format needs `package`, which comes with the extra `extra`."""

    def __init__(self, package: str, extra: str) -> None:
        text = N_("this format needs the package {package}; install it with: pip install 'rsnms-rules[{extra}]'")
        super().__init__(message(text, package=package, extra=extra))
        self.package = package
        self.extra = extra


class UnknownElement(UsageError):
    """`name` is not among the elements of this kind."""

    def __init__(self, name: str, text: Message) -> None:
        super().__init__(text)
        self.name = name


class InvalidInput(RsnmsError):
    """An input that the call needs is invalid."""


class _Faulty(InvalidInput):
    """A file has faults; `findings` lists all of them."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        file = findings[0].location.file if findings else ""
        super().__init__(message(N_("{file} is not a valid file; findings: {count}"), file=file, count=len(findings)))
        self.findings = findings

    def __str__(self) -> str:
        return "\n".join([str(self.message), *(str(finding) for finding in self.findings)])


class InvalidPack(UsageError):
    """A policy pack has faults; `findings` lists all of them."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        file = findings[0].location.file if findings else ""
        super().__init__(message(N_("{file} is not a valid file; findings: {count}"), file=file, count=len(findings)))
        self.findings = findings

    def __str__(self) -> str:
        return "\n".join([str(self.message), *(str(finding) for finding in self.findings)])


class InvalidRegulation(_Faulty):
    """A regulation file has faults; `findings` lists all of them."""


class InvalidWaivers(_Faulty):
    """A file of waivers has faults; `findings` lists all of them."""


class InvalidObservations(InvalidInput):
    """The observations are refused as a whole; `file` names them."""

    def __init__(self, file: str, text: Message) -> None:
        super().__init__(text)
        self.file = file


class InvalidText(InvalidInput):
    """The text of an act cannot be used; `file` names it."""

    def __init__(self, file: str, text: Message) -> None:
        super().__init__(text)
        self.file = file

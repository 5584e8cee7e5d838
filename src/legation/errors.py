"""One tree of exceptions; every message names the rule, the value and the place.

::

    LegationError
    ├── DocumentError        a report that cannot be read (kept as a rejection; the rest goes on)
    │   ├── UnreachableError     no bytes came
    │   ├── EncodingError        bytes that are no text
    │   ├── EmptyTextError       no text left after parsing
    │   ├── LanguageError        a language that Legation cannot read yet
    │   └── TooLargeError        over the size that one report may have
    ├── OntologyError        a definition in ontology/ that contradicts itself
    ├── ReferenceTableError  a table in reference/ that breaks its own description
    ├── DateError            a date that is none
    ├── RecordError          the record cannot be opened or written
    │   ├── NotFoundError        no claim, report or review of that id
    │   └── ConflictError        somebody else has decided meanwhile
    ├── ModelError           learned weights that are missing or not the locked ones
    └── UnknownActorError    a name that is no state or organisation we know
"""


class LegationError(Exception):
    """Base of everything that Legation raises on purpose."""


class DocumentError(LegationError):
    """A report could not be read; ``rule`` names which requirement it broke, ``place`` where."""

    rule = "readable"

    def __init__(self, message: str, *, place: str = "") -> None:
        super().__init__(f"{place}: {message}" if place else message)
        self.place = place


class UnreachableError(DocumentError):
    """No bytes came from a path or URL."""

    rule = "reachable"


class EncodingError(DocumentError):
    """The bytes are no text in any encoding that could be established."""

    rule = "encoding"


class EmptyTextError(DocumentError):
    """Nothing to read is left after parsing."""

    rule = "has-text"


class LanguageError(DocumentError):
    """The text is in a language that the coder cannot read yet."""

    rule = "language"


class TooLargeError(DocumentError):
    """The text is longer than one report may be."""

    rule = "size"


class OntologyError(LegationError):
    """A definition in ``ontology/`` is missing, unknown or contradicts another."""


class ReferenceTableError(LegationError):
    """A table in ``reference/`` does not match its description."""


class DateError(LegationError):
    """A string is not an ISO 8601 calendar date."""


class RecordError(LegationError):
    """The record (the database) cannot be opened, migrated or written."""


class NotFoundError(RecordError):
    """The record holds nothing under the given id."""


class ConflictError(RecordError):
    """What was to be done no longer fits: somebody else has decided meanwhile."""


class UnknownActorError(LegationError):
    """A name on the command line is no state or organisation in ``reference/``."""


class ModelError(LegationError):
    """Learned weights are missing, unknown, or not the ones that were locked."""

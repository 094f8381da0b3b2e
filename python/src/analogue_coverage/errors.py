"""What can go wrong other than an input that cannot be read, which is an answer."""


class CoverageError(Exception):
    """The command cannot answer."""


class ProcessEnded(CoverageError):
    """The command ended several times without an answer to the same input."""


class UnknownOption(CoverageError):
    """The command refused its options: a day, jurisdiction or edition that does not exist."""

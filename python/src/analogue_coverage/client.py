"""The client: keeps one process alive and starts another when it dies."""

from __future__ import annotations

import itertools
import json
import threading
from collections import deque
from datetime import date
from typing import Any, Deque, Iterable, Iterator, List, Optional, Sequence, Union

from .answer import Answer, answer_of
from .errors import ProcessEnded
from .process import Process, command_of
from .request import Input, Request, request_of
from .run import Run, run_of

#: Inputs that are under way at once: the process never idles, and memory stays bounded.
_UNDER_WAY = 2000
#: Processes that may end without an answer to the same input.
_MOST_DEATHS = 3


class Coverage:
    """
    Asks `coverage` about structures.

        with Coverage(jurisdictions=["US", "CN"], as_of="2026-09-01") as coverage:
            coverage.check("CCO").verdict

    An input that cannot be read is an answer with the verdict "unreadable", never an exception.
    """

    def __init__(
        self,
        *,
        jurisdictions: Optional[Sequence[str]] = None,
        as_of: Union[str, date, None] = None,
        lookup: bool = False,
        identify: Optional[str] = None,
        explain: bool = False,
        options: Sequence[str] = (),
        command: Optional[Sequence[str]] = None,
    ) -> None:
        self._command = command_of(command)
        self._options = [
            *([] if jurisdictions is None else ["--jurisdiction", ",".join(jurisdictions)]),
            *([] if as_of is None else ["--as-of", str(as_of)]),
            *(["--lookup"] if lookup else []),
            *([] if identify is None else ["--identify", identify]),
            *(["--explain"] if explain else []),
            *options,
        ]
        self._lock = threading.Lock()
        self._idle: Optional[Process] = None
        self._run: Optional[Run] = None

    @property
    def run(self) -> Run:
        """Day, edition and age of the law of all answers."""
        if self._run is None:
            self._give(self._take())
        assert self._run is not None
        return self._run

    def check(self, value: Input) -> Answer:
        return self.check_many([value])[0]

    def check_many(self, values: Iterable[Input]) -> List[Answer]:
        return list(self.check_each(values))

    def check_each(self, values: Iterable[Input]) -> Iterator[Answer]:
        """Answers in the order of the inputs, which are asked for as answers come: they may be endless."""
        rest = iter(values)
        waiting: Deque[Request] = deque()
        process: Optional[Process] = self._take()
        deaths = 0
        try:
            while True:
                if process is None:
                    process = self._take()
                    for request in waiting:
                        process.send(request.line)
                for request in _next(rest, _UNDER_WAY - len(waiting)):
                    waiting.append(request)
                    process.send(request.line)
                if not waiting:
                    break
                row = process.read()
                if row:
                    deaths = 0
                    yield answer_of(json.loads(row), waiting.popleft().order)
                    continue
                process.end()
                process = None
                deaths += 1
                if deaths >= _MOST_DEATHS:
                    said = waiting[0].line.decode("ascii").strip()[:200]
                    raise ProcessEnded(f"coverage ended {deaths} times at {said}")
        finally:
            # What is still under way must not be taken for the answers of the next call.
            if process is not None and waiting:
                process.end()
            elif process is not None:
                self._give(process)

    def check_series(self, series: Any) -> Any:
        """Verdicts of a pandas column, as a column with the same index."""
        import pandas

        return pandas.Series([a.verdict for a in self.check_each(series)], index=series.index, name="verdict")

    def check_frame(self, series: Any) -> Any:
        """The verdict overall and in each jurisdiction, one row for each of a pandas column, with the same index."""
        import pandas

        rows = [{"verdict": a.verdict, **{j.code: j.verdict for j in a.jurisdictions}} for a in self.check_each(series)]
        columns = ["verdict", *(law.code for law in self.run.laws)]
        return pandas.DataFrame(rows, index=series.index, columns=columns)

    def close(self) -> None:
        with self._lock:
            process, self._idle = self._idle, None
        if process is not None:
            process.end()

    def __enter__(self) -> "Coverage":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _take(self) -> Process:
        """The idle process, or another one where it is at work for another thread or iteration."""
        with self._lock:
            process, self._idle = self._idle, None
        if process is None or process.ended:
            if process is not None:
                process.end()
            process = Process(self._command, self._options)
        if self._run is None:
            self._run = run_of(json.loads(process.first))
        return process

    def _give(self, process: Process) -> None:
        with self._lock:
            spare, self._idle = self._idle, process
        if spare is not None:
            spare.end()


def _next(values: Iterator[Input], most: int) -> Iterator[Request]:
    for value in itertools.islice(values, most):
        yield request_of(value)

"""One `coverage pipe` process: lines in, rows out."""

from __future__ import annotations

import os
import queue
import shutil
import subprocess
import tempfile
import threading
from typing import IO, Any, List, Optional, Sequence

from .errors import CoverageError, UnknownOption


def command_of(command: Optional[Sequence[str]]) -> List[str]:
    """The command as given, that of COVERAGE_COMMAND, or the one that is installed."""
    if command is not None:
        return list(command)
    named = os.environ.get("COVERAGE_COMMAND")
    if named:
        return [named]
    for name in ("analogue-coverage", "coverage"):
        found = shutil.which(name)
        # Python has a command of the same name, which measures tests.
        if found and (name != "coverage" or _is_ours(found)):
            return [found]
    raise CoverageError(
        "the command coverage is not found. Install it with: npm install -g analogue-coverage; "
        "or name it with COVERAGE_COMMAND or Coverage(command=[...])"
    )


def _is_ours(path: str) -> bool:
    said = subprocess.run([path, "--version"], capture_output=True, text=True, check=False).stdout
    return "edition" in said


#: Seconds after which a process that was asked to end is killed.
_ENDS_WITHIN = 5


class Process:
    """Writes on a thread of its own, so that a full pipe in one direction never waits for the other."""

    def __init__(self, command: Sequence[str], options: Sequence[str]) -> None:
        self._errors: IO[Any] = tempfile.TemporaryFile()
        self._process = subprocess.Popen(
            [*command, "pipe", "--run-info", "-", *options],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._errors,
            bufsize=1 << 16,
        )
        self._lines: "queue.SimpleQueue[Optional[bytes]]" = queue.SimpleQueue()
        self._writer = threading.Thread(target=self._write, daemon=True)
        self._writer.start()
        #: The line about the run.
        self.first = self.read()
        if not self.first:
            raise self._refused()

    @property
    def ended(self) -> bool:
        return self._process.poll() is not None

    def send(self, line: bytes) -> None:
        self._lines.put(line)

    def read(self) -> bytes:
        """The next row; empty where the process has ended."""
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        return line if line.endswith(b"\n") else b""

    def end(self) -> None:
        self._lines.put(None)
        self._process.terminate()
        try:
            self._process.wait(timeout=_ENDS_WITHIN)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._writer.join()
        for stream in (self._process.stdin, self._process.stdout, self._errors):
            try:
                if stream is not None:
                    stream.close()
            except OSError:
                pass

    def _write(self) -> None:
        stdin = self._process.stdin
        assert stdin is not None
        try:
            while (line := self._lines.get()) is not None:
                stdin.write(line)
                if self._lines.empty():
                    stdin.flush()
        except (OSError, ValueError):
            # It has ended; who reads finds out.
            pass

    def _refused(self) -> CoverageError:
        code = self._process.wait()
        self._errors.seek(0)
        said = self._errors.read().decode("utf-8", "replace").strip()
        self.end()
        message = said or f"coverage ended with exit code {code}"
        return UnknownOption(message) if code == 2 else CoverageError(message)

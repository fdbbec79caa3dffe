"""Runs a program and says what it cost, its children included."""

import os
import subprocess
import sys
import time
from dataclasses import dataclass


@dataclass
class Run:
    """A finished program."""

    status: int
    output: str
    wall: float
    #: CPU seconds in user mode and in the kernel, of the program and of every child it waited for.
    user: float
    system: float
    #: The peak of resident memory in bytes, of the largest process.
    peak: int

    @property
    def cpu(self):
        return self.user + self.system


def run(command, folder=None, environment=None, log=None):
    """Runs a command to its end. What it prints, errors among it, goes to the file `log` if there is one."""
    start = time.monotonic()
    process = subprocess.Popen(
        command,
        cwd=folder,
        env={**os.environ, **(environment or {})},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    output = process.stdout.read().decode("utf-8", "replace")
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if log is not None:
        with open(log, "w", encoding="utf-8") as file:
            file.write(output)
    # Linux counts the peak in KiB, macOS in bytes.
    unit = 1 if sys.platform == "darwin" else 1024
    return Run(
        status=process.returncode,
        output=output,
        wall=time.monotonic() - start,
        user=usage.ru_utime,
        system=usage.ru_stime,
        peak=usage.ru_maxrss * unit,
    )


def table(rows, numeric=()):
    """Lines of a table from rows of texts, the first of which is the head; the columns `numeric` are set to the right."""
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]

    def line(row):
        cells = [
            text.rjust(width) if column in numeric else text.ljust(width)
            for column, (text, width) in enumerate(zip(row, widths))
        ]
        return "  ".join(cells).rstrip()

    return [line(rows[0]), "  ".join("-" * width for width in widths)] + [line(row) for row in rows[1:]]

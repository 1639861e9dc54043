"""The count of checks, and other programs run from them."""

import subprocess
import traceback


class Ledger:
    """Counts the checks and says each in a line."""

    def __init__(self):
        self.passed = self.failed = 0

    def check(self, name, problems=()):
        problems = [str(problem) for problem in problems]
        self.passed, self.failed = self.passed + (not problems), self.failed + bool(problems)
        print(f"{'FAIL' if problems else 'ok  '} {name}")
        for problem in problems[:10]:
            print(f"       {problem}")
        if len(problems) > 10:
            print(f"       … and {len(problems) - 10} more")

    def group(self, function, *arguments):
        """Runs a group of checks; one that breaks off counts as failed."""
        try:
            function(self, *arguments)
        except Exception:
            self.check(function.__name__, [traceback.format_exc()])

    def close(self, counts=None):
        """Says the two counts, writes them into the file `counts` where one is given; the exit status."""
        print(f"{self.passed} passed, {self.failed} failed")
        if counts:
            counts.write_text(f"{self.passed} {self.failed}\n", encoding="utf-8")
        return 1 if self.failed else 0


def tool(*command, **more):
    return subprocess.run([str(part) for part in command], stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=300, **more)


def output_of(*command):
    done = tool(*command)
    if done.returncode != 0:
        raise RuntimeError(f"{command}: {done.stderr}")
    return done.stdout

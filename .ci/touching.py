"""Words that touch a rule: the ink of a printed page, its rules told from its letters.

A rule is a thin straight run of ink longer than any letter. What pdftotext calls a word's box has room above and below
its letters, so that boxes tell where to look and the ink alone whether something touches.
"""

import re

import pictures

DPI = 200
SCALE = DPI / 72
# Of 15: the palest rule of the data sheets, and the letters.
RULE, LETTER = 2, 8
# In pixels: the shortest rule, its greatest thickness, the room that must be free beside it (0.5 point).
LONG, THIN, ROOM = 80, 6, 1
# Letters that hang below their line: an underline goes through them and is no rule of the page.
UNDERLINE = 0.35


LONG_RUN = re.compile(rb"[" + re.escape(bytes([RULE])) + rb"-\x0f]{%d,}" % LONG)


def runs(lines):
    """Thin rules along these lines of pixels: (first line, last line, start, end)."""
    found, open_runs = [], {}
    for at, line in enumerate(lines):
        here = {}
        for run in LONG_RUN.finditer(line):
            start, end = run.span()
            # The same rule as on the line before, though antialiasing makes its ends differ.
            before = next((key for key in open_runs if abs(key[0] - start) <= 3 and abs(key[1] - end) <= 3), None)
            here[(start, end)] = open_runs.pop(before) if before else at
        found += [(first, at - 1, *span) for span, first in open_runs.items()]
        open_runs = here
    found += [(first, len(lines) - 1, *span) for span, first in open_runs.items()]
    return [run for run in found if run[1] - run[0] < THIN]


def turned(picture):
    """The picture's columns as lines."""
    return [picture.ink[at :: picture.width] for at in range(picture.width)]


def touching(pdf, page, words):
    """The page's words whose letters come closer to a rule than half a point."""
    [picture] = pictures.drawn(pdf, page, DPI)
    found = []
    for across, lines in ((True, picture.rows()), (False, turned(picture))):
        rules = runs(lines)
        # A rule's own haze is none of the letters' ink.
        letters = [LONG_RUN.sub(lambda run: bytes(len(run[0])), line) for line in lines]
        for word in words:
            # What is masked is a run of asterisks, as thin and straight as a rule.
            if word.text.startswith("****"):
                continue
            left, right, top, bottom = (int(edge * SCALE) for edge in (word.left, word.right, word.top, word.bottom))
            near, start, end = ((top, bottom), left, right) if across else ((left, right), top, bottom)
            for first, last, begins, ends in rules:
                if last < near[0] - ROOM or first > near[1] + ROOM or ends <= start or begins >= end:
                    continue
                if across and is_underline(first, (begins, ends), word, words):
                    continue
                beside = [*range(first - ROOM, first), *range(last + 1, last + 1 + ROOM)]
                within = slice(max(start, begins + 3), min(end, ends - 3))
                if any(0 <= at < len(letters) and max(letters[at][within], default=0) >= LETTER for at in beside):
                    found.append(f"page {page}: {word.text!r} touches a rule {'below or above' if across else 'beside'} it")
                    break
    return found


def is_underline(row, rule, word, words):
    """Whether a rule lies under a word and those beside it on its line, from the first letter to the last."""
    low = (word.bottom - (word.bottom - word.top) * UNDERLINE) * SCALE
    line = [other for other in words if abs(other.bottom - word.bottom) < 1]
    begins = any(abs(other.left * SCALE - rule[0]) <= 5 for other in line)
    ends = any(abs(other.right * SCALE - rule[1]) <= 5 for other in line)
    return low <= row <= word.bottom * SCALE and begins and ends

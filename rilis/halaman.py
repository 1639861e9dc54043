"""halaman.py FILE.md: a manual page as one HTML file, pictures inside it. Knows the Markdown that docs/ uses."""

import base64
import html
import pathlib
import re
import sys

source = pathlib.Path(sys.argv[1])
STYLE = """body{font:16px/1.55 "Segoe UI",Arial,sans-serif;max-width:46em;margin:2em auto;padding:0 1em;color:#222}
h1,h2{line-height:1.2}h2{margin-top:2em;border-bottom:1px solid #ccc}pre{background:#f4f4f4;padding:.7em;overflow:auto}
code{background:#f4f4f4;font:14px Consolas,monospace}pre code{background:none}img{max-width:100%;border:1px solid #ccc}
table{border-collapse:collapse}td,th{border:1px solid #ccc;padding:.3em .6em;text-align:left}"""


def picture(match):
    path = source.parent / match[2]
    data = base64.b64encode(path.read_bytes()).decode()
    return f'<img alt="{html.escape(match[1])}" src="data:image/png;base64,{data}">'


def inline(text):
    pieces = re.split(r"(`[^`]*`)", text)
    out = []
    for piece in pieces:
        if piece.startswith("`") and piece.endswith("`") and len(piece) > 1:
            out.append(f"<code>{html.escape(piece[1:-1], quote=False)}</code>")
            continue
        piece = html.escape(piece, quote=False)
        piece = re.sub(r"!\[([^\]]*)\]\(([^)]*)\)", picture, piece)
        # Other pages are inside the program.
        piece = re.sub(r"\[([^\]]*)\]\((\w+)\.md[^)]*\)", r"<code>iku panduan \2</code>", piece)
        piece = re.sub(r"\[([^\]]*)\]\(([^)]*)\)", r'<a href="\2">\1</a>', piece)
        piece = re.sub(r"\*\*([^*]+)\*\*", r"<b>\1</b>", piece)
        out.append(re.sub(r"\*([^*]+)\*", r"<i>\1</i>", piece))
    return "".join(out)


def blocks(lines):
    index = 0
    while index < len(lines):
        line = lines[index]
        if line.startswith("```"):
            end = next(at for at in range(index + 1, len(lines)) if lines[at].startswith("```"))
            yield "<pre><code>" + html.escape("\n".join(lines[index + 1 : end]), quote=False) + "</code></pre>"
            index = end + 1
        elif match := re.match(r"(#+) (.*)", line):
            level = len(match[1])
            yield f"<h{level}>{inline(match[2])}</h{level}>"
            index += 1
        elif line.startswith("|"):
            end = index
            while end < len(lines) and lines[end].startswith("|"):
                end += 1
            rows = [re.split(r"(?<!\\)\|", row.strip("|")) for row in lines[index:end] if not re.match(r"^[|\s:-]+$", row)]
            cells = ["<tr>" + "".join(f"<td>{inline(cell.strip())}</td>" for cell in row) + "</tr>" for row in rows]
            yield "<table>" + "\n".join(cells) + "</table>"
            index = end
        elif re.match(r"(\d+\.|-) ", line):
            tag = "ul" if line.startswith("-") else "ol"
            items = []
            while index < len(lines) and (re.match(r"(\d+\.|-) ", lines[index]) or lines[index].startswith("  ")):
                text = re.sub(r"^(\d+\.|-) ", "", lines[index]).strip()
                if re.match(r"(\d+\.|-) ", lines[index]):
                    items.append(text)
                else:
                    items[-1] += " " + text
                index += 1
            yield f"<{tag}>" + "\n".join(f"<li>{inline(item)}</li>" for item in items) + f"</{tag}>"
        elif line.strip():
            end = index
            while end < len(lines) and lines[end].strip() and not re.match(r"(```|#|\||(\d+\.|-) )", lines[end]):
                end += 1
            end = max(end, index + 1)
            yield f"<p>{inline(' '.join(lines[index:end]))}</p>"
            index = end
        else:
            index += 1


text = source.read_text(encoding="utf-8")
title = text.splitlines()[0].lstrip("# ")
body = "\n".join(blocks(text.splitlines()))
print(f'<!doctype html><html lang="id"><meta charset="utf-8"><title>{html.escape(title)}</title><style>{STYLE}</style>\n{body}</html>')

"""Documents that are hard to read: plain in form, and costly for whoever reads them carelessly."""
import io, zipfile
from xml.sax.saxutils import escape

HEAD = "# Samverkansöverenskommelse\n\nSkara kommun och Lokalpolisområde Västra Skaraborg 2030-2033\n\nÖverenskommelsen gäller från 2030-01-01 till och med 2033-12-31.\n\n# Handlingsplan 2030\n\n## Trygg kväll\n\n"
TABLE = HEAD + "| Orsak | Åtgärd | Ansvarig | Uppföljning |\n|---|---|---|---|\n"
ROW = "| Mörka stråk | {} | {} | Antal |\n"
LAST = ROW.format("Tända lampor", "Teknisk service")


def times(part, size):
    """A part repeated until it has some bytes."""
    return part * max(1, size // len(part.encode()))


def lists(size):
    """A list that goes one level deeper with every item."""
    lines, depth = [], 0
    while size > 0:
        lines.append("  " * depth + "- x")
        size -= len(lines[-1]) + 1
        depth += 1
    return "\n".join(lines)


TEXTS = {
    "a long line of words": lambda n: HEAD + times("ord ", n) + "\n\n" + TABLE[len(HEAD):] + LAST,
    "a long line of words in a cell": lambda n: TABLE + ROW.format(times("ord ", n), "Polisen"),
    "a long word": lambda n: TABLE + ROW.format(times("o", n), "Polisen"),
    "many blanks in a cell": lambda n: TABLE + ROW.format("Tända" + times(" ", n) + "lampor", "Polisen"),
    "many blanks in a heading": lambda n: HEAD + "## Trygg" + times(" ", n) + "kväll\n\n" + TABLE[len(HEAD):] + LAST,
    "many blanks at the end of lines": lambda n: HEAD + times("x" + " " * 200 + "\n", n) + TABLE[len(HEAD):] + LAST,
    "many tabs": lambda n: HEAD + "Orsak\tÅtgärd\tAnsvarig\tUppföljning\n" + times("\t", n) + "\nMörka stråk\tTända lampor\tPolisen\tAntal\n",
    "many tabs in a row": lambda n: HEAD + "Orsak\tÅtgärd\tAnsvarig\tUppföljning\n" + times("x\t", n) + "\n",
    "many «och»": lambda n: TABLE + ROW.format("Tända lampor", "Skola" + times(" och skola", n)),
    "many «och» in a title": lambda n: "# Skara kommun" + times(" och kommun", n) + "\n\n" + TABLE + LAST,
    "many commas": lambda n: TABLE + ROW.format("Tända lampor", times("skola, ", n)),
    "nothing between commas": lambda n: TABLE + ROW.format("Tända lampor", times(",", n)),
    "many slashes and semicolons": lambda n: TABLE + ROW.format("Tända lampor", times("skola/; ", n)),
    "deep lists": lambda n: HEAD + lists(n) + "\n\n" + TABLE[len(HEAD):] + LAST,
    "many list items": lambda n: HEAD + times("- x\n", n) + "\n" + TABLE[len(HEAD):] + LAST,
    "many numbered areas": lambda n: HEAD + times("1. Område\n", n) + "\n" + TABLE[len(HEAD):] + LAST,
    "parentheses that open": lambda n: TABLE + ROW.format("Tända lampor", "Polisen " + times("(", n)),
    "parentheses that close": lambda n: TABLE + ROW.format("Tända lampor", "Polisen " + times(")", n)),
    "parentheses in each other": lambda n: TABLE + ROW.format("Tända lampor", "Polisen " + times("(", n // 2) + "Alva" + times(")", n // 2)),
    "many parentheses": lambda n: TABLE + ROW.format("Tända lampor", times("Polisen (**Alva**) ", n)),
    "a long bold run": lambda n: TABLE + ROW.format("Tända lampor", "Polisen (**" + times("Alva ", n) + "**)"),
    "many bold runs": lambda n: TABLE + ROW.format("Tända lampor", times("**Alva** ", n)),
    "stars": lambda n: TABLE + ROW.format(times("*", n), "Polisen"),
    "bold that never ends": lambda n: TABLE + ROW.format("Tända lampor", times("**Alva ", n)),
    "many tags": lambda n: TABLE + ROW.format("Tända lampor", times("<b>Alva</b> ", n)),
    "tags that open": lambda n: TABLE + ROW.format("Tända lampor", times("<b>", n)),
    "thousands of rows": lambda n: TABLE + times(LAST, n),
    "thousands of rows of one cause": lambda n: TABLE + LAST + times("| | Tända fler lampor | Teknisk service | |\n", n),
    "thousands of parties": lambda n: TABLE + "".join(ROW.format("Tända lampor", f"Enhet {number}") for number in range(max(1, n // 60))),
    "parties that resemble each other": lambda n: TABLE + "".join(ROW.format("Tända lampor", "Barn- och utbildning" + "s" * (number % 97) + "förvaltningen") for number in range(max(1, n // 90))),
    "thousands of columns": lambda n: HEAD + "| Orsak | Åtgärd | Ansvarig | Uppföljning " + times("| x ", n) + "|\n|" + times("---|", n) + "\n" + LAST,
    "bars": lambda n: HEAD + times("|", n) + "\n\n" + TABLE[len(HEAD):] + LAST,
    "many tables": lambda n: HEAD + times(TABLE[len(HEAD):] + LAST + "\n", n),
    "many headings": lambda n: HEAD + times("## Område\n\n", n) + TABLE[len(HEAD):] + LAST,
    "headings that differ": lambda n: HEAD + "".join(f"## Område {number}\n\n" for number in range(max(1, n // 16))) + TABLE[len(HEAD):] + LAST,
    "a heading of number signs": lambda n: times("#", n) + " x\n\n" + TABLE + LAST,
    "many days": lambda n: HEAD + times("2030-01-01 till 2031-12-31 ", n) + "\n\n" + TABLE[len(HEAD):] + LAST,
    "many days in words": lambda n: HEAD + times("från den 1 januari 2030 till och med den ", n) + "\n\n" + TABLE[len(HEAD):] + LAST,
    "many promises": lambda n: HEAD + "## Kommunen lovar\n\n" + times("- Tänd belysning.\n", n) + "\n" + TABLE[len(HEAD):] + LAST,
    "many signers": lambda n: "# Överenskommelse\n\n## Underskrifter\n\n" + times("Skara den 1 januari 2030\n\nSkara kommun\nKim Exempelsson\nOrdförande\n\n", n) + TABLE + LAST,
    "many sources": lambda n: HEAD + "Planen utgår från en lägesbild baserad på " + times("statistik från polisen, enkät samt ", n) + "trygghetsvandringar.\n\n" + TABLE[len(HEAD):] + LAST,
    "nines": lambda n: TABLE + ROW.format(times("9", n), "Polisen"),
    "nines and dashes": lambda n: TABLE + ROW.format(times("99-", n), "Polisen"),
    "dashes": lambda n: HEAD + times("-", n) + "\n\n" + TABLE[len(HEAD):] + LAST,
    "lines of dashes": lambda n: HEAD + times("---\n", n) + TABLE[len(HEAD):] + LAST,
    "empty lines": lambda n: HEAD + times("\n", n) + TABLE[len(HEAD):] + LAST,
    "carriage returns": lambda n: HEAD + times("\r", n) + TABLE[len(HEAD):] + LAST,
    "marks on one letter": lambda n: TABLE + ROW.format("o" + times("\u0308", n), "Polisen"),
    "letters outside the first plane": lambda n: TABLE + ROW.format(times("\U0001F6B2", n), times("\U0001D538 ", n // 2)),
    "hard blanks": lambda n: TABLE + ROW.format("Tända" + times("\u00a0", n) + "lampor", "Polisen"),
    "nothing but words": lambda n: times("ord ", n),
    "nothing but bars and tabs": lambda n: times("|\t", n),
}


def word(body):
    """A small .docx with this body: the three files that a reader needs."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>')
        archive.writestr("_rels/.rels", '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>')
        archive.writestr("word/document.xml", f'<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{body}</w:body></w:document>')
    return content.getvalue()


def paragraph(text, style="", bold=False):
    before = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    look = "<w:rPr><w:b/></w:rPr>" if bold else ""
    return f'<w:p>{before}<w:r>{look}<w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'


def row(*cells):
    return "<w:tr>" + "".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in cells) + "</w:tr>"


def table(*rows):
    return f'<w:tbl>{row("Orsak", "Åtgärd", "Ansvarig", "Uppföljning")}{"".join(rows)}</w:tbl>'


START = paragraph("Samverkansöverenskommelse 2030-2033", "Heading1") + paragraph("Gäller från 2030-01-01 till och med 2033-12-31.") + paragraph("Handlingsplan 2030", "Heading1") + paragraph("Trygg kväll", "Heading2")
ONE = row("Mörka stråk", "Tända lampor", "Teknisk service", "Antal")
WORDS = {
    "many paragraphs": lambda n: START + times(paragraph("ord"), n) + table(ONE),
    "a long paragraph": lambda n: START + paragraph(times("ord ", n)) + table(ONE),
    "many bold runs": lambda n: START + table("<w:tr><w:tc><w:p/></w:tc><w:tc>" + paragraph("Tända") + "</w:tc><w:tc><w:p>" + times("<w:r><w:rPr><w:b/></w:rPr><w:t>Alva</w:t></w:r><w:r><w:t> och </w:t></w:r>", n) + "</w:p></w:tc><w:tc><w:p/></w:tc></w:tr>"),
    "thousands of rows": lambda n: START + table(times(ONE, n)),
    "many columns": lambda n: START + table(row(*["x"] * max(4, n // 80))),
    "many paragraphs in a cell": lambda n: START + table("<w:tr><w:tc>" + times(paragraph("Mörkt"), n) + "</w:tc><w:tc>" + paragraph("Tända") + "</w:tc><w:tc><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr>"),
    "many headings": lambda n: START + times(paragraph("Område", "Heading2"), n) + table(ONE),
    "many tabs": lambda n: START + "<w:p><w:r>" + times("<w:tab/>", n) + "<w:t>x</w:t></w:r></w:p>" + table(ONE),
    "many «och»": lambda n: START + table(row("Mörkt", "Tända", times("skola och ", n), "")),
}

"""Files of other people that are made to break whoever reads them: each is read, or refused by the limit that it breaks."""

import io
import json
import struct
import zipfile

import pytest
from test_questionnaire import RULES

import brecha
from brecha.documents import reading
from brecha.plan_spellings import spelled_plan
from brecha.questionnaire import reading as workbooks
from brecha.tables_in import rows

SHEETS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
# Ten thousand million letters, written out; and a file of this machine.
LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a "laugh">'
    + "".join(f'<!ENTITY {two} "{f"&{one};" * 10}">' for one, two in zip("abcdefghi", "bcdefghij"))
    + "]>"
)  # noqa: B905
OUTSIDE = '<!DOCTYPE x [<!ENTITY j SYSTEM "file:///etc/hostname">]>'


@pytest.fixture(scope="module")
def plan():
    return brecha.compile(RULES).read_plan({"country": "CR", "agencies": []}, name="p.json")


def packed(parts):
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return written.getvalue()


def package(main, kind, parts):
    types = f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/{main}" ContentType="application/vnd.openxmlformats-officedocument.{kind}.main+xml"/>'
    top = f'<Relationship Id="r1" Type="{RELATIONS}/officeDocument" Target="{main}"/>'
    return packed(
        {
            "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">{types}</Types>',
            "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships">{top}</Relationships>',
            **parts,
        }
    )


def workbook(inside, before="", size=""):
    relation = f'<Relationship Id="r1" Type="{RELATIONS}/worksheet" Target="sheet.xml"/>'
    return package(
        "xl/workbook.xml",
        "spreadsheetml.sheet",
        {
            "xl/workbook.xml": f'<workbook xmlns="{SHEETS}" xmlns:r="{RELATIONS}"><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">{relation}</Relationships>',
            "xl/sheet.xml": f'<?xml version="1.0"?>{before}<worksheet xmlns="{SHEETS}">{size}<sheetData>{HEAD}{inside}</sheetData></worksheet>',
        },
    )


def cell(name, text):
    return f'<c r="{name}" t="inlineStr"><is><t>{text}</t></is></c>'


HEAD = f'<row r="1">{cell("A1", "id")}{cell("B1", "name")}</row>'
ROW = f'<row r="2">{cell("A2", "port")}{cell("B2", "Port")}</row>'


def word(inside, before=""):
    document = f'<?xml version="1.0"?>{before}<w:document xmlns:w="{WORDS}"><w:body>{inside}</w:body></w:document>'
    return package("word/document.xml", "wordprocessingml.document", {"word/document.xml": document})


def paragraph(text):
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def table(*cells):
    return "<w:tbl><w:tr>" + "".join(f"<w:tc><w:tcPr>{about}</w:tcPr>{paragraph(text)}</w:tc>" for about, text in cells) + "</w:tr></w:tbl>"


def written(folder, name, content):
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


# --- tables: CSV and XLSX ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "content", "limit", "spanish"),
    [
        ("cell.csv", "id,name\n" + "x" * 200_000, "line 2 on: a cell has more than 131072 letters", "más de 131072 letras"),
        ("quote.csv", 'id,name\nport,Port\n"' + "a\n" * 100_000, "line 3 on: a cell.*a quote that is not closed", "comillas sin cerrar"),
        ("many.csv", ("," * 200 + "\n") * 60, "more than 10000 cells", "más de 10000 celdas"),
        ("far.xlsx", workbook(f'<row r="300">{cell("ZZ300", "x")}</row>'), "far.xlsx, A has more than 10000 cells", "10000 celdas"),
        ("low.xlsx", workbook(f'<row r="900000000">{cell("A900000000", "x")}</row>'), "cells up to its last row", "última fila"),
        ("packed.xlsx", workbook("<!--" + " " * (2 << 20) + "-->"), "larger than 1 MiB unpacked", "más de 1 MiB"),
        ("bytes.csv", "id,name\n" + "a,b\n" * (300 << 10), "larger than 1 MiB", "más de 1 MiB"),
    ],
)  # fmt: skip
def test_a_table_is_refused_by_the_limit_that_it_breaks(plan, tmp_path, monkeypatch, name, content, limit, spanish):
    for module in (rows, workbooks):
        monkeypatch.setattr(module, "MOST_CELLS", 10_000)
    monkeypatch.setattr(workbooks, "MOST_BYTES", 1 << 20)
    monkeypatch.setattr(workbooks, "_MOST_ROWS", 10_000)
    monkeypatch.setattr(spelled_plan, "most_bytes", lambda: 1 << 20)
    with pytest.raises(brecha.PlanError, match=limit) as raised:
        plan.with_table("agencies", written(tmp_path, name, content))
    assert name in str(raised.value) and spanish in raised.value.in_language("es")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        # What a sheet says of its size is not believed, and what is empty takes no room.
        ("size.xlsx", workbook(ROW, size='<dimension ref="A1:XFD1048576"/>')),
        ("small.xlsx", workbook(ROW, size='<dimension ref="A1:A1"/>')),
        ("empty.xlsx", workbook(ROW + '<row r="90000"><c r="XFD90000"/></row>')),
        ("wide.csv", "id,name" + "," * 100_000 + "\nport,Port\n" + "\n" * 100_000),
    ],
)
def test_a_table_is_as_large_as_what_stands_in_it(plan, tmp_path, name, content):
    filled = plan.with_table("agencies", written(tmp_path, name, content))
    assert filled.content()["agencies"] == [{"id": "port", "name": "Port"}]


@pytest.mark.parametrize("before", [LAUGHS, OUTSIDE], ids=["laughs", "outside"])
def test_a_workbook_with_entities_of_its_own_gives_nothing_away(plan, tmp_path, before):
    path = written(tmp_path, "a.xlsx", workbook(f'<row r="2">{cell("A2", "port")}{cell("B2", "&j;")}</row>', before))
    try:
        (port,) = plan.with_table("agencies", path).content()["agencies"]
    except brecha.PlanError as refused:
        assert "a.xlsx is no workbook that can be read" in str(refused)
    else:
        assert port == {"id": "port"}


def test_a_list_in_a_cell_that_is_nested_without_end_is_told_at_its_row(plan, tmp_path):
    filled = plan.with_table("activities", written(tmp_path, "a.csv", "id,by\nm1," + "[" * 100_000))
    assert len(filled.notes) + len(filled.remarks) > 0


# --- exports of KoBoToolbox and ODK -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "content", "limit"),
    [
        ("open.json", "[" * 200_000, "nested deeper than 50 levels"),
        ("deep.json", '[{"a":' + "[" * 60 + "]" * 60 + "}]", "nested deeper than 50 levels"),
        ("steps.json", '[{"agencies":' * 400 + "1" + "}]" * 400, "nested deeper than 50 levels"),
        ("digits.json", '[{"budget": ' + "9" * 10_000 + "}]", "no export of KoBoToolbox or ODK"),
        ("cell.csv", "country\n" + "x" * 200_000, "a cell has more than 131072 letters"),
        ("head.csv", "country,budget\n", "no export of KoBoToolbox or ODK"),
        ("bytes.json", "[" + " " * (2 << 20) + "]", "larger than 1 MiB"),
    ],
)
def test_an_export_is_refused_by_the_limit_that_it_breaks(plan, tmp_path, monkeypatch, name, content, limit):
    monkeypatch.setattr(spelled_plan, "most_bytes", lambda: 1 << 20)
    with pytest.raises(brecha.PlanError, match=limit) as raised:
        plan.filled(written(tmp_path, name, content))
    assert name in str(raised.value)


def test_a_number_of_an_export_with_a_hundred_million_digits_is_told(plan, tmp_path):
    agency = {"agencies/agencies_id": "port", "agencies/agencies_staff": 7}
    text = json.dumps([{"country": "CR", "budget": 7, "agencies": [agency]}]).replace("7", "1e99999999")
    filled = plan.filled(written(tmp_path, "a.json", text))
    assert len(filled.content()["agencies"]) == 1 and "budget" not in filled.content() and len(filled.remarks) == 2


def test_a_report_that_is_nested_without_end_is_no_report(tmp_path):
    with pytest.raises(brecha.BrechaError, match="deep.json"):
        brecha.verify(written(tmp_path, "deep.json", "[" * 200_000))


# --- documents --------------------------------------------------------------------------------------------


def test_a_word_document_that_lies_about_its_size_is_damaged(tmp_path):
    content = word(paragraph("a" * 3_000_000))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        size = archive.getinfo("word/document.xml").file_size
    lying = content.replace(struct.pack("<I", size), struct.pack("<I", 100))
    with pytest.raises(brecha.BrechaError, match="damaged"):
        brecha.document(written(tmp_path, "a.docx", lying))


@pytest.mark.parametrize("before", [LAUGHS, OUTSIDE], ids=["laughs", "outside"])
@pytest.mark.parametrize("name", ["a.docx", "a.html"])
def test_a_document_with_entities_of_its_own_gives_nothing_away(tmp_path, name, before):
    inside = word(paragraph("Plan &j;"), before) if name == "a.docx" else f"{before}<html><body><p>Plan &j;</p></body></html>"
    try:
        text = brecha.document(written(tmp_path, name, inside)).page(1)
    except brecha.BrechaError as refused:
        assert "damaged" in str(refused)
    else:
        assert text.replace("]>", "").replace("&j;", "").strip() == "Plan"


@pytest.mark.parametrize(
    "about", ['<w:gridSpan w:val="2000000000"/>', '<w:gridSpan w:val="many"/>', "<w:vMerge/>"], ids=["wide", "many", "merged"]
)
def test_a_cell_of_a_word_table_that_is_wider_than_any_table_is_one_cell(tmp_path, about):
    document = brecha.document(written(tmp_path, "a.docx", word(table((about, "Radio"), ("", "channel 16")))))
    assert document.page(1) == "Radio | channel 16"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("pages.txt", "x\f" * 20_000),
        ("letters.txt", "a" * 5_000),
        ("letters.html", "<html><p>" + "a" * 5_000),
        ("letters.docx", word(paragraph("a" * 5_000))),
        ("parts.docx", packed({"word/document.xml": "", **{f"word/{number}": "" for number in range(20_001)}})),
    ],
)
def test_a_document_is_refused_by_the_limit_that_it_breaks(tmp_path, monkeypatch, name, content):
    monkeypatch.setattr(reading, "_MOST_CHARACTERS", 4_000 if name.startswith("letters") else 10**9)
    with pytest.raises(brecha.BrechaError, match=f"{name} is too large to be read as a document"):
        brecha.document(written(tmp_path, name, content))


def pdf(*objects):
    content, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table_at = len(content)
    listed = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    return content + head + listed + b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, table_at)


ROOT, PAGE = b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 300] >>"


@pytest.mark.parametrize(
    "pages",
    [b"<< /Type /Pages /Kids [3 0 R] /Count 2000000000 >>", b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>"],
    ids=["count", "circle"],
)
def test_a_pdf_that_lies_about_its_pages_is_refused(tmp_path, pages):
    with pytest.raises(brecha.BrechaError, match=r"a\.pdf"):
        brecha.document(written(tmp_path, "a.pdf", pdf(ROOT, pages, PAGE)))


@pytest.mark.parametrize("limit", ["MOST_MEMORY", "MOST_SECONDS"])
def test_a_pdf_that_draws_itself_takes_no_more_than_its_own_process_may(tmp_path, monkeypatch, limit):
    from brecha.documents import pdf_process

    def drawing(stream, head):
        return b"<< %s /Resources << /XObject << /F 5 0 R >> >> /Length %d >>\nstream\n%s\nendstream" % (head, len(stream), stream)

    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 300] /Contents 4 0 R /Resources << /XObject << /F 5 0 R >> >> >>"
    itself = drawing(b"/F Do " * 30, b"/Type /XObject /Subtype /Form /BBox [0 0 300 300]")
    pages = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
    monkeypatch.setattr(pdf_process, limit, {"MOST_MEMORY": 400 * 2**20, "MOST_SECONDS": 1}[limit])
    with pytest.raises(brecha.BrechaError, match=r"a\.pdf takes more memory or time"):
        brecha.document(written(tmp_path, "a.pdf", pdf(ROOT, pages, page, drawing(b"/F Do " * 30, b""), itself)))

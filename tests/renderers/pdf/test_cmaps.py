import io

import page
import pikepdf

from tests.renderers.pdf.laid_out import lay


def test_every_glyph_of_bold_arabic_stands_for_a_character():
    data = lay("<p><strong>الخطّارات: أنهار تحت الرمل، بئر وبيت</strong></p>", lang="ar").data

    with pikepdf.open(io.BytesIO(data)) as pdf:
        maps = [
            font.ToUnicode.read_bytes()
            for font in pdf.objects
            if isinstance(font, pikepdf.Dictionary) and "/ToUnicode" in font
        ]
    assert any(b"<2060>" in each for each in maps)
    assert not any(b"<>" in each for each in maps)
    report = page.validate_pdf_bytes(data, profile="ua1")
    assert [failure.rule_id for failure in report.failures if "UNICODE" in failure.rule_id] == []

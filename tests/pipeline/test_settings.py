import pytest

from render.errors import UsageError
from render.pipeline.settings import renderer_options
from render.renderers.pdf.options import PdfOptions


def test_settings_become_the_options_of_their_renderer():
    found = renderer_options(["pdf.page-size=a5", "pdf.contents=true", "html.embed_fonts=false"])

    assert found["pdf"] == PdfOptions(page_size="a5", contents=True)
    assert found["html"].embed_fonts is False


@pytest.mark.parametrize(
    ("setting", "message", "hint"),
    [
        ("pdf", "is no setting", "RENDERER.KEY=VALUE"),
        ("pdf.pagesize=a5", "has no option 'pagesize'", "did you mean 'page_size'?"),
        ("pfd.page_size=a5", "no renderer is called 'pfd'", "did you mean 'pdf'?"),
        ("pdf.page_size=a9", "wrong value in pdf.page_size=a9", "invalid enum value"),
        ("pdf.crop_marks=yes please", "wrong value", "expected `bool`"),
        ("mp3.rate=9", "has no options", ""),
    ],
)
def test_what_no_renderer_has_is_refused_with_the_nearest(setting, message, hint):
    with pytest.raises(UsageError, match=message) as caught:
        renderer_options([setting])

    assert hint in caught.value.hint

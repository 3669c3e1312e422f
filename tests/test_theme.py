import re

import pytest

from render.errors import ThemeError
from render.theme import available, contrast, load

CHILD = 'name = "child"\nparent = "default"\n'


@pytest.fixture
def folder(tmp_path):
    """A theme folder, with a function that writes one file into it."""

    def write(name, content):
        path = tmp_path / "child" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
        return str(tmp_path / "child")

    return write


@pytest.mark.parametrize("name", available())
def test_every_theme_that_comes_with_us_reads_at_seven_to_one(name):
    assert load(name).findings == ()


@pytest.mark.parametrize("name", available())
def test_every_theme_that_comes_with_us_has_all_files_and_licensed_fonts(name):
    theme = load(name)
    for file in ("screen.css", "print.css", "epub.css"):
        assert theme.css(file)
    for file in ("page.html.j2", "print.html.j2"):
        assert theme.frame(file)
    assert {face.style for face in theme.fonts} == {"normal", "italic"}
    own = [face.path for face in theme.fonts if face.path.is_relative_to(theme.folders[0])]
    assert sum(path.stat().st_size for path in own) < 1_500_000


def test_contrast_is_what_wcag_says():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)
    assert contrast("#123456", "#123456") == pytest.approx(1)


def test_a_child_changes_one_token_and_inherits_the_rest(folder):
    theme = load(folder("theme.toml", CHILD + '[colour]\ntext = "#000000"\n'))
    assert theme.name == "child"
    assert theme.tokens["colour"]["text"] == "#000000"
    assert theme.tokens["colour"]["ground"] == load("default").tokens["colour"]["ground"]
    assert len(theme.fonts) == len(load("default").fonts)


def test_a_childs_style_comes_after_its_parents_and_its_frame_in_place_of_theirs(folder):
    folder("theme.toml", CHILD)
    folder("screen.css", ".deck { color: red }")
    theme = load(folder("print.html.j2", "<p>{{ title }}</p>"))
    css = theme.css("screen.css")
    assert css.index(".byline") < css.index("color: red")
    assert theme.fill("print.html.j2", title="<b>") == "<p>&lt;b&gt;</p>"


def test_a_style_begins_with_the_tokens_light_and_dark(folder):
    css = load("default").css("screen.css")
    assert css.startswith(":root {\n  --colour-ground: #")
    assert "@media screen and (prefers-color-scheme: dark)" in css


def test_a_book_gets_values_in_place_of_custom_properties():
    css = load("default").css("epub.css")
    assert "var(" not in css
    assert load("default").tokens["colour-dark"]["highlight"] in css


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ('[colour]\nmuted = "#999999"\n', r"muted on ground has a contrast of 2\.7\d to 1"),
        ('[colour-dark]\naccent = "#224466"\n', r"\[colour-dark\] accent on ground"),
        ('[colour]\nrule = "#dddddd"\n', "rule on ground"),
        ('[colour]\ntext = "black"\n', "text is 'black'"),
        ('[font]\ntext = "serif; } body { display: none"\n', r"\[font\] text"),
        ("[colours]\n", "has 'colours', which no theme has"),
        ("colour = \n", "is not TOML"),
        ('[[fonts]]\nfamily = "A"\nfile = "../a.ttf"\n', "names the font 'a.ttf'"),
        ('[[fonts]]\nfamily = "A"\nfile = "absent.ttf"\n', "names the font 'absent.ttf'"),
    ],
)
def test_a_broken_theme_is_refused_with_the_place(folder, settings, said):
    with pytest.raises(ThemeError, match=said):
        load(folder("theme.toml", CHILD + settings))


def test_text_between_four_and_a_half_and_seven_to_one_is_reported(folder):
    (finding,) = load(
        folder("theme.toml", CHILD + '[colour]\nmuted = "#6a665f"\nsurface = "#fcfbf8"\n')
    ).findings[:1]
    assert finding.code == "THEME-001"
    assert "muted on ground" in finding.message


@pytest.mark.parametrize(
    "rule",
    [
        '@import "other.css";',
        "body { background: url(https://example.org/a.png) }",
        "@font-face { src: url('a.woff2') }",
        "</style><script>",
        "p { opacity: 0.5 }",
    ],
)
def test_a_style_that_fetches_or_breaks_out_is_refused_with_its_line(folder, rule):
    folder("theme.toml", CHILD)
    theme = load(folder("screen.css", f"p {{}}\n{rule}"))
    with pytest.raises(ThemeError, match=r"screen\.css:2"):
        theme.css("screen.css")


def test_a_frame_is_small_and_names_no_address(folder):
    folder("theme.toml", CHILD)
    theme = load(folder("page.html.j2", "x\n" * 81))
    with pytest.raises(ThemeError, match="81 lines"):
        theme.frame("page.html.j2")
    folder("page.html.j2", '<script src="https://example.org/a.js">')
    with pytest.raises(ThemeError, match="address on the network"):
        theme.frame("page.html.j2")


def test_a_font_without_its_licence_is_refused(folder):
    folder("fonts/a.ttf", "")
    fonts = '[[fonts]]\nfamily = "A"\nfile = "fonts/a.ttf"\n'
    with pytest.raises(ThemeError, match=r"font 'a\.ttf' has no licence"):
        load(folder("theme.toml", CHILD + fonts))


def test_a_theme_that_is_its_own_parent_is_refused(folder):
    with pytest.raises(ThemeError, match="itself among its parents"):
        load(folder("theme.toml", 'name = "child"\nparent = "../child"\n'))


def test_a_name_that_nobody_has_gets_the_nearest():
    with pytest.raises(ThemeError, match="no theme is called 'defualt'") as caught:
        load("defualt")
    assert caught.value.hint == "did you mean 'default'?"


def test_a_file_that_no_parent_has_is_named(folder):
    theme = load(folder("theme.toml", CHILD))
    with pytest.raises(ThemeError, match=r"has no 'braille\.css'"):
        theme.css("braille.css")


def test_every_custom_property_that_a_style_uses_is_a_token():
    theme = load("default")
    known = {f"{table}-{name}" for table, values in theme.tokens.items() for name in values}
    known.add("characters")  # of its longest number, which the layout gives each list
    for file in ("screen.css", "print.css"):
        assert set(re.findall(r"var\(--([\w-]+)", theme.css(file))) <= known

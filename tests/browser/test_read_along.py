"""The text in step with the sound, played in a browser from a folder."""

from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pytest

from render.narration import Narration
from render.pipeline import BuildOptions, build
from render.readers.markdown import READER
from render.reading import ReadOptions, Source
from tests.browser.axe import violations, with_axe

# Chromium comes with the validators.
pytestmark = [pytest.mark.validators("axe"), pytest.mark.slow]

ARTICLE = """---
title: The salt of the oasis
lang: en
author: Ines Roth
---
Salt is old.[^1] It is cut at dawn. 𝔗he *best* blocks are [grey](https://example.org/).
The caravan walks for three weeks.

## Prices

Nobody agrees. A block costs two days of work. On dit que le sel ne dort jamais.

[^1]: Older than bread.
"""
SAMPLES = """count => new Promise(done => {
  const audio = document.querySelector("audio"), seen = [];
  function look() {
    const lit = document.querySelector(".spoken");
    const word = CSS.highlights.get("spoken-word");
    seen.push([audio.currentTime, lit && lit.id, word ? [...word].join("") : ""]);
    if (seen.length < count) { requestAnimationFrame(look); } else { done(seen); }
  }
  look();
})"""
GO = """time => new Promise(done => {
  const audio = document.querySelector("audio");
  audio.addEventListener("seeked", () => requestAnimationFrame(() => {
    const word = CSS.highlights.get("spoken-word");
    done([document.querySelector(".spoken")?.id, word ? [...word].join("") : ""]);
  }), {once: true});
  audio.currentTime = time;
})"""
# What scrolls is told to the page before it draws its next frame, however long that takes.
TWO_FRAMES = """() => new Promise(done =>
  requestAnimationFrame(() => requestAnimationFrame(done)))"""
IS_IN_VIEW = """() => {
  const box = document.querySelector(".spoken").getBoundingClientRect();
  return box.bottom > 0 && box.top < innerHeight;
}"""


def until(page, condition):
    """Wait for a condition; the page's policy lets nobody evaluate text in it, not even us."""
    for _ in range(100):
        if page.evaluate(condition):
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"never came true: {condition}")


@dataclass(frozen=True, slots=True)
class Spoken:
    """A page with its recording beside it, and what was said when."""

    path: Path
    narration: Narration

    def cues_between(self, begin_s: float, end_s: float):
        """The cue that is lit at the first time, and those that begin up to the second."""
        begin, end = (time * self.narration.sample_rate_hz for time in (begin_s, end_s))
        begun = [cue for cue in self.narration.cues if cue.begin <= begin]
        return [*begun[-1:], *(cue for cue in self.narration.cues if begin < cue.begin <= end)]


@pytest.fixture(scope="module")
def spoken(tmp_path_factory):
    folder = tmp_path_factory.mktemp("spoken")
    reading = READER.read(Source(ARTICLE.encode(), "salt.md"), ReadOptions())
    made = build(reading, "salt", BuildOptions(to=("html", "mp3")))
    assert made.failures == ()
    assert made.narration is not None
    for artefact in made.artefacts:
        (folder / artefact.file_name).write_bytes(artefact.data)
    return Spoken(folder / "salt.html", made.narration)


@pytest.fixture
def play(visit, spoken):
    """A function that opens the page and starts the voice at a time, as a reader would."""

    def play(time_s=0.0, **options):
        page = visit(spoken.path, viewport={"width": 500, "height": 420}, **options)
        page.evaluate("document.querySelector('audio').load()")
        until(page, "document.querySelector('audio').readyState >= 1")
        page.evaluate(GO, time_s)
        page.locator("[data-do='play']").click()
        until(
            page,
            f"document.querySelector('audio').currentTime > {time_s} + 0.05"
            " && document.querySelector('.spoken') !== null",
        )
        return page

    return play


def test_the_sentence_and_the_word_heard_are_lit(play, spoken):
    page = play()
    page.locator("[data-keep='speed']").select_option("3")
    seen = page.evaluate(SAMPLES, 120)
    assert len({id_ for _time, id_, _word in seen}) > 2
    # Between two looks at the clock a frame passes, a long one on a busy machine, and cues begin.
    wrong = [
        (time, id_)
        for (before, *_), (time, id_, _word) in pairwise(seen)
        if id_ not in {cue.id for cue in spoken.cues_between(before - 0.1, time)}
    ]
    assert wrong == []
    assert len({word for _time, _id, word in seen}) > 5


def test_every_word_is_lit_at_its_time_with_notes_links_and_rare_letters_between(play, spoken):
    page = play()
    page.locator("[data-do='play']").click()
    rate = spoken.narration.sample_rate_hz
    said = [
        (cue.id, cue.text[word.char_begin : word.char_end], (word.begin / rate) + 0.002)
        for cue in spoken.narration.cues
        if cue.role == "sentence"
        for word in cue.words
    ]
    lit = [(*page.evaluate(GO, time), time) for _id, _word, time in said]
    assert lit == said
    assert len(said) > 25


def test_the_text_that_screen_readers_hold_is_not_touched(play, spoken):
    page = play()
    before = page.evaluate("document.querySelectorAll('main *').length")
    page.evaluate("document.querySelector('main').normalize()")
    page.evaluate(SAMPLES, 30)
    assert page.evaluate("document.querySelectorAll('main *').length") == before
    assert page.locator("[aria-live], [role='status'], [role='alert'], [role='log']").count() == 0


def test_the_focus_stays_where_the_reader_left_it(play):
    page = play()
    page.locator(".preferences summary").focus()
    page.evaluate(SAMPLES, 30)
    assert page.evaluate("document.activeElement.localName") == "summary"


def test_the_page_scrolls_with_the_voice_until_the_reader_scrolls(play, spoken):
    page = play()
    last = spoken.narration.cues[-3]
    page.evaluate(GO, last.begin / spoken.narration.sample_rate_hz)
    page.evaluate(TWO_FRAMES)
    assert page.evaluate(IS_IN_VIEW)
    page.evaluate("scrollTo(0, 0)")
    page.evaluate(TWO_FRAMES)
    page.locator("[data-do='next']").evaluate("button => button.click()")
    page.evaluate(TWO_FRAMES)
    assert page.evaluate("scrollY") == 0


def test_who_scrolls_back_to_the_voice_is_followed_again(play, spoken):
    page = play()
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    page.evaluate(TWO_FRAMES)
    page.evaluate("document.querySelector('.spoken').scrollIntoView()")
    page.evaluate(TWO_FRAMES)
    last = spoken.narration.cues[-3]
    page.evaluate(GO, last.begin / spoken.narration.sample_rate_hz)
    page.evaluate(TWO_FRAMES)
    assert page.evaluate(IS_IN_VIEW)


@pytest.mark.parametrize(("wish", "behaviour"), [("reduce", "auto"), ("no-preference", "smooth")])
def test_nothing_glides_for_those_who_want_no_motion(play, spoken, wish, behaviour):
    page = play(reduced_motion=wish)
    page.evaluate(
        "() => { Element.prototype.scrollIntoView = function (how) { window.how = how.behavior } }"
    )
    last = spoken.narration.cues[-3]
    page.evaluate(GO, last.begin / spoken.narration.sample_rate_hz)
    assert page.evaluate("window.how") == behaviour


def test_a_reader_may_have_no_scrolling_and_no_highlight_and_it_is_kept(play, spoken):
    page = play()
    page.locator("[data-keep='follow']").uncheck()
    page.locator("[data-keep='highlight']").select_option("nothing")
    assert page.locator(".spoken").count() == 0
    assert page.evaluate("CSS.highlights.size") == 0
    before = page.evaluate("scrollY")
    page.evaluate(GO, spoken.narration.cues[-3].begin / spoken.narration.sample_rate_hz)
    assert page.evaluate("scrollY") == before
    page.reload()
    assert not page.locator("[data-keep='follow']").is_checked()
    assert page.locator("[data-keep='highlight']").input_value() == "nothing"


def test_the_lit_sentence_is_underlined_and_takes_the_systems_colours(play):
    page = play(forced_colors="active")
    shown = page.locator(".spoken").evaluate(
        """lit => {
          const probe = document.createElement("p");
          probe.style.cssText = "forced-color-adjust: none; background: Highlight";
          document.body.append(probe);
          const [style, system] = [lit, probe].map(each => getComputedStyle(each));
          return [style.textDecorationLine, style.backgroundColor === system.backgroundColor];
        }"""
    )
    assert shown == ["underline", True]


def test_the_keyboard_alone_plays_pauses_and_moves_by_sentence(visit, spoken):
    page = visit(spoken.path)
    page.locator("[data-do='play']").focus()
    page.keyboard.press("Enter")
    until(page, "document.querySelector('.spoken')")
    assert page.locator("[data-do='play']").inner_text() == "Pause"
    page.keyboard.press("Space")
    assert page.evaluate("document.querySelector('audio').paused")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    second = spoken.narration.cues[1]
    until(page, f"document.querySelector('.spoken')?.id === '{second.id}'")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    first = spoken.narration.cues[0]
    until(page, f"document.querySelector('.spoken')?.id === '{first.id}'")


def test_letters_alone_do_nothing(play):
    page = play()
    page.locator("h1").click()
    for key in "kjlmp ":
        page.keyboard.press("Space" if key == " " else key)
    assert not page.evaluate("document.querySelector('audio').paused")


def test_after_the_end_nothing_is_lit(play, spoken):
    page = play(spoken.narration.duration_s - 0.6)
    until(page, "document.querySelector('audio').ended")
    until(page, "!document.querySelector('.spoken')")
    assert page.locator("[data-do='play']").inner_text() == "Listen"


def test_only_the_page_and_its_recording_are_asked_for(play, spoken):
    page = play()
    names = {url.rpartition("/")[2] for url in page.requests if not url.startswith("data:")}
    assert names == {"salt.html", "salt.mp3"}


def test_catalogues_learn_that_text_and_sound_go_together(spoken):
    assert '"synchronizedAudioText"' in spoken.path.read_text(encoding="utf-8")


def test_without_script_the_browsers_player_is_there_and_nothing_that_would_not_work(visit, spoken):
    page = visit(spoken.path, java_script_enabled=False)
    assert page.locator("audio").is_visible()
    assert not page.locator(".read-along").is_visible()
    assert not page.locator(".preferences").is_visible()


def test_axe_finds_nothing_while_the_page_reads_aloud_in_any_scheme(play):
    page = with_axe(play())
    page.locator(".preferences summary").evaluate("summary => summary.click()")
    page.locator("[data-do='play']").click()
    assert page.locator(".spoken").count() == 1
    found = {}
    for colours in ("", "dark", "black-on-white", "white-on-black"):
        page.locator("[data-keep='colours']").select_option(colours)
        found[colours] = violations(page)
    assert {name: each for name, each in found.items() if each} == {}


@pytest.mark.parametrize(("width_px", "size"), [(320, ""), (320, "200"), (1280, "300")])
def test_the_controls_fit_and_are_large_enough(visit, spoken, width_px, size):
    page = visit(spoken.path, viewport={"width": width_px, "height": 600})
    page.locator(".preferences summary").click()
    page.locator("[data-keep='size']").select_option(size)
    root = "document.documentElement"
    assert page.evaluate(f"{root}.scrollWidth - {root}.clientWidth") <= 0
    small = page.evaluate(
        """() => [...document.querySelectorAll(
             ".preferences summary, .preferences select, .read-along :is(button, select, label)")]
           .filter(e => e.getBoundingClientRect().height < 44)
           .map(e => e.outerHTML.slice(0, 60))"""
    )
    assert small == []

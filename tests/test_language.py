"""Tags, direction and guessed languages."""

import pytest

from render.findings import Severity
from render.language import (
    are_kin,
    are_near,
    canonical,
    direction,
    dominant_script,
    guess,
    quick_guess,
    settle,
    suggestion,
)

PROSE = {
    "fr": "Le conseil s’est réuni hier soir pour parler de l’eau, mais les habitants du quartier "
    "n’ont pas été reçus avec leurs questions.",
    "en": "The council met last night to talk about the water, but the people who live there "
    "were not heard and have gone home with their questions.",
    "es": "El ayuntamiento se reunió anoche para hablar del agua, pero los vecinos que viven en "
    "el barrio no fueron escuchados y se han ido sin respuestas.",
    "de": "Der Rat hat gestern Abend über das Wasser gesprochen, aber die Leute, die dort wohnen, "
    "wurden nicht gehört und sind mit ihren Fragen nach Hause gegangen.",
    "pt": "A câmara reuniu-se ontem à noite para falar da água, mas as pessoas que vivem no "
    "bairro não foram ouvidas e voltaram para casa com as suas perguntas.",
    "it": "Il consiglio si è riunito ieri sera per parlare dell’acqua, ma gli abitanti del "
    "quartiere non sono stati ascoltati e sono tornati a casa con le loro domande.",
    "nl": "De raad kwam gisteravond bijeen om over het water te praten, maar de mensen die daar "
    "wonen werden niet gehoord en zijn met hun vragen naar huis gegaan.",
    "pl": "Rada zebrała się wczoraj wieczorem, aby rozmawiać o wodzie, ale mieszkańcy nie zostali "
    "wysłuchani i wrócili do domu ze swoimi pytaniami, które są ważne.",
    "ar": "اجتمع المجلس مساء أمس للحديث عن الماء في الحي، لكن السكان الذين جاؤوا إلى القاعة لم "
    "يُسمح لهم بالكلام على هذا الموضوع.",
    "fa": "شورا دیشب برای گفتگو دربارهٔ آب تشکیل شد، اما مردمی که در آنجا زندگی می‌کنند شنیده "
    "نشدند و با پرسش‌های خود به خانه رفتند.",
    "he": "המועצה התכנסה אמש כדי לדבר על המים, אבל התושבים לא נשמעו.",
    "ru": "Совет собрался вчера вечером, чтобы поговорить о воде, но жители, которые там живут, "
    "не были услышаны и ушли домой со своими вопросами.",
    "uk": "Рада зібралася вчора ввечері, щоб поговорити про воду, але мешканці, які там живуть, "
    "не були почуті й пішли додому зі своїми питаннями.",
    "hi": "परिषद कल रात पानी के बारे में बात करने के लिए मिली, लेकिन वहाँ रहने वाले लोगों की बात नहीं सुनी गई।",
    "ja": "市議会は昨夜、水の問題について話し合ったが、住民の声は聞かれなかった。",
    "zh": "市议会昨晚开会讨论了水的问题，但是住在那里的人们没有发言的机会。",
    "ko": "시의회는 어젯밤 물 문제를 논의했지만 주민들의 의견은 듣지 않았다.",
    "el": "Το συμβούλιο συνεδρίασε χθες το βράδυ για το νερό.",
    "bm": "Jamana ɲɛmɔgɔw ye ɲɔgɔn sɔrɔ kunun su fɛ ji ko la, nka mɔgɔ minnu bɛ yen, u ma lamɛn.",
}


@pytest.mark.parametrize("lang", PROSE)
def test_two_lines_of_prose_are_recognised_without_a_model(lang: str) -> None:
    found = quick_guess(PROSE[lang])
    assert found is not None
    assert found.lang == lang


def test_traditional_chinese_is_told_from_simplified() -> None:
    found = quick_guess("市議會昨晚開會討論了水的問題，但是住在那裡的人們沒有發言的機會。")
    assert found is not None
    assert found.lang == "zh-Hant"


@pytest.mark.parametrize("text", ["", "12 345", "— … !", "😀😀"])
def test_text_without_letters_is_not_guessed(text: str) -> None:
    assert guess(text) is None


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("fr", "fr"),
        ("FR_fr", "fr-FR"),
        (" en-US ", "en-US"),
        ("iw", "he"),
        ("zh-hant-tw", "zh-Hant-TW"),
        ("fr-", "fr"),
        ("français", None),
        ("english", None),
        ("xx-invalid", None),
        ("", None),
        ("C", None),
        ("a" * 5000, None),
    ],
)
def test_tags_are_canonical_or_refused(tag: str, expected: str | None) -> None:
    assert canonical(tag) == expected


def test_the_name_of_a_language_suggests_its_tag() -> None:
    assert suggestion("Français") == "fr"
    assert suggestion("klingon") is None


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("ar", "rtl"),
        ("ar-EG", "rtl"),
        ("he", "rtl"),
        ("ur-PK", "rtl"),
        ("uz-Arab", "rtl"),
        ("ff-Adlm", "rtl"),
        ("nqo", "rtl"),
        ("az", "ltr"),
        ("fr", "ltr"),
        ("ja", "ltr"),
        ("und", "ltr"),
        ("not a tag", "ltr"),
    ],
)
def test_direction_follows_the_likely_script(lang: str, expected: str) -> None:
    assert direction(lang) == expected


def test_the_dominant_script_is_that_of_most_letters() -> None:
    assert dominant_script("Bamako باماكو عاصمة جمهورية مالي") == "Arab"
    assert dominant_script("123 !") is None


def test_a_declared_language_wins_over_a_contradicting_text_and_is_reported() -> None:
    settled = settle("en", PROSE["fr"] * 2)
    assert (settled.lang, settled.how) == ("en", "declared")
    assert [finding.code for finding in settled.findings] == ["LANG-001"]
    assert "'fr'" in settled.findings[0].message


@pytest.mark.parametrize(("declared", "text_in"), [("fr-CA", "fr"), ("fr", "fr"), ("zh-TW", "zh")])
def test_agreement_is_not_reported(declared: str, text_in: str) -> None:
    assert settle(declared, PROSE[text_in] * 8).findings == ()


@pytest.mark.parametrize(
    ("declared", "guessed", "kin", "near"),
    [
        ("fuf", "ff", True, True),
        ("pes-IR", "fa", True, True),
        ("pt-BR", "es", False, True),
        ("fr", "en", False, False),
    ],
)
def test_kinds_of_one_language_do_not_contradict_each_other(declared, guessed, kin, near) -> None:
    assert (are_kin(declared, guessed), are_near(declared, guessed)) == (kin, near)


def test_a_short_text_is_never_called_a_contradiction() -> None:
    assert settle("en", PROSE["fr"][:100]).findings == ()


def test_a_guess_is_recorded_as_a_guess() -> None:
    settled = settle(None, PROSE["fr"])
    assert (settled.lang, settled.how) == ("fr", "guessed")
    assert [(f.code, f.severity) for f in settled.findings] == [("LANG-002", Severity.NOTE)]


def test_a_name_in_place_of_a_tag_is_reported_with_the_tag_it_meant() -> None:
    settled = settle("français", PROSE["fr"])
    assert settled.lang == "fr"
    assert [finding.code for finding in settled.findings] == ["LANG-004", "LANG-002"]
    assert settled.findings[0].hint == "write 'fr'"


def test_an_undetermined_language_is_a_valid_tag_with_a_warning() -> None:
    settled = settle(None, "12 345")
    assert settled.lang == "und"
    assert [finding.code for finding in settled.findings] == ["LANG-003"]

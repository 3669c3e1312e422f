"""The accessibility summary: the facts in plain sentences, in the language of the document."""

from __future__ import annotations

from collections.abc import Iterator

from render.renderers.epub.facts import Facts

# One sentence a fact, so that each can be true or absent on its own.
_SENTENCES: dict[str, dict[str, str]] = {
    "en": {
        "structure": "The text can be resized, restyled and read by assistive technology; "
        "a table of contents leads to its parts.",
        "pictures": "Every picture that has a meaning has a text alternative.",
        "unexplained": "Some pictures have no text alternative.",
        "descriptions": "Complex pictures have an extended description.",
        "tables": "Data tables have marked headers.",
        "formulas": "Formulas are in MathML.",
        "pages": "Page numbers match the print edition.",
        "spoken": "The text is read aloud, and each sentence is highlighted as it is read.",
    },
    "fr": {
        "structure": "Le texte peut être agrandi, présenté autrement et lu par les technologies "
        "d’assistance ; une table des matières mène à ses parties.",
        "pictures": "Chaque image porteuse de sens a une description.",
        "unexplained": "Certaines images n’ont pas de description.",
        "descriptions": "Les images complexes ont une description détaillée.",
        "tables": "Les tableaux de données ont des en-têtes balisés.",
        "formulas": "Les formules sont en MathML.",
        "pages": "Les numéros de page sont ceux de l’édition imprimée.",
        "spoken": "Le texte est lu à voix haute et chaque phrase est surlignée pendant sa lecture.",
    },
    "es": {
        "structure": "El texto puede ampliarse, presentarse de otro modo y leerse con productos "
        "de apoyo; un índice lleva a sus partes.",
        "pictures": "Cada imagen con significado tiene un texto alternativo.",
        "unexplained": "Algunas imágenes no tienen texto alternativo.",
        "descriptions": "Las imágenes complejas tienen una descripción extensa.",
        "tables": "Las tablas de datos tienen encabezados marcados.",
        "formulas": "Las fórmulas están en MathML.",
        "pages": "Los números de página son los de la edición impresa.",
        "spoken": "El texto se lee en voz alta y cada frase se resalta mientras se lee.",
    },
    "de": {
        "structure": "Der Text lässt sich vergrößern, anders darstellen und mit Hilfsmitteln "
        "lesen; ein Inhaltsverzeichnis führt zu seinen Teilen.",
        "pictures": "Jedes bedeutungstragende Bild hat einen Alternativtext.",
        "unexplained": "Einige Bilder haben keinen Alternativtext.",
        "descriptions": "Komplexe Bilder haben eine ausführliche Beschreibung.",
        "tables": "Datentabellen haben ausgezeichnete Überschriften.",
        "formulas": "Formeln liegen in MathML vor.",
        "pages": "Die Seitenzahlen entsprechen der Druckausgabe.",
        "spoken": "Der Text wird vorgelesen, und jeder Satz wird dabei hervorgehoben.",
    },
    "it": {
        "structure": "Il testo può essere ingrandito, presentato in altro modo e letto con "
        "tecnologie assistive; un sommario porta alle sue parti.",
        "pictures": "Ogni immagine significativa ha un testo alternativo.",
        "unexplained": "Alcune immagini non hanno un testo alternativo.",
        "descriptions": "Le immagini complesse hanno una descrizione estesa.",
        "tables": "Le tabelle di dati hanno intestazioni marcate.",
        "formulas": "Le formule sono in MathML.",
        "pages": "I numeri di pagina sono quelli dell’edizione a stampa.",
        "spoken": "Il testo è letto ad alta voce e ogni frase è evidenziata durante la lettura.",
    },
    "pt": {
        "structure": "O texto pode ser ampliado, apresentado de outro modo e lido por tecnologias "
        "de apoio; um índice leva às suas partes.",
        "pictures": "Cada imagem com significado tem um texto alternativo.",
        "unexplained": "Algumas imagens não têm texto alternativo.",
        "descriptions": "As imagens complexas têm uma descrição longa.",
        "tables": "As tabelas de dados têm cabeçalhos marcados.",
        "formulas": "As fórmulas estão em MathML.",
        "pages": "Os números de página são os da edição impressa.",
        "spoken": "O texto é lido em voz alta e cada frase é destacada durante a leitura.",
    },
    "ar": {
        "structure": "يمكن تكبير النص وتغيير مظهره وقراءته بالتقنيات المساعدة، ويقود جدول "
        "المحتويات إلى أجزائه.",
        "pictures": "لكل صورة ذات معنى نص بديل.",
        "unexplained": "بعض الصور بلا نص بديل.",
        "descriptions": "للصور المعقدة وصف مفصل.",
        "tables": "لجداول البيانات رؤوس محددة.",
        "formulas": "الصيغ مكتوبة بلغة MathML.",
        "pages": "أرقام الصفحات هي أرقام الطبعة الورقية.",
        "spoken": "يُقرأ النص بصوت مسموع وتُبرز كل جملة أثناء قراءتها.",
    },
    "he": {
        "structure": "אפשר להגדיל את הטקסט, לשנות את תצוגתו ולקרוא אותו בטכנולוגיות מסייעות; "
        "תוכן העניינים מוביל אל חלקיו.",
        "pictures": "לכל תמונה בעלת משמעות יש טקסט חלופי.",
        "unexplained": "לחלק מן התמונות אין טקסט חלופי.",
        "descriptions": "לתמונות מורכבות יש תיאור מורחב.",
        "tables": "לטבלאות הנתונים יש כותרות מסומנות.",
        "formulas": "הנוסחאות כתובות ב‑MathML.",
        "pages": "מספרי העמודים הם של המהדורה המודפסת.",
        "spoken": "הטקסט מוקרא בקול, וכל משפט מודגש בזמן הקראתו.",
    },
}
FALLBACK = "en"


def summary(lang: str, features: tuple[str, ...], facts: Facts) -> str:
    """The summary in the language of `lang`, in English where that is not among ours."""
    sentences = _SENTENCES[summary_language(lang)]
    return " ".join(sentences[key] for key in _keys(features, facts))


def summary_language(lang: str) -> str:
    """The language that the summary for `lang` is in."""
    primary = lang.partition("-")[0].lower()
    return primary if primary in _SENTENCES else FALLBACK


def _keys(features: tuple[str, ...], facts: Facts) -> Iterator[str]:
    yield "structure"
    if facts.pictures:
        yield "unexplained" if facts.unexplained else "pictures"
    if facts.descriptions:
        yield "descriptions"
    if facts.tables:
        yield "tables"
    if facts.formulas:
        yield "formulas"
    if facts.pages:
        yield "pages"
    if "synchronizedAudioText" in features:
        yield "spoken"

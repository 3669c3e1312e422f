"""What the voice adds to the text so that its structure can be heard, in the article's language.

A language without an entry gets no announcements: never words in another language.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Announcements:
    """The added words. `{count}`, `{rows}`, `{columns}`, `{name}` and `{number}` are filled in."""

    by: str
    conjunction: str
    published: str
    updated: str
    list_count: str
    quote: str
    end_quote: str
    image: str
    table_size: str
    empty_cell: str
    code: str
    code_lines: str
    note: str


_BY_LANGUAGE = {
    "en": Announcements(
        by="By {name}",
        conjunction="and",
        published="Published {date}",
        updated="Updated {date}",
        list_count="List of {count} items.",
        quote="Quote:",
        end_quote="End of quote.",
        image="Image:",
        table_size="Table, {rows} rows, {columns} columns.",
        empty_cell="empty",
        code="Code.",
        code_lines="Code, {count} lines.",
        note="Note {number}:",
    ),
    "fr": Announcements(
        by="Par {name}",
        conjunction="et",
        published="Publié le {date}",
        updated="Mis à jour le {date}",
        list_count="Liste de {count} éléments.",
        quote="Citation :",
        end_quote="Fin de citation.",
        image="Image :",
        table_size="Tableau, {rows} lignes, {columns} colonnes.",
        empty_cell="vide",
        code="Code.",
        code_lines="Code, {count} lignes.",
        note="Note {number} :",
    ),
    "es": Announcements(
        by="Por {name}",
        conjunction="y",
        published="Publicado el {date}",
        updated="Actualizado el {date}",
        list_count="Lista de {count} elementos.",
        quote="Cita:",
        end_quote="Fin de la cita.",
        image="Imagen:",
        table_size="Tabla, {rows} filas, {columns} columnas.",
        empty_cell="vacía",
        code="Código.",
        code_lines="Código, {count} líneas.",
        note="Nota {number}:",
    ),
    "de": Announcements(
        by="Von {name}",
        conjunction="und",
        published="Veröffentlicht am {date}",
        updated="Aktualisiert am {date}",
        list_count="Liste mit {count} Punkten.",
        quote="Zitat:",
        end_quote="Ende des Zitats.",
        image="Bild:",
        table_size="Tabelle, {rows} Zeilen, {columns} Spalten.",
        empty_cell="leer",
        code="Code.",
        code_lines="Code, {count} Zeilen.",
        note="Anmerkung {number}:",
    ),
    "it": Announcements(
        by="Di {name}",
        conjunction="e",
        published="Pubblicato il {date}",
        updated="Aggiornato il {date}",
        list_count="Elenco di {count} elementi.",
        quote="Citazione:",
        end_quote="Fine della citazione.",
        image="Immagine:",
        table_size="Tabella, {rows} righe, {columns} colonne.",
        empty_cell="vuota",
        code="Codice.",
        code_lines="Codice, {count} righe.",
        note="Nota {number}:",
    ),
    "ar": Announcements(
        by="بقلم {name}",
        conjunction="و",
        published="نشر في {date}",
        updated="حدث في {date}",
        list_count="قائمة، عدد العناصر {count}.",
        quote="اقتباس:",
        end_quote="نهاية الاقتباس.",
        image="صورة:",
        table_size="جدول، عدد الصفوف {rows}، عدد الأعمدة {columns}.",
        empty_cell="فارغة",
        code="شيفرة.",
        code_lines="شيفرة، عدد الأسطر {count}.",
        note="ملاحظة {number}:",
    ),
    "he": Announcements(
        by="מאת {name}",
        conjunction="ו",
        published="פורסם ב־{date}",
        updated="עודכן ב־{date}",
        list_count="רשימה של {count} פריטים.",
        quote="ציטוט:",
        end_quote="סוף ציטוט.",
        image="תמונה:",
        table_size="טבלה, {rows} שורות, {columns} עמודות.",
        empty_cell="ריק",
        code="קוד.",
        code_lines="קוד, {count} שורות.",
        note="הערה {number}:",
    ),
}


def announcements_for(lang: str) -> Announcements | None:
    """The announcements in a language, or None where we have none in it."""
    return _BY_LANGUAGE.get(lang.partition("-")[0].lower())

"""Names for what WeasyPrint, pydyf and fontTools give us, as they publish no types."""

from typing import Any, TypeAlias

# WeasyPrint: a laid-out document, one of its pages, a box, a font, a list of fonts.
Document: TypeAlias = Any
Page: TypeAlias = Any
Box: TypeAlias = Any
Font: TypeAlias = Any
FontConfiguration: TypeAlias = Any
StyleSheet: TypeAlias = Any
Fetcher: TypeAlias = Any

# pydyf: a file being written, and its dictionaries, arrays and strings.
PdfFile: TypeAlias = Any
PdfObject: TypeAlias = Any

"""The tagger: one structure element for each element of the document, wherever it was laid out."""

"""One entry of the package metadata, whatever vocabulary it comes from."""

from dataclasses import dataclass

XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


@dataclass(frozen=True, slots=True)
class Entry:
    """A metadata element.

    It is a Dublin Core element when `dublin_core`, a link to `value` when `link`, else
    a meta property.
    `id` and `refines` are ids of entries or manifest items, without the `#`;
    `scheme` names the code list of the value, `lang` its language where the package's is not.
    """

    name: str
    value: str
    dublin_core: bool = False
    link: bool = False
    id: str = ""
    refines: str = ""
    scheme: str = ""
    lang: str = ""

    def attributes(self) -> dict[str, str]:
        """The XML attributes, in a fixed order."""
        named = {
            "id": self.id,
            "rel": self.name if self.link else "",
            "href": self.value if self.link else "",
            "refines": f"#{self.refines}" if self.refines else "",
            "property": "" if self.dublin_core or self.link else self.name,
            "scheme": self.scheme,
            XML_LANG: self.lang,
        }
        return {name: value for name, value in named.items() if value}


def dc(name: str, value: str, identifier: str = "") -> Entry:
    """A Dublin Core element."""
    return Entry(name, value, dublin_core=True, id=identifier)

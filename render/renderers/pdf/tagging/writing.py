"""The structure tree as PDF objects (ISO 32000-2, 14.7)."""

from __future__ import annotations

from render.renderers.pdf.formulas import SOURCE
from render.renderers.pdf.layout import points
from render.renderers.pdf.tagging import roles
from render.renderers.pdf.tagging.nodes import AttributeValue, Content, LinkArea, Node
from render.renderers.pdf.tagging.roles import Standard
from render.renderers.pdf.untyped import Document, PdfFile, PdfObject

_NAMESPACES = {"2.0": "http://iso.org/pdf2/ssn", "1.7": "http://iso.org/pdf/ssn"}
_PRINT_FLAG = 4


class TreeWriter:
    """Writes one tree into one file."""

    def __init__(self, pdf: PdfFile, document: Document, standard: Standard) -> None:
        import pydyf

        self._new = pydyf
        self._pdf = pdf
        self._document = document
        self._standard = standard
        self._objects: dict[Node, PdfObject] = {}
        self._pages = pdf.page_references
        self._parents: list[list[bytes]] = [[] for _ in self._pages]
        self._annotations: list[bytes] = []
        self._namespaces: dict[str, PdfObject] = {}
        self._formulas = 0

    def write(self, root: Node) -> None:
        """Write the tree, its parent tree, ids and roles, and point the catalog at them."""
        tree = self._object({"Type": "/StructTreeRoot"})
        if self._standard == "2.0":
            self._namespaces = {
                name: self._object({"Type": "/Namespace", "NS": self._new.String(uri)})
                for name, uri in _NAMESPACES.items()
            }
            spaces = [space.reference for space in self._namespaces.values()]
            tree["Namespaces"] = self._new.Array(spaces)
        else:
            tree["RoleMap"] = self._new.Dictionary(
                {name: f"/{role}" for name, role in roles.ROLE_MAP.items()}
            )
        nodes = list(root.nodes())
        for node in nodes:
            self._objects[node] = self._object({"Type": "/StructElem", "S": f"/{node.type}"})
        self._objects[root]["P"] = tree.reference
        for node in nodes:
            self._fill(node)
        tree["K"] = self._new.Array([self._objects[root].reference])
        tree["ParentTree"] = self._parent_tree().reference
        tree["ParentTreeNextKey"] = len(self._pages) + len(self._annotations)
        self._write_ids(tree, nodes)
        self._pdf.catalog["StructTreeRoot"] = tree.reference
        self._pdf.catalog["MarkInfo"] = self._new.Dictionary({"Marked": "true"})

    def object_of(self, node: Node) -> PdfObject:
        """The structure element written for a node."""
        return self._objects[node]

    def destination(self, node: Node) -> tuple[PdfObject, PdfObject]:
        """Where a node begins: as a place on a page, and as a structure destination."""
        first = next(node.contents(), None)
        if first is None:
            return None, None
        page = self._document.pages[first.leaf.page]
        x, y = points(page, first.leaf.box.position_x, first.leaf.box.position_y)
        view = ["/XYZ", x, y, 0]
        return (
            self._new.Array([self._pages[first.leaf.page], *view]),
            self._new.Array([self._objects[node].reference, *view]),
        )

    def _fill(self, node: Node) -> None:
        written = self._objects[node]
        page = next((content.leaf.page for content in node.contents()), 0)
        written["Pg"] = self._pages[page]
        if self._namespaces:
            space = "1.7" if node.type in roles.OLD_TYPES else "2.0"
            written["NS"] = self._namespaces[space].reference
        for key, value in (
            ("Lang", node.lang),
            ("Alt", node.alt),
            ("E", node.expansion),
            ("ID", node.id),
        ):
            if value:
                written[key] = self._new.String(value)
        if node.attributes:
            owners = [self._attributes(owner, own) for owner, own in node.attributes.items()]
            written["A"] = owners[0] if len(owners) == 1 else self._new.Array(owners)
        if self._standard != "1.6" and node.type == "Formula" and node.element is not None:
            self._associate(node.element.get(SOURCE, ""), written)
        if node.references:
            refs = [self._objects[each].reference for each in node.references]
            written["Ref"] = self._new.Array(refs)
        written["K"] = self._new.Array([kid for each in node.kids for kid in self._kid(each, node)])

    def _associate(self, mathml: str, written: PdfObject) -> None:
        """Hang the MathML of a formula on its element (ISO 14289-2, 8.2.5.29; ISO 19005-3, 6.8)."""
        if not mathml:
            return
        data = mathml.encode()
        embedded = self._new.Stream(
            [data],
            self._new.Dictionary(
                {
                    "Type": "/EmbeddedFile",
                    "Subtype": "/application#2Fmathml+xml",
                    "Params": self._new.Dictionary({"Size": len(data)}),
                }
            ),
            compress=True,
        )
        self._pdf.add_object(embedded)
        self._formulas += 1
        name = self._new.String(f"formula-{self._formulas}.mml")
        file = self._object(
            {
                "Type": "/Filespec",
                "F": name,
                "UF": name,
                "EF": self._new.Dictionary({"F": embedded.reference, "UF": embedded.reference}),
                "AFRelationship": "/Supplement",
                "Desc": self._new.String("The formula as MathML"),
            }
        )
        written["AF"] = self._new.Array([file.reference])

    def _kid(self, kid: Node | Content | LinkArea, parent: Node) -> list[PdfObject]:
        written = self._objects[parent]
        if isinstance(kid, Node):
            self._objects[kid]["P"] = written.reference
            return [self._objects[kid].reference]
        if isinstance(kid, LinkArea):
            return self._annotation(kid, parent)
        page = kid.leaf.page
        for mcid in kid.mcids:
            row = self._parents[page]
            row.extend([b"null"] * (mcid + 1 - len(row)))
            row[mcid] = written.reference
        if self._pages[page] == written["Pg"]:
            return list(kid.mcids)
        return [
            self._new.Dictionary({"Type": "/MCR", "Pg": self._pages[page], "MCID": mcid})
            for mcid in kid.mcids
        ]

    def _annotation(self, area: LinkArea, parent: Node) -> list[PdfObject]:
        annotation = getattr(area.box, "link_annotation", None)
        if annotation is None:
            return []
        annotation["StructParent"] = len(self._pages) + len(self._annotations)
        self._annotations.append(self._objects[parent].reference)
        element = {} if parent.element is None else parent.element.attrib
        name = element.get("aria-label") or parent.name() or element.get("href", "")
        annotation["Contents"] = self._new.String(name)
        annotation["F"] = _PRINT_FLAG
        annotation["QuadPoints"] = self._new.Array(
            [
                coordinate
                for left, bottom, right, top in area.quads
                for coordinate in (left, top, right, top, left, bottom, right, bottom)
            ]
        )
        reference = self._object(
            {"Type": "/OBJR", "Obj": annotation.reference, "Pg": self._pages[area.page]}
        )
        return [reference.reference]

    def _attributes(self, owner: str, values: dict[str, AttributeValue]) -> PdfObject:
        written = self._new.Dictionary({"O": f"/{owner}"})
        for name, value in values.items():
            written[name] = self._value(value)
        return written

    def _value(self, value: AttributeValue) -> PdfObject:
        if isinstance(value, str):
            return f"/{value}"
        if isinstance(value, tuple):
            parts = [self._new.String(each) if isinstance(each, str) else each for each in value]
            return self._new.Array(parts)
        return value

    def _parent_tree(self) -> PdfObject:
        numbers: list[PdfObject] = []
        for page, row in enumerate(self._parents):
            numbers += [page, self._new.Array(row)]
        for number, reference in enumerate(self._annotations, len(self._pages)):
            numbers += [number, reference]
        return self._object({"Nums": self._new.Array(numbers)})

    def _write_ids(self, tree: PdfObject, nodes: list[Node]) -> None:
        named = sorted((node.id.encode(), node) for node in nodes if node.id)
        if named:
            names: list[PdfObject] = []
            for _, node in named:
                names += [self._new.String(node.id), self._objects[node].reference]
            tree["IDTree"] = self._object({"Names": self._new.Array(names)}).reference

    def _object(self, values: dict[str, PdfObject]) -> PdfObject:
        written = self._new.Dictionary(values)
        self._pdf.add_object(written)
        return written

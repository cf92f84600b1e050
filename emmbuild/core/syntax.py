"""What a Markdown reader finds before anything has a meaning: fences, lists, attributes.

Block kinds read these; nothing after the reading phase sees them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Protocol

from emmbuild.core.diagnostics import NOWHERE, Diagnostic, Span
from emmbuild.core.edition import Words
from emmbuild.core.nodes import Meta, Node
from emmbuild.core.text import Text


@dataclass(frozen=True, slots=True)
class Attributes:
    """`{#id key=value}`."""

    id: str = ""
    values: dict[str, str] = field(default_factory=dict)
    span: Span = NOWHERE

    def get(self, name: str, default: str = "") -> str:
        return self.values.get(name, default)


@dataclass(frozen=True, slots=True)
class ListItem(Node):
    text: Text
    attributes: Attributes
    span: Span
    children: tuple[Node, ...] = ()


@dataclass(frozen=True, slots=True)
class ListNode(Node):
    items: tuple[ListItem, ...]
    ordered: bool
    span: Span


@dataclass(frozen=True, slots=True)
class Value:
    """The value of an option line, and where it stands."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Fence(Node):
    """`:::{name} argument {attributes}` with its option lines and its body."""

    name: str
    argument: Value
    attributes: Attributes
    options: dict[str, Value]
    children: tuple[Node, ...]
    span: Span

    def option(self, name: str) -> Value:
        return self.options.get(name, Value("", self.span))


class ReadContext(Protocol):
    """What a block kind may ask of the reader."""

    @property
    def owner(self) -> str:
        """Id of the section that is read ("2.6")."""

    def report(self, diagnostic: Diagnostic) -> None: ...

    def meta(self, fence: Fence, *, known: tuple[str, ...] = ()) -> Meta:
        """The block's Meta; reports attributes that are neither common nor in `known`."""

    def item_meta(self, item: ListItem, *, known: tuple[str, ...] = ()) -> Meta: ...

    def text(self, source: str, span: Span, id: str = "") -> Text:
        """Inline Markdown as Text."""

    def blocks(self, children: tuple[Node, ...]) -> tuple[Node, ...]:
        """The children as blocks: lists become Bullets, fences what their kind reads."""

    def media(self, name: str, span: Span) -> object:
        """The Drawing or Picture in the section's folder, or None after reporting why not."""


class LowerContext(Protocol):
    """What a block kind may ask when it lowers itself."""

    @property
    def reader(self) -> str:
        """participant, facilitator or self-study."""

    @property
    def keyed(self) -> bool:
        """Whether answers of questions may stay in the tree."""

    @property
    def words(self) -> Words: ...

    def lower(self, children: tuple[Node, ...]) -> tuple[Node, ...]: ...

    def section_title(self, section_id: str) -> Text:
        """ "2.3 Migration and Development", in the reader's language."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A block kind: the names of its fences, how it is read and how it lowers itself.

    `example` is a complete fence in the source format; the contract tests read, lower and write it.
    `words` are the word keys that `lower` uses.
    """

    names: tuple[str, ...]
    read: Callable[[Fence, ReadContext], Node | None]
    lower: Callable[[Any, LowerContext], tuple[Node, ...]]
    node: type[Node]
    example: str
    words: tuple[str, ...] = ()

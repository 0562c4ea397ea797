"""Large data as a key of a cache."""

from dataclasses import dataclass
from typing import Generic, TypeVar

Data = TypeVar("Data")


@dataclass(frozen=True, eq=False)
class Same(Generic[Data]):
    """Data told by its identity: to compare or hash hundreds of words takes longer than to look them up.

    Equal to another only if both hold one and the same object, which lives as long as the key.
    """

    data: Data

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and other.data is self.data

    def __hash__(self) -> int:
        return id(self.data)

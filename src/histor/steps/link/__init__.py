"""Linking: who, where, when and how many; `link` is the whole step."""

from histor.steps.link.linking import LINKER as LINKER
from histor.steps.link.linking import Linked as Linked
from histor.steps.link.linking import link as link

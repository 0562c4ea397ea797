"""Explanations without any AI: slower wits, but always there and never guessing."""

from botapp.ai.offline.provider import OfflineProvider

__all__ = ["OfflineProvider"]

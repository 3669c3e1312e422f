"""Bytes to article: one plug-in for each kind of input."""

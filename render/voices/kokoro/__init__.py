"""Kokoro: neural voices of six languages from one model that the user brings."""

"""Piper: neural voices from models that the user brings."""

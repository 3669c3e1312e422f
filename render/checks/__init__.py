"""Finished files to findings: own checks and the field's validators."""

"""Text to sound: one plug-in for each speech engine."""

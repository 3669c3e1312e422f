"""Job to artefact: one plug-in for each format."""

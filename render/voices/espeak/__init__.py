"""eSpeak NG: its voices, and the engine that runs in the cage."""

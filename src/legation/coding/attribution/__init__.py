"""On whose word: sources, cues and contents."""

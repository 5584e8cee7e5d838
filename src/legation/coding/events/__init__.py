"""What PLOVER knows: frames, acts and modality."""

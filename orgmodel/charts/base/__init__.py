"""What all charts share: composing a scene, saving it, and checking what was asked for."""

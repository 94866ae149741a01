"""How well and how fast: `python -m bench.accuracy` holds the floors, `python -m bench.speed` times beside peers."""

"""How well and how fast: `python -m bench.accuracy` holds the floors, `python -m bench.speed` times beside peers.

All of it looks into plain Python; what is timed as compiled runs in a process of its own.
"""

import os

os.environ.setdefault("SECONDHAND_PLAIN", "1")  # before anything imports audit

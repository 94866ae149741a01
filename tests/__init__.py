"""The tests: they look into plain Python; SECONDHAND_PLAIN=0 has the machine code answer them (`make machine`)."""

import os

os.environ.setdefault("SECONDHAND_PLAIN", "1")  # before anything imports audit

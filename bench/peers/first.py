"""Writes the vector of its argument as JSON."""

import json
import os
import sys

from minilm import load

print(json.dumps(load().encode([sys.argv[1]])[0].tolist()), flush=True)
# As ours: what is left to tear down is not waited for.
os._exit(0)

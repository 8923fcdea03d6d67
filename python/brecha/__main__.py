"""`python -m brecha` is the command `brecha`."""

import sys

from brecha.command_line import main

sys.exit(main())

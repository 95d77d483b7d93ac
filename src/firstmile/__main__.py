"""`python -m firstmile`."""

import sys

from firstmile.adapters.cli.main import main

sys.exit(main())

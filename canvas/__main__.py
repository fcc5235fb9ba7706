"""`python -m canvas`."""

from canvas.cli import main

main()

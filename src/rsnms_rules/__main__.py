"""`python -m rsnms_rules`."""

from rsnms_rules.cli import main_process

main_process()

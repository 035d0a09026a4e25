"""Policy packs: the declarative condition language, its three-valued evaluation, and the bundled packs."""

"""The graph of a regulation: its kinds, how it is built and how it is walked; all networkx is in here.

`kinds` is light. `build` and `join` import networkx, so they are imported where a graph is asked for.
"""

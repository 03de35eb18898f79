"""The dossier of a ring: what the columnar store says beside what detection kept on the map.

Fees against peers, the permutations of these very people, terminals and beds, counter-evidence, the
records behind each sentence; and the papers made of them.
"""

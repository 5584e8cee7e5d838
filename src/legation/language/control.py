"""Verbs by what they govern: clauses of content, and objects that act in the infinitive behind them."""

from __future__ import annotations

# verbs whose object is the subject of the infinitive or gerund that follows
OBJECT_CONTROL = frozenset(
    "urge ask order tell call request require press pressure force compel persuade convince allow permit enable help"
    " invite advise warn encourage instruct direct command authorise authorize push implore beg want expect cause"
    " forbid bar prevent stop prohibit ban accuse suspect blame criticise criticize condemn fault see"
    " hear let make".split()
)
# verbs that take a clause of content, with or without "that"
CONTENT_VERBS = frozenset(
    "say tell report add state announce declare claim argue insist deny confirm believe think hope know warn note"
    " suggest demand propose agree promise pledge vow predict expect fear show mean indicate reveal acknowledge admit"
    " allege assert stress recommend decide rule learn hear understand see find feel explain write hint recall repeat"
    " maintain contend complain conclude estimate boast signal threaten wish urge request".split()
)

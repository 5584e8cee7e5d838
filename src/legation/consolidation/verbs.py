"""Verbs in the form that a claim's modality asks for: "signed", "will sign", "did not sign"."""

from __future__ import annotations

from typing import NamedTuple

from legation.records import Modality


class Verb(NamedTuple):
    """A verb with what always goes with it: "withdraw/withdrew/withdrawing" and "from"."""

    base: str
    past: str
    ing: str
    rest: str = ""

    def form(self, modality: Modality, *, plural: bool = False) -> str:
        """Return the verb for one subject or several."""
        shaped = {
            Modality.FUTURE: f"will {self.base}",
            Modality.HYPOTHETICAL: f"would {self.base}",
            Modality.NEGATED: f"did not {self.base}",
            Modality.ONGOING: f"{'are' if plural else 'is'} {self.ing}",
        }.get(modality, self.past)
        return f"{shaped} {self.rest}".strip()


def be(modality: Modality, *, plural: bool = False) -> str:
    """Return the form of "be" for a standing: "is", "was", "will be", "is not"."""
    shaped = {
        Modality.FUTURE: "will be",
        Modality.HYPOTHETICAL: "would be",
        Modality.NEGATED: "are not" if plural else "is not",
        Modality.HISTORICAL: "were" if plural else "was",
    }
    return shaped.get(modality, "are" if plural else "is")


AGREEMENT_ACTS = {
    "negotiation": Verb("negotiate", "negotiated", "negotiating"),
    "initialling": Verb("initial", "initialled", "initialling"),
    "signature": Verb("sign", "signed", "signing"),
    "ratification": Verb("ratify", "ratified", "ratifying"),
    "acceptance": Verb("accept", "accepted", "accepting"),
    "approval": Verb("approve", "approved", "approving"),
    "accession": Verb("accede to", "acceded to", "acceding to"),
    "provisional application": Verb("apply", "applied", "applying"),
    "suspension": Verb("suspend", "suspended", "suspending"),
    "denunciation": Verb("denounce", "denounced", "denouncing"),
    "withdrawal": Verb("withdraw from", "withdrew from", "withdrawing from"),
    "termination": Verb("terminate", "terminated", "terminating"),
    "conclusion": Verb("conclude", "concluded", "concluding"),
}

BODY_ACTS = {
    "established": Verb("set up", "set up", "setting up"),
    "restored": Verb("restore", "restored", "restoring"),
    "resumed": Verb("resume", "resumed", "resuming"),
    "suspended": Verb("suspend", "suspended", "suspending"),
    "dissolved": Verb("dissolve", "dissolved", "dissolving"),
}

EVENTS = {
    "AGREE": Verb("agree with", "agreed with", "agreeing with"),
    "CONSULT": Verb("consult with", "consulted with", "consulting with"),
    "CONSULT.visit": Verb("visit", "visited", "visiting"),
    "CONSULT.phone": Verb("speak by telephone with", "spoke by telephone with", "speaking by telephone with"),
    "CONSULT.third-party": Verb("mediate with", "mediated with", "mediating with"),
    "CONSULT.multilateral": Verb("meet", "met", "meeting", ""),
    "SUPPORT": Verb("back", "backed", "backing"),
    "CONCEDE": Verb("make a concession to", "made a concession to", "making a concession to"),
    "COOPERATE": Verb("cooperate with", "cooperated with", "cooperating with"),
    "AID": Verb("give aid to", "gave aid to", "giving aid to"),
    "RETREAT": Verb("step back towards", "stepped back towards", "stepping back towards"),
    "RETREAT.withdraw": Verb("withdraw from", "withdrew from", "withdrawing from"),
    "RETREAT.release": Verb("release captives or goods of", "released captives or goods of", "releasing captives of"),
    "RETREAT.ceasefire": Verb("cease fire with", "ceased fire with", "ceasing fire with"),
    "REQUEST": Verb("make a demand of", "made a demand of", "making a demand of"),
    "REQUEST.assist": Verb("ask for help from", "asked for help from", "asking for help from"),
    "REQUEST.meet": Verb("ask for talks with", "asked for talks with", "asking for talks with"),
    "ACCUSE": Verb("accuse", "accused", "accusing"),
    "ACCUSE.disapprove": Verb("criticise", "criticised", "criticising"),
    "ACCUSE.investigate": Verb("open an inquiry into", "opened an inquiry into", "opening an inquiry into"),
    "REJECT": Verb("turn down", "turned down", "turning down"),
    "REJECT.meet": Verb("refuse to meet", "refused to meet", "refusing to meet"),
    "REJECT.assist": Verb("refuse help to", "refused help to", "refusing help to"),
    "THREATEN": Verb("threaten", "threatened", "threatening"),
    "PROTEST": Verb("protest against", "protested against", "protesting against"),
    "SANCTION": Verb("cut back relations with", "cut back relations with", "cutting back relations with"),
    "SANCTION.expel": Verb("expel representatives of", "expelled representatives of", "expelling representatives of"),
    "MOBILIZE": Verb("mobilise towards", "mobilised towards", "mobilising towards"),
    "MOBILIZE.troops": Verb("move troops towards", "moved troops towards", "moving troops towards"),
    "COERCE": Verb("use pressure on", "used pressure on", "using pressure on"),
    "COERCE.restrict": Verb("impose restrictions on", "imposed restrictions on", "imposing restrictions on"),
    "COERCE.arrest": Verb("arrest nationals of", "arrested nationals of", "arresting nationals of"),
    "COERCE.seize": Verb("seize property of", "seized property of", "seizing property of"),
    "ASSAULT": Verb("attack", "attacked", "attacking"),
}

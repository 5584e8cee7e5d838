"""Facts: states, organisations, memberships, office holders, news agencies, armed groups.

Every row of every table carries its source and licence; ``NAME.meta.yml`` describes each table.
"""

from legation.reference.holders import (
    OfficeHolder,
    holders_by_name,
    holders_by_surname,
    holders_of,
    office_holders,
    person_id,
)
from legation.reference.organisations import (
    ArmedGroup,
    Membership,
    NewsAgency,
    Organisation,
    armed_groups,
    memberships,
    news_agencies,
    organisations,
)
from legation.reference.states import State, StateName, demonyms, state_names, states
from legation.reference.tables import TABLES, TableDescription, describe, rows

__all__ = [
    "TABLES",
    "ArmedGroup",
    "Membership",
    "NewsAgency",
    "OfficeHolder",
    "Organisation",
    "State",
    "StateName",
    "TableDescription",
    "armed_groups",
    "demonyms",
    "describe",
    "holders_by_name",
    "holders_by_surname",
    "holders_of",
    "memberships",
    "news_agencies",
    "office_holders",
    "organisations",
    "person_id",
    "rows",
    "state_names",
    "states",
]

"""The pages of the desk; one file a page, or a few that belong together."""

from legation.web.pages import (
    accounts,
    claims,
    front,
    importing,
    lists,
    relations,
    reports,
    reviewing,
    searching,
    snapshots,
)

ROUTERS = (
    front.router,
    relations.router,
    reports.router,
    claims.router,
    lists.router,
    searching.router,
    reviewing.router,
    importing.router,
    snapshots.router,
    accounts.router,
)

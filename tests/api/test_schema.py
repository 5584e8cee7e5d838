"""Schemathesis asks everything that the OpenAPI description allows, and more: no question brings the desk down."""

from __future__ import annotations

import pytest
import schemathesis
from fastapi import FastAPI
from hypothesis import HealthCheck, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.core.result import Ok

CASES, SOAK_CASES = 12, 300
OPERATIONS = 14


@pytest.mark.parametrize("cases", [CASES, pytest.param(SOAK_CASES, marks=pytest.mark.soak)])
def test_no_question_is_a_fault_of_the_server(app: FastAPI, cases: int) -> None:
    schema = schemathesis.openapi.from_asgi("/api/v1/openapi.json", app)
    schema.config.update(base_url="http://testserver")
    asked = 0
    for operation in schema.get_all_operations():
        assert isinstance(operation, Ok)
        asked += 1
        _ask(operation.ok(), cases)
    assert asked >= OPERATIONS


def _ask(operation: object, cases: int) -> None:
    @given(case=operation.as_strategy())  # type: ignore[attr-defined]
    @settings(max_examples=cases, suppress_health_check=list(HealthCheck), deadline=None)
    def asked(case: object) -> None:
        case.call_and_validate(checks=[not_a_server_error], headers={"Host": "testserver"})  # type: ignore[attr-defined]

    asked()

"""New units by kind of service: shifts, staffing and rules to begin with and change."""

from heiltid.starters.new import new_unit
from heiltid.starters.people import PeopleNeeded, people_needed, people_sentences
from heiltid.starters.services import SERVICE_TYPES, ServiceType, service_type

__all__ = [
    "SERVICE_TYPES",
    "PeopleNeeded",
    "ServiceType",
    "new_unit",
    "people_needed",
    "people_sentences",
    "service_type",
]

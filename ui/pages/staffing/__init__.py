"""The page of staffing: how many are needed, when, and with what competence."""

from ui.pages.staffing.page import StaffingPage

__all__ = ["StaffingPage"]

"""Extra shifts: from rota to dates, what is open, who is asked, who gets what."""

from ui.pages.booking.page import BookingPage

__all__ = ["BookingPage"]

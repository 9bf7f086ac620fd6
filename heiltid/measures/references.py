"""Published figures to draw beside a unit's own, each with its source. Source: domain.md section 8."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """One published set of figures. Shares in basis points; None = not published there.

    key: text `reference.<key>` in the catalogue tells who was counted. year None: not given.
    """

    key: str
    source: str
    year: int | None = None
    full_time_share_bp: int | None = None
    average_position_bp: int | None = None
    wanted_average_bp: int | None = None


REFERENCES = (
    Reference(key="care_rota", source="KS", year=2014, full_time_share_bp=2_080, average_position_bp=6_330),
    Reference(key="care_rota", source="KS", year=2023, full_time_share_bp=3_480, average_position_bp=7_150),
    Reference(key="all_staff", source="KS", year=2023, full_time_share_bp=6_100, average_position_bp=8_410),
    Reference(key="before_project", source="Fredrikstad", average_position_bp=6_660),
    Reference(key="municipality", source="Fredrikstad", year=2017, full_time_share_bp=3_300),
    Reference(key="municipality", source="Fredrikstad", year=2019, full_time_share_bp=3_500),
    Reference(key="goal", source="Fredrikstad", year=2029, full_time_share_bp=8_000),
    Reference(key="wanted", source="Time kommune", wanted_average_bp=8_300),
    Reference(
        key="municipality", source="Songdalen", year=2016, full_time_share_bp=6_000, average_position_bp=8_300
    ),
    Reference(
        key="municipality", source="Songdalen", year=2018, full_time_share_bp=6_500, average_position_bp=8_600
    ),
    Reference(key="strong_culture", source="Fafo", full_time_share_bp=5_000),
)

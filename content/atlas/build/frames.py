"""What each map shows: the frames were chosen by eye so that small islands lie well apart; points and borders below are stated by hand."""

from typing import NamedTuple

from content.atlas.build.projections import Projection, equal_earth, lambert


class Frame(NamedTuple):
    """A map's corners in degrees; `is_round` for the whole world, where straight parallels matter more than true distances."""

    west: float
    south: float
    east: float
    north: float
    is_round: bool = False

    def projection(self) -> Projection:
        """Return the projection that suits the frame."""
        centre = (self.west + self.east) / 2
        return equal_earth(11 if self.is_round else centre) if self.is_round else lambert(centre, (self.south + self.north) / 2)


FRAMES = {
    "world": Frame(-169, -56, 191, 78, True),
    "cplp": Frame(-76, -37, 132, 45, True),
    "africa": Frame(-26, -36, 60, 38),
    "western-africa": Frame(-26, 2, 17, 28),
    "middle-africa": Frame(3, -19, 34, 24),
    "eastern-africa": Frame(20, -27, 64, 19),
    "southern-africa": Frame(10, -36, 42, -16),
    "americas": Frame(-130, -56, -33, 70),
    "latin-america-and-the-caribbean": Frame(-116, -55, -35, 32),
    "central-america": Frame(-108, 6, -76, 25),
    "caribbean": Frame(-86, 9, -58.5, 28),
    "south-america": Frame(-82, -55, -34, 14),
    "asia": Frame(28, -11, 146, 55),
    "western-asia": Frame(25, 12, 64, 44),
    "southern-asia": Frame(44, -1, 98, 40),
    "south-eastern-asia": Frame(91, -12, 142, 29),
    "europe": Frame(-24, 34, 52, 71),
    "oceania": Frame(112, -48, 218, 21),
}

# Shapes without a number of their own. As in the lists of the United Nations; where those are silent, land that belongs to nobody here.
INSIDE = {"Somaliland": "SO", "N. Cyprus": "CY", "Indian Ocean Ter.": "AU", "Ashmore and Cartier Is.": "AU"}
LEFT_OUT = {"Antarctica"}

# Parts that the atlas draws with the country they belong to, and ISO 3166 names apart: (whole, part, box in degrees).
PARTS = [
    ("FR", "GF", (-55, 1, -51, 7)),
    ("FR", "GP", (-62, 15.8, -61, 16.6)),
    ("FR", "MQ", (-61.5, 14.2, -60.5, 15.1)),
    ("FR", "RE", (55, -22, 56, -20)),
    ("FR", "YT", (44, -14, 46, -12)),
    ("NO", "SJ", (-10, 70.8, 35, 81)),
    ("NL", "BQ", (-69, 11.5, -62, 18)),
]

# Western Sahara as the maps of the United Nations show it: all that lies south of this parallel (whole, part, latitude).
SOUTH = [("MA", "EH", 27.667)]

# Where those lie that the atlas does not draw (longitude, latitude).
POINTS = {
    "BQ": (-68.25, 12.18),
    "BV": (3.36, -54.42),
    "CC": (96.87, -12.14),
    "CX": (105.64, -10.49),
    "GI": (-5.35, 36.14),
    "GP": (-61.55, 16.25),
    "MQ": (-61.02, 14.65),
    "RE": (55.53, -21.13),
    "SJ": (16.0, 78.5),
    "TK": (-171.85, -9.17),
    "TV": (179.2, -8.52),
    "UM": (166.62, 19.3),
    "YT": (45.15, -12.83),
}

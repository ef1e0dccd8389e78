"""Reference tables: the agencies, countries and places that facts resolve to."""

from __future__ import annotations

from schemas.table import Column, Table, key, text
from schemas.types import BIGINT, DOUBLE, INTEGER, TEXT, TEXTS

AGENCIES = Table(
    name="agencies",
    grain="one row per news agency or outlet that credits name",
    columns=(
        key("agency_id", "Hash of the agency's canonical name."),
        text("name", "Canonical name."),
        Column(name="aliases", type=TEXTS, doc="Other names and abbreviations."),
        text("country_code", "Country of its seat.", nullable=True),
        text("kind", "Agency, or one that reprints agencies.", allowed=("agency", "aggregator", "outlet")),
    ),
)

COUNTRIES = Table(
    name="countries",
    grain="one row per country or territory of ISO 3166-1, and Kosovo (XK)",
    columns=(
        key("country_code", "ISO 3166-1 alpha-2 code.", column_type=TEXT),
        text("alpha3", "ISO 3166-1 alpha-3 code."),
        Column(name="numeric_code", type=INTEGER, nullable=True, doc="ISO 3166-1 numeric code."),
        text("name", "Short English name."),
        text("official_name", "Official English name.", nullable=True),
        Column(name="aliases", type=TEXTS, doc="Other names."),
        Column(name="adjectives", type=TEXTS, doc="Adjectives."),
        Column(name="demonyms", type=TEXTS, doc="Words for its people."),
    ),
)

PLACES = Table(
    name="places",
    grain="one row per place of the gazetteer (GeoNames, CC BY 4.0)",
    columns=(
        key("place_id", "The GeoNames id, or a negative number for our own additions."),
        text("name", "Main name."),
        text("country_code", "ISO 3166-1 alpha-2 code.", nullable=True),
        text("admin1", "Code of the first-order division.", nullable=True),
        Column(name="latitude", type=DOUBLE, doc="Degrees north, WGS 84."),
        Column(name="longitude", type=DOUBLE, doc="Degrees east, WGS 84."),
        Column(name="geonames_id", type=BIGINT, nullable=True, doc="Id in GeoNames."),
        Column(name="population", type=BIGINT, nullable=True, doc="Inhabitants."),
    ),
)

REFERENCE_TABLES = (AGENCIES, COUNTRIES, PLACES)

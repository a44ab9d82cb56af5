"""Who stands for an American state in the news: capitals and large cities, governors, attorneys general, bodies."""

from __future__ import annotations

from typing import Final

# As `place_words.WORDS`. Governors and attorneys general are those of 2018 to 2026. Cities whose name is as often a
# person's, another state's or another country's are left out: Jackson, Lincoln, Portland, Manchester.
STATES: Final[dict[str, dict[str, str]]] = {
    "US-AL": {"city": "=Montgomery, Ala|=Tuscaloosa|=Huntsville", "actor": "=Ivey|=Kay Ivey|=Steve Marshall"},
    "US-AK": {"city": "=Juneau|=Anchorage", "actor": "=Dunleavy"},
    "US-AZ": {"city": "=Phoenix|=Tucson|=Scottsdale", "actor": "=Hobbs|=Katie Hobbs|=Ducey|=Kris Mayes"},
    "US-AR": {
        "city": "=Little Rock",
        "actor": "=Sarah Huckabee Sanders|=Huckabee Sanders|=Sarah Sanders|=Tim Griffin|=Asa Hutchinson",
    },
    "US-CA": {
        "adj": "=Californian|=Californians",
        "city": "=Sacramento|=Los Angeles|=San Francisco|=San Diego|=San Jose|=Oakland|=Long Beach",
        "actor": (
            "=Newsom|=Gavin Newsom|=Bonta|=Rob Bonta|=Scott Wiener|=Wiener|=Bauer-Kahan"
            "|california privacy protection agency|=CPPA|=CalPrivacy|california legislature|state of california"
            "|civil rights council|=Steve Padilla|=Buffy Wicks"
        ),
    },
    "US-CO": {
        "adj": "=Coloradan|=Coloradans",
        "city": "=Denver|=Colorado Springs",
        "actor": "=Polis|=Jared Polis|=Weiser|=Phil Weiser|=Titone",
    },
    "US-CT": {"city": "=Hartford|=New Haven", "actor": "=Lamont|=Ned Lamont|=William Tong|=Maroney"},
    "US-DE": {"city": "=Wilmington", "actor": "=John Carney|=Matt Meyer|=Kathy Jennings"},
    "US-FL": {
        "adj": "=Floridians",
        "city": "=Tallahassee|=Miami|=Orlando|=Tampa|=Jacksonville",
        "actor": "=DeSantis|=Ron DeSantis|=Uthmeier|=Ashley Moody",
    },
    "US-GA": {"city": "=Atlanta|=Savannah", "actor": "=Kemp|=Brian Kemp|=Chris Carr"},
    "US-HI": {"city": "=Honolulu", "actor": "=Josh Green|=David Ige"},
    "US-ID": {"city": "=Boise", "actor": "=Brad Little|=Labrador"},
    "US-IL": {
        "city": "=Springfield|=Chicago",
        "actor": "=Pritzker|=J.B. Pritzker|=JB Pritzker|=Kwame Raoul|illinois supreme court",
    },
    "US-IN": {"adj": "=Hoosier|=Hoosiers", "city": "=Indianapolis", "actor": "=Holcomb|=Mike Braun|=Todd Rokita"},
    "US-IA": {"adj": "=Iowans", "city": "=Des Moines", "actor": "=Kim Reynolds|=Brenna Bird"},
    "US-KS": {"city": "=Topeka|=Wichita", "actor": "=Laura Kelly|=Kobach"},
    "US-KY": {"city": "=Louisville|=Frankfort", "actor": "=Beshear|=Andy Beshear|=Russell Coleman"},
    "US-LA": {"city": "=Baton Rouge|new orleans", "actor": "=Jeff Landry|=Murrill|=John Bel Edwards"},
    "US-ME": {"city": "=Augusta", "actor": "=Janet Mills|=Aaron Frey"},
    "US-MD": {"city": "=Annapolis|=Baltimore", "actor": "=Wes Moore|=Larry Hogan"},
    "US-MA": {
        "city": "=Boston|=Beacon Hill|=Somerville",
        "actor": "=Healey|=Maura Healey|=Andrea Campbell|=Andrea Joy Campbell|=Charlie Baker",
    },
    "US-MI": {"city": "=Lansing|=Detroit|=Grand Rapids|=Ann Arbor", "actor": "=Whitmer|=Gretchen Whitmer|=Nessel"},
    "US-MN": {
        "adj": "=Minnesotan|=Minnesotans",
        "city": "=Minneapolis|=St. Paul",
        "actor": "=Walz|=Tim Walz|=Keith Ellison",
    },
    "US-MS": {"actor": "=Tate Reeves|=Lynn Fitch"},
    "US-MO": {"city": "=Jefferson City|=St. Louis", "actor": "=Kehoe|=Mike Parson|=Catherine Hanaway"},
    "US-MT": {"city": "=Bozeman|=Missoula", "actor": "=Gianforte|=Austin Knudsen"},
    "US-NE": {"city": "=Omaha", "actor": "=Pillen|=Jim Pillen|=Hilgers|=Pete Ricketts"},
    "US-NV": {"city": "=Las Vegas|=Carson City|=Reno", "actor": "=Lombardo|=Joe Lombardo|=Aaron Ford|=Sisolak"},
    "US-NH": {"actor": "=Ayotte|=Sununu|=Formella"},
    "US-NJ": {
        "city": "=Trenton|=Newark|=Jersey City",
        "actor": "=Phil Murphy|=Platkin|=Mikie Sherrill|=Sherrill|gov. murphy",
    },
    "US-NM": {"city": "=Santa Fe|=Albuquerque", "actor": "=Lujan Grisham|=Raúl Torrez|=Raul Torrez"},
    "US-NY": {
        "name": "new york state",
        "adj": "=New Yorkers",
        "city": "=Albany",
        "actor": (
            "=Hochul|=Kathy Hochul|=Letitia James|=Alex Bores|=Bores|=Gounardes|new york city|=NYC|=Eric Adams"
            "|new york city council|=NYPD|=Cuomo|=Mamdani|=NYDFS"
        ),
    },
    "US-NC": {"city": "=Raleigh|=Greensboro", "actor": "=Josh Stein|=Jeff Jackson|=Roy Cooper"},
    "US-ND": {"city": "=Fargo|=Bismarck, N.D", "actor": "=Kelly Armstrong|=Drew Wrigley"},
    "US-OH": {
        "adj": "=Ohioan|=Ohioans",
        "city": "=Columbus|=Cleveland|=Cincinnati",
        "actor": "=DeWine|=Mike DeWine|=Dave Yost",
    },
    "US-OK": {"city": "=Oklahoma City|=Tulsa", "actor": "=Stitt|=Kevin Stitt|=Gentner Drummond"},
    "US-OR": {"adj": "=Oregonians", "city": "=Salem, Ore", "actor": "=Kotek|=Tina Kotek|=Dan Rayfield|=Rosenblum"},
    "US-PA": {
        "city": "=Harrisburg|=Pittsburgh|=Philadelphia",
        "actor": "=Shapiro|=Josh Shapiro|=Dave Sunday|=Tom Wolf",
    },
    "US-RI": {"city": "=Providence", "actor": "=Dan McKee|=Neronha"},
    "US-SC": {"actor": "=McMaster|=Henry McMaster|=Alan Wilson"},
    "US-SD": {"city": "=Sioux Falls", "actor": "=Larry Rhoden|=Marty Jackley"},
    "US-TN": {"city": "=Nashville|=Memphis", "actor": "gov. bill lee|=Bill Lee|gov. lee|=Skrmetti"},
    "US-TX": {
        "adj": "=Texan|=Texans",
        "city": "=Austin|=Houston|=Dallas|=San Antonio|=Fort Worth",
        "actor": "=Paxton|=Ken Paxton|gov. greg abbott|=Greg Abbott|gov. abbott|=Capriglione",
    },
    "US-UT": {
        "adj": "=Utahn|=Utahns",
        "city": "=Salt Lake City",
        "actor": "=Spencer Cox|gov. cox|=Fiefia",
    },
    "US-VT": {"adj": "=Vermonters", "city": "=Montpelier", "actor": "=Phil Scott|=Charity Clark"},
    "US-VA": {"city": "=Richmond", "actor": "=Youngkin|=Glenn Youngkin|=Spanberger|=Miyares"},
    "US-WA": {
        "name": "washington state|state of washington|washington legislature|washington house|washington senate",
        "city": "=Olympia|=Seattle|=Spokane|=Tacoma",
        "actor": "=Inslee|=Bob Ferguson|gov. ferguson|washington lawmakers|washington attorney general|=Nick Brown",
    },
    "US-WV": {"actor": "=Morrisey|=McCuskey"},
    "US-WI": {"adj": "=Wisconsinites", "city": "=Milwaukee", "actor": "=Evers|=Tony Evers|=Josh Kaul"},
    "US-WY": {"city": "=Cheyenne", "actor": "=Mark Gordon|gov. gordon"},
    "US-DC": {"name": "district of columbia", "actor": "d.c. council|d.c. attorney general"},
}  # fmt: skip

# How a dateline shortens a state's name: “FRANKFORT, Ky. —”.
SHORT: Final[dict[str, str]] = {
    "ala": "US-AL", "alaska": "US-AK", "ariz": "US-AZ", "ark": "US-AR", "calif": "US-CA", "colo": "US-CO",
    "conn": "US-CT", "del": "US-DE", "fla": "US-FL", "ga": "US-GA", "hawaii": "US-HI", "idaho": "US-ID",
    "ill": "US-IL", "ind": "US-IN", "iowa": "US-IA", "kan": "US-KS", "ky": "US-KY", "la": "US-LA", "maine": "US-ME",
    "md": "US-MD", "mass": "US-MA", "mich": "US-MI", "minn": "US-MN", "miss": "US-MS", "mo": "US-MO", "mont": "US-MT",
    "neb": "US-NE", "nev": "US-NV", "n.h.": "US-NH", "n.j.": "US-NJ", "n.m.": "US-NM", "n.y.": "US-NY",
    "n.c.": "US-NC", "n.d.": "US-ND", "ohio": "US-OH", "okla": "US-OK", "ore": "US-OR", "pa": "US-PA", "r.i.": "US-RI",
    "s.c.": "US-SC", "s.d.": "US-SD", "tenn": "US-TN", "texas": "US-TX", "utah": "US-UT", "vt": "US-VT",
    "va": "US-VA", "wash": "US-WA", "w.va.": "US-WV", "wis": "US-WI", "wyo": "US-WY",
}  # fmt: skip

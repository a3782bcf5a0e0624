from histor.codebook.countries import BY_CODE, CAPITALS, COUNTRIES, NATIONALITIES
from histor.codebook.roles import OF_A_STATE, SECTOR_NAMES, SECTORS, SIDES


def test_every_state_has_one_code_of_three_letters() -> None:
    assert len(BY_CODE) == len(COUNTRIES) > 190
    assert all(len(code) == 3 and code.isupper() for code in BY_CODE)


def test_a_nationality_or_capital_leads_to_its_state() -> None:
    assert (NATIONALITIES["syrian"], NATIONALITIES["north korean"], CAPITALS["moscow"]) == ("SYR", "PRK", "RUS")


def test_every_role_has_a_sector_with_a_name() -> None:
    assert (SECTORS["warplanes"], SECTORS["rebels"], SECTORS["civilians"]) == ("MIL", "REB", "CVL")
    assert {*SECTORS.values(), *SIDES.values(), *OF_A_STATE} <= SECTOR_NAMES.keys()

"""Dates as news pages print them: `29th Jun, 2021`, `14 feb`, `2006年09月12日`, `Dated 11.09.2020`."""

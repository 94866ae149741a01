"""Who is named: people and bodies of one article, their offices, affiliations, and grades of anonymity."""

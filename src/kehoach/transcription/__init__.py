"""From a document's text to a draft of its plan: a grammar of Vietnamese administrative prose.

Text → lines and blocks → heading tree → clauses → phrases → commitments, assignments, citations → a plan with its doubts.
Nothing here knows a ward, a document or an indicator: names come from the catalogues of the registry that a draft is made for.
"""

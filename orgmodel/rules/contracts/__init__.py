"""Contracts of roles across layers, said as data: who needs whom, from where, and how many."""

from orgmodel.rules.contracts.contract import Contract
from orgmodel.rules.contracts.making import contract_rules, rule_of
from orgmodel.rules.contracts.vocabulary import LINES, NEEDED, SUBJECTS

__all__ = ["LINES", "NEEDED", "SUBJECTS", "Contract", "contract_rules", "rule_of"]

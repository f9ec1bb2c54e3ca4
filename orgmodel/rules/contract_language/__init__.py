"""Contracts across layers as data: who needs whom, from where, and how many."""

from orgmodel.rules.contract_language.contract import Contract
from orgmodel.rules.contract_language.rule_factory import contract_rules, rule_of
from orgmodel.rules.contract_language.vocabulary import LINES, NEEDED, SUBJECTS

__all__ = ["LINES", "NEEDED", "SUBJECTS", "Contract", "contract_rules", "rule_of"]

"""Scenes as files: pictures, slides, web pages, diagrams, and pages of paper."""

"""The catalogue of measures, and tables of figures per manager, territory or person."""

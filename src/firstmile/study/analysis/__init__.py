"""From records to numbers: tables (SQL), statistics on tables (numpy, scipy), questions, phenomena, one document.

Every statistic works on a table of counts, never on records, so that a million records cost what a thousand do.
"""

"""The report: one page that needs no network, figures for a paper, tables, all from the analysis's document.

`page/` holds the page's own style and scripts, one idea a file; `page.py` puts them and the data into one HTML file.
"""

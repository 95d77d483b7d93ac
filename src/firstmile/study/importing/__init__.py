"""Bringing records in: a source gives files, a format gives records and anomalies, `store` keeps both."""

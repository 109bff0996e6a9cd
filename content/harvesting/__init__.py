"""The library as harvesters take it: OAI-PMH 2.0 over rows that outlive the pages."""

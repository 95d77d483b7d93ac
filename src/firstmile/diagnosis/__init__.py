"""From facts to a ranked diagnosis: matching, causality, ranking. No input or output happens here."""

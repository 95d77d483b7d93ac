"""The diagnoser against labelled cases: what it says, what simpler guesses say, and how sure the difference is."""

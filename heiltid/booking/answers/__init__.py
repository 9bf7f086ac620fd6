"""Lists that go out and answers that come back: tokens, codes, typed text, what counts."""

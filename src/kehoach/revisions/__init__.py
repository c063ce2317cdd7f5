"""What an edit of the registry means: facts, then judgement by rules, one module each, then reports and renderers draw it."""

create index recommendation_text_words on recommendation_text using gin (words);
create index recommendation_text_reference on recommendation_text (lower(reference) text_pattern_ops);

-- One row a piece of the utterances in `asked_utterances`, with who said it.
select no, quote_id, article_id, start_char, end_char, speaker_id, speaker_kind, speaker_name, affiliation
from spoken_pieces
semi join asked_utterances using (no)
order by no, start_char, end_char, quote_id;

-- Quotes of the utterances whose speaker was ruled out: nobody is named. The article's own reading stays beside it.
update quote_speakers set source_id = null where quote_id in (
    select quote_id from quotes join rulings on subject_kind = 'speaker' and subject_id = utterance_id and status = 'rejected');
update quotes set speaker_id = null
from rulings where subject_kind = 'speaker' and subject_id = utterance_id and status = 'rejected';

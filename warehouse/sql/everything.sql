-- All rows of the warehouse stand where audits look for those of one run.

CREATE TEMP VIEW written_articles AS SELECT article_id FROM articles;

CREATE TEMP VIEW affected_articles AS SELECT article_id FROM articles;

CREATE TEMP VIEW new_paragraphs AS SELECT article_id, paragraph_no, text FROM paragraphs;

CREATE TEMP VIEW merge_files AS SELECT * FROM ops.files;

CREATE TEMP VIEW merge_documents AS SELECT * FROM ops.documents;

CREATE TEMP VIEW staged_documents AS SELECT * FROM ops.documents;

CREATE TEMP VIEW merge_revisions AS SELECT * FROM ops.revisions;

CREATE TEMP VIEW merge_quarantine AS SELECT * FROM ops.quarantine;

CREATE TEMP VIEW merge_people AS SELECT * FROM people;

CREATE TEMP VIEW merge_organisations AS SELECT * FROM organisations;

-- What compares a run with what was there before has nothing to compare.
CREATE TEMP TABLE collided_ids (table_name VARCHAR, id BIGINT, arrived VARCHAR, held VARCHAR);

CREATE TEMP TABLE row_counts (table_name VARCHAR, inserted BIGINT);

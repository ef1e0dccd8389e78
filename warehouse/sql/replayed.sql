-- What archived contents give under today's rules, against the published ledger. `ledger.sql` goes on from here;
-- `arrivals.sql` is the other way to begin.
-- Variables: staged (folder of the run), current_batches (the batches up to this one hold what documents hold
-- now; those after it what some held once).

CREATE TEMP TABLE selected AS
SELECT * FROM read_parquet(getvariable('staged') || '/selected.parquet');

CREATE TEMP TABLE replayed_documents AS
SELECT * FROM read_parquet(getvariable('staged') || '/ops.documents/*.parquet');

-- No file arrived, none is gone.
CREATE TEMP TABLE staged_files AS
SELECT * FROM read_parquet(getvariable('staged') || '/ops.files/*.parquet') LIMIT 0;

CREATE TEMP TABLE gone_files (file_id BIGINT);

-- A file is read whole, but only the documents that were asked for move, and those that nobody held before.
CREATE TEMP TABLE staged_documents AS
SELECT *
FROM replayed_documents
WHERE batch_no <= getvariable('current_batches')
  AND document_id NOT IN (
      SELECT document_id
      FROM ops.documents
      WHERE reason IS DISTINCT FROM 'gone'
        AND document_id NOT IN (SELECT document_id FROM selected WHERE is_current)
  );

CREATE TEMP VIEW read_documents AS SELECT * FROM staged_documents;

CREATE TEMP TABLE staged_quarantine AS
SELECT *
FROM read_parquet(getvariable('staged') || '/ops.quarantine/*.parquet')
WHERE batch_no <= getvariable('current_batches')
  AND document_id IN (SELECT document_id FROM staged_documents);

CREATE TEMP TABLE touched_documents AS
SELECT *
FROM ops.documents
WHERE document_id IN (SELECT document_id FROM selected WHERE is_current)
   OR document_id IN (SELECT document_id FROM staged_documents);

-- Today's reader may know a file for another format.
CREATE TEMP TABLE next_files AS
SELECT f.file_id, f.source, f.path, coalesce(s.format, f.format) AS format, f.size_bytes, f.modified_at,
       f.modified_ns, f.sha256, f.state
FROM ops.files f
JOIN read_parquet(getvariable('staged') || '/ops.files/*.parquet') s USING (file_id)
WHERE s.batch_no <= getvariable('current_batches')
  AND f.file_id IN (SELECT file_id FROM touched_documents);

-- That a file could not be read when it was last tried stays true.
CREATE TEMP TABLE reviewed_reasons AS
SELECT q.quarantine_id
FROM ops.quarantine q
WHERE q.is_open
  AND q.document_id IN (SELECT document_id FROM touched_documents)
  AND NOT EXISTS (SELECT 1 FROM selected s WHERE s.document_id = q.document_id AND s.unread_code = q.code);

-- Articles that are known and asked for, and the batch whose rows are taken for each.
CREATE TEMP TABLE replaced_articles AS
SELECT article_id, min(batch_no) AS batch_no
FROM replayed_documents
WHERE article_id IN (SELECT article_id FROM articles)
  AND (
      article_id IN (SELECT article_id FROM staged_documents WHERE article_id IS NOT NULL)
      OR batch_no > getvariable('current_batches')
         AND document_id IN (SELECT document_id FROM selected WHERE NOT is_current)
  )
GROUP BY article_id;

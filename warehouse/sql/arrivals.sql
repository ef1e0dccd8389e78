-- What arrived: the files a run found new, changed or gone, against the published ledger. `ledger.sql` goes on
-- from here; `replayed.sql` is the other way to begin.
-- Variables: staged (folder of the run), withdraw (whether a file that is gone withdraws its articles).

CREATE TEMP TABLE staged_files AS
SELECT * FROM read_parquet(getvariable('staged') || '/ops.files/*.parquet');

CREATE TEMP TABLE staged_documents AS
SELECT * FROM read_parquet(getvariable('staged') || '/ops.documents/*.parquet');

CREATE TEMP TABLE staged_quarantine AS
SELECT * FROM read_parquet(getvariable('staged') || '/ops.quarantine/*.parquet');

CREATE TEMP TABLE gone_files AS
SELECT file_id FROM read_parquet(getvariable('staged') || '/gone.parquet');

-- Files whose content was read and differs from what the ledger holds. A known file that could not be
-- read tells nothing of its content, so its documents stay as they are.
CREATE TEMP TABLE reread_files AS
SELECT s.file_id
FROM staged_files s
LEFT JOIN ops.files f USING (file_id)
WHERE f.file_id IS NULL
   OR (s.sha256 IS NOT NULL AND (f.sha256 IS DISTINCT FROM s.sha256 OR f.state = 'removed'));

CREATE TEMP TABLE next_files AS
SELECT file_id, source, path, coalesce(s.format, f.format) AS format, s.size_bytes, s.modified_at, s.modified_ns,
       s.sha256, 'present' AS state
FROM staged_files s
LEFT JOIN (SELECT file_id, format FROM ops.files) f USING (file_id)
UNION ALL
SELECT file_id, source, path, format, size_bytes, modified_at, modified_ns, sha256, 'removed' AS state
FROM ops.files
WHERE file_id IN (SELECT file_id FROM gone_files);

-- Documents whose content was read, and documents that may hold something else now, or nothing.
CREATE TEMP TABLE read_documents AS
SELECT *
FROM staged_documents
WHERE file_id IN (SELECT file_id FROM reread_files)
   OR document_id NOT IN (SELECT document_id FROM ops.documents);

CREATE TEMP TABLE touched_documents AS
SELECT *
FROM ops.documents
WHERE file_id IN (SELECT file_id FROM reread_files)
   OR (file_id IN (SELECT file_id FROM gone_files) AND (getvariable('withdraw') OR state = 'quarantined'));

-- Open reasons that this run knows more of; they close unless they are given again.
CREATE TEMP TABLE reviewed_reasons AS
SELECT quarantine_id
FROM ops.quarantine
WHERE is_open
  AND document_id IN (
      SELECT document_id
      FROM ops.documents
      WHERE file_id IN (SELECT file_id FROM reread_files)
         OR file_id IN (SELECT file_id FROM gone_files)
  );

-- What arrives is never a reason to write the rows of a known article again.
CREATE TEMP TABLE replaced_articles (article_id BIGINT, batch_no INTEGER);

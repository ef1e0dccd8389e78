-- What this run's files mean for the ledger. Reads the published rows and the staged ones, writes only
-- temporary tables named next_*, so it runs against a snapshot opened for reading.
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

-- What each touched document holds now; is_gone means that nothing does any more.
CREATE TEMP TABLE touched_documents AS
SELECT *
FROM ops.documents
WHERE file_id IN (SELECT file_id FROM reread_files)
   OR (file_id IN (SELECT file_id FROM gone_files) AND (getvariable('withdraw') OR state = 'quarantined'));

CREATE TEMP TABLE new_holdings AS
SELECT coalesce(s.document_id, t.document_id) AS document_id,
       CASE WHEN s.document_id IS NULL THEN t.file_id ELSE s.file_id END AS file_id,
       CASE WHEN s.document_id IS NULL THEN t.member ELSE s.member END AS member,
       CASE WHEN s.document_id IS NULL THEN t.content_sha256 ELSE s.content_sha256 END AS content_sha256,
       s.article_id AS said_article_id,
       CASE WHEN s.document_id IS NULL THEN t.charset ELSE s.charset END AS charset,
       CASE WHEN s.document_id IS NULL THEN t.repaired_count ELSE s.repaired_count END AS repaired_count,
       CASE WHEN s.document_id IS NULL THEN t.uri ELSE s.uri END AS uri,
       CASE WHEN s.document_id IS NULL THEN t.version ELSE s.version END AS version,
       CASE WHEN s.document_id IS NULL THEN t.version_created ELSE s.version_created END AS version_created,
       CASE WHEN s.document_id IS NULL THEN t.pub_status ELSE s.pub_status END AS pub_status,
       CASE WHEN s.document_id IS NULL THEN t.embargoed ELSE s.embargoed END AS embargoed,
       s.document_id IS NULL AS is_gone,
       t.article_id AS old_article_id,
       t.uri AS old_uri,
       t.document_id IS NULL
           OR s.document_id IS NULL AND t.reason IS DISTINCT FROM 'gone'
           OR s.document_id IS NOT NULL
              AND (t.reason = 'gone'
                   OR s.content_sha256 IS DISTINCT FROM t.content_sha256
                   OR s.article_id IS DISTINCT FROM t.said_article_id) AS is_changed
FROM (
    SELECT *
    FROM staged_documents
    WHERE file_id IN (SELECT file_id FROM reread_files)
       OR document_id NOT IN (SELECT document_id FROM ops.documents)
) s
FULL JOIN touched_documents t USING (document_id);

-- Of an item's versions the highest holds, whatever order they came in; a withdrawal holds nothing.
CREATE TEMP TABLE item_versions AS
WITH items AS (
    SELECT uri FROM new_holdings WHERE uri IS NOT NULL
    UNION
    SELECT old_uri FROM new_holdings WHERE old_uri IS NOT NULL
),
versions AS (
    SELECT document_id, uri, version, version_created, content_sha256, said_article_id, pub_status
    FROM ops.documents
    WHERE uri IN (SELECT uri FROM items)
      AND reason IS DISTINCT FROM 'gone'
      AND document_id NOT IN (SELECT document_id FROM new_holdings)
    UNION ALL
    SELECT document_id, uri, version, version_created, content_sha256, said_article_id, pub_status
    FROM new_holdings
    WHERE uri IS NOT NULL AND NOT is_gone
)
SELECT document_id,
       rank() OVER item > 1 AS is_superseded,
       first_value(pub_status IN ('canceled', 'withheld')) OVER item IS TRUE AS is_withdrawn
FROM versions
WHERE said_article_id IS NOT NULL OR pub_status IN ('canceled', 'withheld')
WINDOW item AS (
    PARTITION BY uri ORDER BY coalesce(version, 0) DESC, coalesce(version_created, '') DESC, content_sha256 DESC
);

-- All documents whose holding is decided anew, with what they hold and, if nothing, why.
CREATE TEMP TABLE next_holdings AS
SELECT h.* EXCLUDE (reason),
       CASE
           WHEN h.is_gone THEN 'gone'
           WHEN v.is_withdrawn THEN 'withdrawn'
           WHEN v.is_superseded THEN 'superseded'
       END AS reason,
       CASE WHEN h.is_gone OR v.is_withdrawn OR v.is_superseded THEN NULL ELSE h.said_article_id END AS article_id
FROM (
    SELECT document_id, file_id, member, content_sha256, said_article_id, NULL AS reason, uri, version,
           version_created, pub_status, embargoed, charset, repaired_count, is_gone, old_article_id
    FROM new_holdings
    UNION ALL
    SELECT document_id, file_id, member, content_sha256, said_article_id, reason, uri, version,
           version_created, pub_status, embargoed, charset, repaired_count, FALSE AS is_gone, article_id
    FROM ops.documents
    WHERE document_id IN (SELECT document_id FROM item_versions)
      AND document_id NOT IN (SELECT document_id FROM new_holdings)
) h
LEFT JOIN item_versions v USING (document_id);

-- Articles whose holders may change, and all documents that hold them afterwards.
CREATE TEMP TABLE affected_articles AS
SELECT said_article_id AS article_id FROM next_holdings WHERE said_article_id IS NOT NULL
UNION
SELECT old_article_id FROM next_holdings WHERE old_article_id IS NOT NULL;

CREATE TEMP TABLE holders AS
SELECT document_id, file_id, member, content_sha256, said_article_id, reason, uri, version, version_created,
       pub_status, embargoed, charset, repaired_count, article_id
FROM ops.documents
WHERE article_id IN (SELECT article_id FROM affected_articles)
  AND document_id NOT IN (SELECT document_id FROM next_holdings)
UNION ALL
SELECT document_id, file_id, member, content_sha256, said_article_id, reason, uri, version, version_created,
       pub_status, embargoed, charset, repaired_count, article_id
FROM next_holdings
WHERE article_id IS NOT NULL;

-- The holder with the smallest (source, path, member) is the one that is loaded, whenever it came.
CREATE TEMP TABLE ranked_holders AS
SELECT h.*,
       row_number() OVER (
           PARTITION BY h.article_id ORDER BY p.source, p.path, h.member NULLS FIRST, h.document_id
       ) = 1 AS is_first
FROM holders h
JOIN (
    SELECT file_id, source, path FROM ops.files WHERE file_id NOT IN (SELECT file_id FROM next_files)
    UNION ALL
    SELECT file_id, source, path FROM next_files
) p USING (file_id);

CREATE TEMP TABLE next_documents AS
SELECT * EXCLUDE (is_first), CASE WHEN is_first THEN 'loaded' ELSE 'duplicate' END AS state
FROM ranked_holders
UNION ALL BY NAME
SELECT * EXCLUDE (is_gone, old_article_id), CASE WHEN reason IS NULL THEN 'quarantined' ELSE 'removed' END AS state
FROM next_holdings
WHERE article_id IS NULL;

CREATE TEMP TABLE next_revisions AS
SELECT r.document_id, r.revision_no, r.content_sha256, r.article_id, r.from_run, getvariable('run_id') AS to_run
FROM ops.revisions r
JOIN new_holdings n USING (document_id)
WHERE n.is_changed AND r.to_run IS NULL
UNION ALL
SELECT n.document_id, coalesce(max(r.revision_no), 0) + 1 AS revision_no, n.content_sha256,
       n.said_article_id AS article_id,
       getvariable('run_id') AS from_run, NULL AS to_run
FROM new_holdings n
LEFT JOIN ops.revisions r USING (document_id)
WHERE n.is_changed AND NOT n.is_gone
GROUP BY n.document_id, n.content_sha256, n.said_article_id;

-- A reason stays open while its document still has the content that was refused.
CREATE TEMP TABLE next_quarantine AS
SELECT quarantine_id, document_id, code, detail, field, position, raw_head, TRUE AS is_open
FROM staged_quarantine
WHERE document_id IN (SELECT document_id FROM staged_documents)
UNION ALL
SELECT quarantine_id, document_id, code, detail, field, position, raw_head, FALSE AS is_open
FROM ops.quarantine
WHERE is_open
  AND quarantine_id NOT IN (SELECT quarantine_id FROM staged_quarantine)
  AND document_id IN (
      SELECT document_id
      FROM ops.documents
      WHERE file_id IN (SELECT file_id FROM staged_files WHERE sha256 IS NOT NULL)
         OR file_id IN (SELECT file_id FROM gone_files)
  );

-- Articles that are not in the warehouse yet, and the batch whose rows are taken for each.
CREATE TEMP TABLE new_articles AS
SELECT article_id, min(batch_no) AS batch_no
FROM staged_documents
WHERE article_id IS NOT NULL AND article_id NOT IN (SELECT article_id FROM articles)
GROUP BY article_id;

CREATE TEMP TABLE next_articles AS
SELECT a.* REPLACE (a.article_id IN (SELECT article_id FROM holders) AS is_current)
FROM articles a
WHERE a.article_id IN (SELECT article_id FROM affected_articles);

CREATE TEMP VIEW new_paragraphs AS
SELECT s.article_id, s.paragraph_no, s.text
FROM read_parquet(getvariable('staged') || '/paragraphs/*.parquet') s
SEMI JOIN new_articles n ON s.article_id = n.article_id AND s.batch_no = n.batch_no;

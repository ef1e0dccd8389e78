-- What this run means for the ledger. Reads the published rows and the staged ones, writes only temporary
-- tables named next_*, so it runs against a snapshot opened for reading. Goes on from `arrivals.sql` (files
-- that arrived) or `replayed.sql` (archived files parsed again).
-- Variables: staged (folder of the run), run_id.

-- What each touched document holds now; is_gone means that nothing does any more.
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
       t.uri AS old_uri
FROM read_documents s
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

-- A revision ends when its document gets other content, is gone, or holds another article or none, so that
-- the revisions tell which articles were held at any moment.
CREATE TEMP TABLE turned_holdings AS
SELECT h.document_id, h.content_sha256, h.article_id, h.is_gone
FROM next_holdings h
LEFT JOIN ops.revisions r ON r.document_id = h.document_id AND r.to_run IS NULL
WHERE CASE
    WHEN r.document_id IS NULL THEN h.reason IS DISTINCT FROM 'gone'
    ELSE h.is_gone OR (r.content_sha256, r.article_id) IS DISTINCT FROM (h.content_sha256, h.article_id)
END;

CREATE TEMP TABLE next_revisions AS
SELECT r.document_id, r.revision_no, r.content_sha256, r.article_id, r.from_run, getvariable('run_id') AS to_run
FROM ops.revisions r
JOIN turned_holdings n USING (document_id)
WHERE r.to_run IS NULL
UNION ALL
SELECT n.document_id, coalesce(max(r.revision_no), 0) + 1 AS revision_no, n.content_sha256, n.article_id,
       getvariable('run_id') AS from_run, NULL AS to_run
FROM turned_holdings n
LEFT JOIN ops.revisions r USING (document_id)
WHERE NOT n.is_gone
GROUP BY n.document_id, n.content_sha256, n.article_id;

-- A reason stays open while its document still has the content that was refused.
CREATE TEMP TABLE next_quarantine AS
SELECT quarantine_id, document_id, code, detail, field, position, raw_head, TRUE AS is_open
FROM staged_quarantine
WHERE document_id IN (SELECT document_id FROM staged_documents)
UNION ALL
SELECT quarantine_id, document_id, code, detail, field, position, raw_head, FALSE AS is_open
FROM ops.quarantine
WHERE quarantine_id IN (SELECT quarantine_id FROM reviewed_reasons)
  AND quarantine_id NOT IN (SELECT quarantine_id FROM staged_quarantine);

-- Articles that are not in the warehouse yet, and the batch whose rows are taken for each.
CREATE TEMP TABLE new_articles AS
SELECT article_id, min(batch_no) AS batch_no
FROM staged_documents
WHERE article_id IS NOT NULL AND article_id NOT IN (SELECT article_id FROM articles)
GROUP BY article_id;

-- Articles whose rows are taken from what this run staged.
CREATE TEMP TABLE written_articles AS
SELECT article_id, batch_no FROM new_articles
UNION ALL
SELECT article_id, batch_no FROM replaced_articles;

CREATE TEMP VIEW new_paragraphs AS
SELECT s.article_id, s.paragraph_no, s.text
FROM read_parquet(getvariable('staged') || '/paragraphs/*.parquet') s
SEMI JOIN written_articles n ON s.article_id = n.article_id AND s.batch_no = n.batch_no;

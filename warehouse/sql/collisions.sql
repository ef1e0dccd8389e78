-- Ids are hashes. Should two things ever get the same, the later would replace the earlier unseen: what arrived
-- is compared with what is held under its id, before anything is written. Goes on from `ledger.sql`.

CREATE TEMP TABLE collided_ids AS
SELECT 'ops.files' AS table_name, s.file_id AS id, s.source || '/' || s.path AS arrived,
       f.source || '/' || f.path AS held
FROM staged_files s
JOIN ops.files f USING (file_id)
WHERE (s.source, s.path) IS DISTINCT FROM (f.source, f.path)
UNION ALL
SELECT 'ops.documents', s.document_id, concat_ws(' ', s.file_id, s.member), concat_ws(' ', d.file_id, d.member)
FROM staged_documents s
JOIN ops.documents d USING (document_id)
WHERE (s.file_id, s.member) IS DISTINCT FROM (d.file_id, d.member)
UNION ALL
SELECT 'articles', s.article_id, s.lede, a.lede
FROM read_parquet(getvariable('staged') || '/articles/*.parquet') s
JOIN articles a USING (article_id)
WHERE s.rules_version = a.rules_version
  AND s.article_id NOT IN (SELECT article_id FROM replaced_articles)
  AND (s.word_count, s.paragraph_count, s.lede) IS DISTINCT FROM (a.word_count, a.paragraph_count, a.lede);

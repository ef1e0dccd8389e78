-- Articles the warehouse knows whose row may change: those whose holders do, and those parsed again. Goes on
-- from `ledger.sql`, once `rewritten_articles` holds those of which some part differs.

CREATE TEMP TABLE next_articles AS
SELECT a.* REPLACE (a.article_id IN (SELECT article_id FROM holders WHERE article_id IS NOT NULL) AS is_current)
FROM articles a
WHERE a.article_id IN (SELECT article_id FROM affected_articles)
  AND a.article_id NOT IN (SELECT article_id FROM replaced_articles)
UNION ALL BY NAME
SELECT s.* EXCLUDE (batch_no) REPLACE (
    CASE
        WHEN s.article_id IN (SELECT article_id FROM affected_articles)
        THEN s.article_id IN (SELECT article_id FROM holders WHERE article_id IS NOT NULL)
        ELSE a.is_current
    END AS is_current,
    CASE
        WHEN s.article_id IN (SELECT article_id FROM rewritten_articles) THEN s.parts_run
        ELSE a.parts_run
    END AS parts_run
)
FROM read_parquet(getvariable('staged') || '/articles/*.parquet') s
SEMI JOIN replaced_articles r ON s.article_id = r.article_id AND s.batch_no = r.batch_no
JOIN (SELECT article_id, is_current, parts_run FROM articles) a ON a.article_id = s.article_id;

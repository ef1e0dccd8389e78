-- Articles that some document holds now, with the name of the place they are dated from.
CREATE OR REPLACE VIEW current_articles AS
SELECT a.*, p.name AS place_name, p.country_code
FROM articles a
LEFT JOIN places p USING (place_id)
WHERE a.is_current;

-- Who a current article is by: the agencies among its credits.
CREATE OR REPLACE VIEW article_agencies AS
SELECT DISTINCT a.article_id, a.published_date, g.agency_id, g.name AS agency, g.country_code, g.kind
FROM articles a
JOIN credits c USING (article_id)
JOIN agencies g USING (agency_id)
WHERE a.is_current;

-- Current articles by day and language.
CREATE OR REPLACE VIEW daily_volume AS
SELECT published_date, language, count(*) AS article_count
FROM articles
WHERE is_current
GROUP BY published_date, language;

-- Which document held which article at a moment, given in UTC. A run counts from when it had finished. The
-- macros articles_as_of(ts), paragraphs_as_of(ts), … give the rows of these articles.
CREATE OR REPLACE MACRO holdings_as_of(ts) AS TABLE
SELECT r.document_id, r.revision_no, r.content_sha256, r.article_id, r.from_run, r.to_run
FROM ops.revisions r
JOIN ops.runs b ON b.run_id = r.from_run
LEFT JOIN ops.runs e ON e.run_id = r.to_run
WHERE r.article_id IS NOT NULL
  AND b.finished_at <= ts::TIMESTAMP
  AND (r.to_run IS NULL OR e.finished_at > ts::TIMESTAMP);

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

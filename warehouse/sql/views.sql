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

-- Lines that stand word for word in many stories of one source: page furniture that no rule knows. Copies of one
-- story count once: two articles are one where headline, first and longest paragraph of the body are the same.
-- It is computed from the articles held now, so it never depends on the order they came in, and no row changes
-- by it.
CREATE OR REPLACE VIEW recurring_lines AS
WITH held AS (
    SELECT DISTINCT f.source, d.article_id
    FROM ops.documents d
    JOIN ops.files f USING (file_id)
    WHERE d.state IN ('loaded', 'duplicate')
),
stories AS (
    SELECT a.article_id,
           struct_pack(a.headline, opening := arg_min(p.text, p.paragraph_no),
                       longest := arg_max(p.text, length(p.text) * 100000 - p.paragraph_no)) AS story
    FROM articles a
    JOIN paragraphs p USING (article_id)
    WHERE a.is_current AND p.kind = 'body'
    GROUP BY a.article_id, a.headline
),
told AS (
    SELECT h.source, h.article_id, s.story, count(DISTINCT s.story) OVER (PARTITION BY h.source) AS source_count
    FROM held h
    JOIN stories s USING (article_id)
)
SELECT t.source, p.text AS line, count(DISTINCT t.story) AS story_count, t.source_count,
       count(DISTINCT t.article_id) AS article_count, list(DISTINCT p.kind ORDER BY p.kind) AS kinds
FROM told t
JOIN paragraphs p USING (article_id)
WHERE p.kind IN ('headline', 'lede', 'body', 'caption') AND length(p.text) <= 300
GROUP BY t.source, p.text, t.source_count
HAVING count(DISTINCT t.story) >= 5 AND count(DISTINCT t.story) * 100 >= t.source_count;

-- The running text of current articles; is_recurring marks lines that are furniture by recurring_lines.
CREATE OR REPLACE VIEW body_paragraphs AS
WITH recurring AS (
    SELECT DISTINCT d.article_id, r.line
    FROM recurring_lines r
    JOIN ops.files f USING (source)
    JOIN ops.documents d USING (file_id)
    WHERE d.state IN ('loaded', 'duplicate')
)
SELECT p.article_id, p.paragraph_no, p.text, r.line IS NOT NULL AS is_recurring
FROM paragraphs p
JOIN articles a USING (article_id)
LEFT JOIN recurring r ON r.article_id = p.article_id AND r.line = p.text
WHERE a.is_current AND p.kind = 'body';

-- What the sides of a meeting are called: the country's short name, or the organisation's name.
CREATE OR REPLACE VIEW side_names AS
SELECT s.article_id, s.meeting_no, s.side_no, s.country_code, s.organisation_id, coalesce(c.name, o.name) AS side
FROM meeting_sides s
LEFT JOIN countries c ON c.country_code = s.country_code
LEFT JOIN organisations o ON o.organisation_id = s.organisation_id;

-- Who led which side of a meeting that a current article reports, in which session (null: in all of them).
CREATE OR REPLACE VIEW delegation_leads AS
SELECT m.article_id, m.meeting_no, p.participant_no, m.name AS meeting, m.series, m.round_number, m.mode, m.status,
       m.start_date, coalesce(c.name, o.name) AS side, p.country_code, s.name AS session, p.name, p.role,
       p.organisation, p.person_id, p.method, a.published_date, p.paragraph_no,
       substr(t.text, p.start_char + 1, p.end_char - p.start_char) AS words, t.text AS paragraph
FROM meeting_participants p
JOIN meeting_reports m USING (article_id, meeting_no)
JOIN articles a USING (article_id)
JOIN paragraphs t ON t.article_id = p.article_id AND t.paragraph_no = p.paragraph_no
LEFT JOIN meeting_sessions s
    ON s.article_id = p.article_id AND s.meeting_no = p.meeting_no AND s.session_no = p.session_no
LEFT JOIN countries c ON c.country_code = p.country_code
LEFT JOIN organisations o ON o.organisation_id = p.organisation_id
WHERE a.is_current AND p.is_lead;

-- One row for each official meeting that a current article reports. One meeting in several articles has a row
-- for each of them.
CREATE OR REPLACE VIEW official_meetings AS
WITH sides AS (
    SELECT article_id, meeting_no, list(side ORDER BY side_no) AS sides,
           list(country_code ORDER BY side_no) FILTER (country_code IS NOT NULL) AS country_codes
    FROM side_names
    GROUP BY article_id, meeting_no
),
leads AS (
    SELECT article_id, meeting_no, list(concat_ws(': ', side, name) ORDER BY participant_no) AS leads
    FROM delegation_leads
    GROUP BY article_id, meeting_no
),
sessions AS (
    SELECT article_id, meeting_no, list(name ORDER BY session_no) AS sessions
    FROM meeting_sessions
    GROUP BY article_id, meeting_no
),
topics AS (
    SELECT article_id, meeting_no, list(topic ORDER BY topic_no) AS topics
    FROM meeting_topics
    GROUP BY article_id, meeting_no
)
SELECT m.article_id, m.meeting_no, m.name, m.series, m.round_number, m.mode, m.status, m.start_date, m.end_date,
       m.date_precision, m.date_partial, m.place_text, p.name AS place_name,
       p.country_code AS place_country_code, coalesce(s.sides, []) AS sides,
       coalesce(s.country_codes, []) AS country_codes, coalesce(e.sessions, []) AS sessions,
       coalesce(l.leads, []) AS leads, coalesce(o.topics, []) AS topics, a.headline, a.published_date,
       m.paragraph_no, substr(t.text, m.start_char + 1, m.end_char - m.start_char) AS words, t.text AS paragraph
FROM meeting_reports m
JOIN articles a USING (article_id)
JOIN paragraphs t ON t.article_id = m.article_id AND t.paragraph_no = m.paragraph_no
LEFT JOIN places p ON p.place_id = m.place_id
LEFT JOIN sides s ON s.article_id = m.article_id AND s.meeting_no = m.meeting_no
LEFT JOIN sessions e ON e.article_id = m.article_id AND e.meeting_no = m.meeting_no
LEFT JOIN leads l ON l.article_id = m.article_id AND l.meeting_no = m.meeting_no
LEFT JOIN topics o ON o.article_id = m.article_id AND o.meeting_no = m.meeting_no
WHERE a.is_current;

-- Everyone a current article names, with the office it gives first and all forms of the name in it.
CREATE OR REPLACE VIEW people_in_articles AS
WITH named AS (
    SELECT article_id, person_id, count(*) AS mention_count,
           list(DISTINCT surface ORDER BY surface) FILTER (method <> 'office') AS surfaces
    FROM mentions
    WHERE person_id IS NOT NULL
    GROUP BY article_id, person_id
),
offices AS (
    SELECT article_id, person_id, arg_min(struct_pack(title, role, organisation, country_code), role_no) AS office
    FROM person_roles
    WHERE is_primary
    GROUP BY article_id, person_id
)
SELECT n.article_id, a.published_date, a.headline, n.person_id, p.name, p.name_key, o.office.title AS title,
       o.office.role AS role, o.office.organisation AS organisation, o.office.country_code AS country_code,
       n.mention_count, coalesce(n.surfaces, []) AS surfaces
FROM named n
JOIN articles a USING (article_id)
JOIN people p USING (person_id)
LEFT JOIN offices o ON o.article_id = n.article_id AND o.person_id = n.person_id
WHERE a.is_current;

-- What current articles say that somebody said: in his words, in theirs, or what the sides said together.
CREATE OR REPLACE VIEW who_said_what AS
SELECT s.article_id, s.statement_no, a.published_date, a.headline, s.kind, s.speaker, p.name AS person, n.role,
       coalesce(o.name, n.organisation) AS organisation, coalesce(o.country_code, n.country_code) AS country_code,
       s.verb, s.text, s.person_id, s.organisation_id, s.paragraph_no, t.text AS paragraph
FROM statements s
JOIN articles a USING (article_id)
JOIN paragraphs t ON t.article_id = s.article_id AND t.paragraph_no = s.paragraph_no
LEFT JOIN people p ON p.person_id = s.person_id
LEFT JOIN organisations o ON o.organisation_id = s.organisation_id
LEFT JOIN people_in_articles n ON n.article_id = s.article_id AND n.person_id = s.person_id
WHERE a.is_current;

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

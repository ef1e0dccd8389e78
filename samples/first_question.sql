SELECT a.published_date, d.place_text, d.country_code AS country, string_agg(DISTINCT g.name, ', ' ORDER BY g.name) AS agencies,
       left(p.text, 44) AS begins
FROM articles a
JOIN datelines d USING (article_id)
JOIN paragraphs p ON p.article_id = d.article_id AND p.paragraph_no = d.paragraph_no
LEFT JOIN credits c ON c.article_id = a.article_id
LEFT JOIN agencies g USING (agency_id)
WHERE a.is_current AND a.published_date IS NOT NULL
GROUP BY ALL
ORDER BY a.published_date DESC, begins
LIMIT 8

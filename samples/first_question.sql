SELECT start_date AS day, series AS meeting, round_number AS round, session, side, name, role, organisation
FROM delegation_leads
WHERE status = 'held' AND series IS NOT NULL AND start_date >= '2024-05-10'
ORDER BY day DESC, meeting, session, side
LIMIT 8

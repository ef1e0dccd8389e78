SELECT start_date AS day, series AS meeting, round_number AS round, session, side, name, role, organisation
FROM delegation_leads
WHERE mode = 'virtual' AND status = 'held' AND series IS NOT NULL
ORDER BY day DESC NULLS LAST, meeting, session, side
LIMIT 8

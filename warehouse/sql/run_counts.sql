-- One row: what became of this run's files and documents. Valid after planning, before or after writing.
SELECT
    (SELECT count(*) FROM staged_files s ANTI JOIN ops.files f USING (file_id)) AS files_new,
    (SELECT count(*) FROM staged_files s JOIN ops.files f USING (file_id)
     WHERE s.sha256 IS NOT NULL AND f.sha256 IS DISTINCT FROM s.sha256) AS files_changed,
    (SELECT count(*) FROM gone_files) AS files_removed,
    (SELECT count(*) FROM next_documents d SEMI JOIN new_holdings n USING (document_id)
     WHERE d.state = 'loaded') AS documents_loaded,
    (SELECT count(*) FROM next_documents d SEMI JOIN new_holdings n USING (document_id)
     WHERE d.state = 'duplicate') AS documents_duplicate,
    (SELECT count(*) FROM next_documents d SEMI JOIN new_holdings n USING (document_id)
     WHERE d.state = 'quarantined') AS documents_quarantined,
    (SELECT count(*) FROM articles) + (SELECT count(*) FROM new_articles) AS articles_total;

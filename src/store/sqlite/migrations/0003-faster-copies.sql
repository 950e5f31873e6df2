-- Finding the copies of a report must not take longer with every report that was added before.

create index sketch_hashes_by_reading on sketch_hashes (reading);
create index origins_by_origin on origins (origin);
create index reports_by_origin on reports (origin);

-- The grades of one assessment, of all bodies; and which assessments there are.
create index grade_grid_cycle on grade_grid (cycle, body);

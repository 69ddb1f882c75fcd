create index grade_grid_body on grade_grid (body, cycle);
create index grade_grid_publication on grade_grid (publication);

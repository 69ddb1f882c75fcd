-- In which shape the rows of each read model are stored; a model that is not here has never been filled by a program that says.
create table read_model_shape (
    name  text    not null primary key,
    shape integer not null
);

grant select on read_model_shape to lifecycle_app;

insert into lifecycle.read_model_shape (name, shape)
select * from unnest(@names, @shapes)
on conflict (name) do update set shape = excluded.shape

-- Of the models of this program, those whose rows are stored in another shape, or in none that is known.
select wanted.name
from unnest(@names, @shapes) with ordinality wanted (name, shape, place)
left join lifecycle.read_model_shape stored on stored.name = wanted.name
where stored.shape is distinct from wanted.shape
order by wanted.place

namespace Lifecycle.Cli.Tests;

/// <summary>Texts of the sample register, by where they stand.</summary>
internal sealed class Texts(Owner owner)
{
    /// <summary>A report whose words stand in no other event.</summary>
    public Task<(string Reference, string Version, string Text)> OneAsync() => owner.RowAsync(
        """
        select s.reference, e.version::text, e.data ->> 'text'
        from lifecycle.mt_events e join lifecycle.recommendation_status s using (stream_id)
        where e.type = 'progress_reported' and (select count(*) from lifecycle.mt_events o where strpos(o.data::text, e.data ->> 'text') > 0) = 1
        order by e.seq_id limit 1
        """);

    /// <summary>A summary that a publication says of several bodies.</summary>
    public Task<(string Reference, string Publication, string Text)> SharedAsync() => owner.RowAsync(
        """
        select min(reference), min(publication), summary from lifecycle.recommendation_status
        group by summary having count(*) > 2 and count(distinct publication) = 1 order by 1 limit 1
        """);

    /// <summary>Where a publication says it.</summary>
    public async Task<(string Version, string Field)> PlaceAsync(string publication, string text)
    {
        var (version, place, _) = await owner.RowAsync(
            """
            select e.version::text, (r.place - 1)::text, ''
            from lifecycle.mt_events e, jsonb_array_elements(e.data -> 'records') with ordinality as r (made, place)
            where e.type = 'records_made' and r.made ->> 'summary' = $2
                and e.stream_id = (select stream_id from lifecycle.mt_events where type = 'publication_released' and data ->> 'publication' = $1)
            """, publication, text);
        return (version, $"/records/{place}/summary");
    }
}

namespace Lifecycle.Web.StartUp;

/// <summary>What whoever starts the service reads first.</summary>
internal static class Welcome
{
    /// <param name="address">Where the service answers.</param>
    /// <param name="database">Where its data is.</param>
    /// <param name="demo">Whether anybody can be anybody.</param>
    /// <param name="loaded">Events of the sample register just loaded; null when there was a register already.</param>
    public static string Text(string address, string database, bool demo, int? loaded) =>
        $"""

        The recommendation lifecycle service is running.

          In a browser    {address}
          API reference   {address}/reference/index.html
          Data            {database}
        {(loaded is { } events ? $"  Sample          loaded, {events:N0} events from five published papers\n" : "")}{(demo ? Personas(address) : "")}
        Press Ctrl+C to stop it.

        """;

    private static string Personas(string address) =>
        $"""

        This is a demo: on this machine anybody can be anybody. For example:

          demo.flo.west-mercia     force liaison officer        demo.board.west-mercia   board member
          demo.dcc.west-mercia     deputy chief constable       demo.auditor             auditor
          demo.chief.west-mercia   chief constable              demo.hmi                 HM Inspector
          demo.fll.west-mercia     HMICFRS force liaison lead   demo.admin               administrator

        Everybody you can be: {address}/api/v1/demo/personas. Try:

          curl -H "Authorization: Bearer demo.board.west-mercia" "{address}/api/v1/positions?body=west-mercia&asAt=2023-09-04"

        """;
}

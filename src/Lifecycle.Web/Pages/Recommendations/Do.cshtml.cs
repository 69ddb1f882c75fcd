using System.Diagnostics;
using System.Globalization;
using Lifecycle.Application;
using Lifecycle.Domain;
using Lifecycle.Domain.Authority;
using Lifecycle.Domain.Recommendations;
using Lifecycle.ReadModels;
using Lifecycle.Web.Acting;
using Lifecycle.Web.Sentences;
using Lifecycle.Web.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lifecycle.Web.Pages.Recommendations;

/// <summary>What do you want to enter? One page for every command: what differs between them is data (<see cref="ActForm"/>).</summary>
internal sealed class DoModel(Reads reads, Transact transact, Viewer viewer, AuthorityRules rules) : PageModel
{
    public const string Change = "change", More = "more", Confirm = "confirm";

    private Entered _entered = null!;

    public ActForm Form { get; private set; } = null!;

    public RecordPaper Paper { get; private set; } = null!;

    public Recommendation State => Paper.State;

    public NextAct Next { get; private set; } = null!;

    public ActRecord Record { get; private set; } = null!;

    public ActStage Stage { get; private set; }

    /// <summary>What the answers rest on, so that nobody decides on what has changed meanwhile.</summary>
    public long Version { get; private set; }

    /// <summary>Pressing twice stores once.</summary>
    public string Key { get; private set; } = "";

    public EnteredFile? TakenFile { get; private set; }

    /// <summary>What others did since the form was opened.</summary>
    public IReadOnlyList<Telling> Meanwhile { get; private set; } = [];

    public IReadOnlyList<Answer> Answers { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string reference, string command, CancellationToken cancellation)
    {
        // What is done is done now.
        if (!viewer.AsOf.IsNow) return LocalRedirect(Links.Act(reference, command));
        if (!await LoadAsync(reference, command, cancellation)) return NotFound();
        (Version, Key, Stage) = (State.Version, NewKey(), Next.Allowed ? ActStage.Form : ActStage.NotPossible);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string reference, string command, CancellationToken cancellation)
    {
        if (!await LoadAsync(reference, command, cancellation)) return NotFound();
        var form = Request.Form;
        if (!long.TryParse(form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version) || !Guid.TryParse(form["key"], out var key))
            return BadRequest();
        (Version, Key, TakenFile) = (version, key.ToString(), await EnteredFile.ReadAsync(form, "file", cancellation));
        _entered = new Entered(form, ModelState, TakenFile);
        _entered.Keep();
        if (form["go"] == Change || form["go"] == More) return Show(ActStage.Form);
        FormCheck.Check(Form.AllFields(Record), Record, _entered, form, ModelState);
        return ModelState.IsValid ? await GiveAsync(form["go"] == Confirm, cancellation) : Show(ActStage.Form);
    }

    /// <summary>How many rows a list shows: those that it has and a few more, or those that were sent.</summary>
    public int RowCount(ActField list) => Request.HasFormContentType
        ? Math.Min(Entered.MostRows, _entered.RowCount(list.Name) + (Request.Form["go"] == More ? 1 : 0))
        : Math.Max(list.LeastRows, list.FirstRows(Record).Count + 1);

    private async Task<bool> LoadAsync(string reference, string command, CancellationToken cancellation)
    {
        var now = new AsOf(viewer.Today);
        if (ActForms.Find(command) is not { } form || await reads.RecordPaperAsync(viewer.Caller, reference, now, cancellation) is not { } paper)
            return false;
        (Form, Paper, Next) = (form, paper, paper.Next.Single(act => act.Command == command));
        Record = new(State, rules, viewer.Today, viewer.Caller, await OtherRecords.ForAsync(Form, reads, viewer, State, cancellation), Next.NeedsSource);
        return true;
    }

    private async Task<IActionResult> GiveAsync(bool confirmed, CancellationToken cancellation)
    {
        var check = Form.Grave is not null && !confirmed;
        try
        {
            var (command, request) = (Form.Read(_entered, Record), RequestOf());
            var outcome = await transact.GiveAsync(viewer.Caller, State.Reference, Form.Command, command, request, check, cancellation);
            return outcome switch
            {
                Outcome<Recommendation>.Done when check => Show(ActStage.Check),
                Outcome<Recommendation>.Done done => Leave(done),
                Outcome<Recommendation>.Refused refused => Refuse(refused.Refusal),
                Outcome<Recommendation>.Forbidden => Show(ActStage.NotPossible, StatusCodes.Status403Forbidden),
                Outcome<Recommendation>.Stale => await CatchUpAsync(cancellation),
                _ => NotFound(),
            };
        }
        catch (BadHttpRequestException)
        {
            return BadRequest();
        }
        catch (Exception e) when (Trouble.Of(e)?.Kind == TroubleKind.KeyReused)
        {
            // Sent before, went back, and typed something else: that is another act.
            Key = NewKey();
            return await CatchUpAsync(cancellation);
        }
    }

    private Request RequestOf() => new(
        _entered.Day(Form.Day.Name), Version, _entered.Text(Fields.Source.Name),
        new RetryKey(Key, FormPrint.Of(State.Reference, Form.Command, Request.Form, TakenFile)), Activity.Current?.TraceId.ToString());

    private LocalRedirectResult Leave(Outcome<Recommendation>.Done done)
    {
        var (said, receipt) = done.Added == 0 && done.State.Version == Version
            ? ("Nothing was added: this is so already.", null) : (Form.Done, Links.Receipt(State.Reference, done.State.Version));
        new DoneNotice(said, WhatNow.Of(done.State, rules, viewer.Today), receipt).Leave(TempData);
        return LocalRedirect(viewer.Links.Record(State.Reference));
    }

    private PageResult Refuse(Refusal refusal)
    {
        ModelState.AddModelError(RefusalFields.Of(refusal, Form.AllFields(Record)), RefusalFields.Said(refusal));
        return Show(ActStage.Form);
    }

    private async Task<IActionResult> CatchUpAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(State.Reference, Form.Command, cancellation)) return NotFound();
        Meanwhile = Telling.Since(Paper.Life, Version);
        Version = State.Version;
        return Show(Next.Allowed ? ActStage.Form : ActStage.NotPossible, StatusCodes.Status409Conflict);
    }

    private PageResult Show(ActStage stage, int status = StatusCodes.Status200OK)
    {
        (Stage, Response.StatusCode) = (stage, status);
        Answers = stage == ActStage.Check ? Acting.Answers.Of(Form, Record, _entered) : Acting.Answers.Typed(Form, Record, _entered);
        return Page();
    }

    private static string NewKey() => Guid.NewGuid().ToString();
}

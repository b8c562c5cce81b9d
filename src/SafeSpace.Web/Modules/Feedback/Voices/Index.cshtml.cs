using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Feedback;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Feedback.Voices;

/// <summary>What referrers and people tell us, of the last year: counts and words, nobody's name.</summary>
[Needs(Permission.SeeVoices)]
public sealed class IndexModel(GroupDb db, GroupStore store, Viewer viewer, Texts texts) : PageModel
{
    private const int Most = 100;
    private const int MostPages = 1000;

    /// <summary>The page of words people gave us, from 0; and of compliments and complaints.</summary>
    [BindProperty(SupportsGet = true)]
    public int Said { get; set; }

    [BindProperty(SupportsGet = true)]
    public int Told { get; set; }

    public bool MoreSaid { get; private set; }

    public bool MoreTold { get; private set; }

    public bool MayKeep => viewer.May(Permission.KeepVoices);

    public DateOnly Since { get; } = store.Clock.Today.AddYears(-1);

    public IReadOnlyList<SurveyRound> Rounds { get; private set; } = [];

    public ChartData Felt { get; private set; } = null!;

    public ChartData Turned { get; private set; } = null!;

    public IReadOnlyList<string> Words { get; private set; } = [];

    public IReadOnlyList<SaidToUs> ToUs { get; private set; } = [];

    public async Task OnGetAsync()
    {
        Rounds = await db.SurveyRounds.AsNoTracking().OrderByDescending(r => r.ClosesOn).Take(Most).ToListAsync();
        var given = await db.PersonFeedback.AsNoTracking().Where(f => f.Day >= Since).ToListAsync();
        Felt = new(
            texts["Did you feel supported?"], texts.Count(given.Count(g => g.FeltSupported is not null), "{0} person answered.", "{0} people answered."), [.. Enum.GetValues<FeltSupported>().Select(f => texts[FeedbackChoices.Say(f)])],
            [new(texts["People"], [.. Enum.GetValues<FeltSupported>().Select(f => (decimal?)given.Count(g => g.FeltSupported == f))])], texts["Answer"]);
        var turned = (await db.ListEntries.AsNoTracking().Where(e => e.List == GroupList.WouldHaveTurned).OrderBy(e => e.Position).ToListAsync()).Where(e => given.Any(g => g.WouldHaveTurned == e.Code)).ToList();
        Turned = new(
            texts["Where would you have turned without us?"], texts.Count(given.Count(g => g.WouldHaveTurned is not null), "{0} person answered.", "{0} people answered."), [.. turned.Select(e => e.Label)],
            [new(texts["People"], [.. turned.Select(e => (decimal?)given.Count(g => g.WouldHaveTurned == e.Code))])], texts["Answer"]);
        (Said, Told) = (Math.Clamp(Said, 0, MostPages), Math.Clamp(Told, 0, MostPages));
        var words = given.Where(g => g.Words is not null).OrderByDescending(g => g.Day).ThenBy(g => g.Id).Skip(Said * Most).Take(Most + 1).ToList();
        MoreSaid = words.Count > Most;
        Words = [.. words.Take(Most).Select(g => store.Vault.Open("person_feedback.words", g.Id, g.Words)).OfType<string>()];
        var told = await db.WordsToUs.AsNoTracking().OrderByDescending(w => w.ReceivedOn).ThenBy(w => w.Id).Skip(Told * Most).Take(Most + 1).ToListAsync();
        MoreTold = told.Count > Most;
        ToUs = [.. told.Take(Most).Select(w => new SaidToUs(
            w.Id, w.Kind, Spoken.Date(w.ReceivedOn), store.Vault.Open("word_to_us.words", w.Id, w.Words), store.Vault.Open("word_to_us.what_was_done", w.Id, w.WhatWasDone), w.SettledOn is not null))];
    }
}

/// <summary>A compliment or complaint as it stands in the list: from whom is not in it.</summary>
public sealed record SaidToUs(Guid Id, WordKind Kind, string Day, string? Words, string? Done, bool Settled);

using System.Net;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Privacy.Retention;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;

namespace SafeSpace.Web.Tests.Privacy;

/// <summary>How long we keep: proposals until the group agrees, a list for people to decide, and what must be kept.</summary>
public sealed class KeepingTests
{
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task TimeIsUp_TheyStandOnTheList_NothingGoesByItself_AndSomebodyDecides(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var (old, young) = (await group.AddPersonAsync("Ottoline", "Longago"), await group.AddPersonAsync("Rupert", "Lately"));
        await LetTimePassAsync(group, old.Id);
        await group.CloseCaseAsync(young);
        var desk = await group.SignInAsync(Role.Coordinator);
        var page = await desk.GetAsync("/privacy/keeping");
        Assert.Contains("proposed: agree it in your group", page.Words(), StringComparison.Ordinal);
        Assert.Contains("Ottoline Longago", page.Words("ul.people"), StringComparison.Ordinal);
        Assert.DoesNotContain("Rupert", page.Words("ul.people"), StringComparison.Ordinal);

        var agreed = await page.SubmitAsync(("Kind", "ClosedCase"), ("Months", "240"), ("AgreedBy", "The steering group"));
        Assert.Contains("20 years · agreed by The steering group", agreed.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("Ottoline", agreed.Words(), StringComparison.Ordinal);
        agreed = await agreed.SubmitAsync(("Kind", "ClosedCase"), ("Months", "96"), ("AgreedBy", "The steering group"));
        Assert.Contains("Ottoline Longago", agreed.Words("ul.people"), StringComparison.Ordinal);

        var record = await (await desk.GetAsync($"/people/{old.Reference}/privacy")).SubmitFormAsync("#keep-longer", ("Until", "1 Jan 2027"), ("LongerWhy", "Her daughter may ask"));
        Assert.Contains("Her daughter may ask", record.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("Ottoline", (await desk.GetAsync("/privacy/keeping")).Words("main"), StringComparison.Ordinal);
        await using var db = await group.Store.ReadAsync();
        Assert.Equal(2, await db.PeopleWithMergedAsync());
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task LegalHold_KeepsThemFromBeingErased_UntilItEnds(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var person = await group.AddPersonAsync("Ottoline", "Longago");
        await group.CloseCaseAsync(person);
        var desk = await group.SignInAsync(Role.Coordinator);
        var open = await desk.GetAsync($"/people/{person.Reference}/erase"); // opened before the hold was set
        var privacy = await desk.GetAsync($"/people/{person.Reference}/privacy");
        Assert.Equal(HttpStatusCode.BadRequest, (await privacy.SubmitFormAsync("#set-hold", ("HoldReason", " "))).Status);
        var held = await privacy.SubmitFormAsync("#set-hold", ("HoldReason", "The coroner asked for it"));
        Assert.Contains("The coroner asked for it", held.Words(), StringComparison.Ordinal);
        Assert.Contains("Ottoline Longago", (await desk.GetAsync("/privacy/keeping")).Words(), StringComparison.Ordinal);

        var refused = await open.SubmitAsync(("Way", "Everything"), ("Asked", "TheyAsked"), ("Sure", "True"), ("CurrentPassword", TestSite.Password));
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("The record must be kept for now", refused.Words(), StringComparison.Ordinal);

        await held.SubmitFormAsync("#end-hold", ("EndWhy", "The inquest is over"));
        Assert.Equal("/privacy/erasures", (await ErasingTests.EraseAsync(desk, person.Reference)).Path);
        await using var db = await group.Store.ReadAsync();
        var hold = await db.LegalHolds.SingleAsync();
        Assert.NotNull(hold.EndedAt);
        Assert.Null(hold.Why);
    }

    /// <summary>Their case was opened, and closed nine years ago.</summary>
    private static Task LetTimePassAsync(TestGroup group, PersonId person) => group.Store.Write("Aged", Actor.CommandLine, async unit =>
    {
        var day = unit.Clock.Today.AddYears(-9);
        (await unit.Db.Set<Core.Register.Person>().SingleAsync(p => p.Id == person)).AddedAt = unit.Now.AddYears(-10);
        var spell = await unit.Db.Set<Core.Register.Spell>().SingleAsync(s => s.PersonId == person);
        (spell.OpenedOn, spell.ClosedOn, spell.CloseReason) = (day.AddDays(-30), day, "moved_on");
        var kept = await unit.Db.Set<Core.Register.Case>().SingleAsync(c => c.PersonId == person);
        (kept.State, kept.OpenedOn) = (Core.Register.CaseState.Closed, spell.OpenedOn);
    });
}

internal static class Counting
{
    public static Task<int> PeopleWithMergedAsync(this GroupDb db) => db.Set<Core.Register.Person>().CountAsync();
}

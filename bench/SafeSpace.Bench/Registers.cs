using SafeSpace.Core.Register;
using SafeSpace.Web.Modules.Register.SeeRegister;

namespace SafeSpace.Bench;

/// <summary>The first page of the register under each filter, and a page from its middle.</summary>
internal static class Registers
{
    private const int Runs = 21;

    public static async Task RunAsync(BenchSite site)
    {
        await SayAsync(site, "whole", new RegisterFilter(null, null, null, false), null);
        await SayAsync(site, "whole, from its middle", new RegisterFilter(null, null, null, false), new RegisterCursor(null, site.Plan.People / 2));
        await SayAsync(site, "open", new RegisterFilter(CaseState.Open, null, null, false), null);
        await SayAsync(site, "stepped down", new RegisterFilter(CaseState.SteppedDown, null, null, false), null);
        await SayAsync(site, "closed", new RegisterFilter(CaseState.Closed, null, null, false), null);
        await SayAsync(site, "one team", new RegisterFilter(null, "crisis_team", null, false), null);
        await SayAsync(site, "one factor", new RegisterFilter(null, null, "housing", false), null);
        await SayAsync(site, "not contacted yet", new RegisterFilter(null, null, null, true), null);
    }

    private static async Task SayAsync(BenchSite site, string what, RegisterFilter filter, RegisterCursor? after)
    {
        await using var db = await site.Store.ReadAsync();
        var rows = RegisterRows.None;
        var times = await Times.OfAsync(Runs, async () => rows = await RegisterRows.LoadAsync(db, filter, after));
        BenchSite.Say($"Register, {what}: {times}, {rows.People.Count} people");
    }
}

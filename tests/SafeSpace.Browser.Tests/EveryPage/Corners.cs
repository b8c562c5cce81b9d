using System.Text;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Connections;
using SafeSpace.Core.Connections.Hospital;
using SafeSpace.Core.Desk.Directing;
using SafeSpace.Core.Diary;
using SafeSpace.Core.Privacy.Erasing;
using SafeSpace.Core.Register;
using SafeSpace.Testing;

namespace SafeSpace.Browser.Tests.EveryPage;

/// <summary>What the demonstration begins without, done at its front door, so that a link leads to every page: an unknown caller, two records joined, spreadsheets.</summary>
internal static class Corners
{
    private const string Sheet = "Ref,Date of referral,First name,Surname,DOB,Phone,Presenting issues,Date closed\nXX0001,3/1/2021,Sam,Hill,1/2/1980,07700 900123,isolation,\nXX0002,31/2/2021,Ana,Reed,,,,\n";

    /// <summary>Pages that a walk might pass by, because it looks at two people of many.</summary>
    public static async Task<IReadOnlyList<string>> MakeAsync(TestGroup demonstration)
    {
        var peer = await SignInAsync(demonstration, Role.Peer);
        await (await (await peer.GetAsync("/log")).FollowAsync("Somebody we do not know")).SubmitAsync(("Words", "would not say her name"));
        var facilitator = await SignInAsync(demonstration, Role.Facilitator);
        await (await (await facilitator.GetAsync("/duplicates")).FollowAsync("Compare")).SubmitAsync(("Decision", "same"));
        var coordinator = await SignInAsync(demonstration, Role.Coordinator);
        var looked = await UploadAsync(coordinator, "waiting.csv");
        await (await UploadAsync(coordinator, "register.csv")).PressAsync("Bring it in");
        await using var db = await demonstration.Store.ReadAsync();
        var stepped = await db.Cases.Where(c => c.State == CaseState.SteppedDown).Join(db.People, c => c.PersonId, p => p.Id, (_, p) => p).FirstAsync();
        var closed = await db.Cases.Where(c => c.State == CaseState.Closed).OrderBy(c => c.OpenedOn).Join(db.People, c => c.PersonId, p => p.Id, (_, p) => p).FirstAsync();
        var open = await db.Cases.Where(c => c.State == CaseState.Open).OrderBy(c => c.OpenedOn).Join(db.People, c => c.PersonId, p => p.Id, (_, p) => p).FirstAsync();
        await (await facilitator.GetAsync($"/people/{open.Reference}/agreed")).SubmitAsync(("What", "One long call a day"), ("Why", "So that she can sleep"), ("Until", "tomorrow"));
        var sent = await db.Connections.Where(c => c.SentAt != null).Select(c => c.Id).FirstAsync();
        var refused = await db.Connections.Where(c => c.State == ConnectionState.Refused).Select(c => c.Id).FirstAsync();
        var stay = await db.HospitalStays.Where(s => s.HomeAt == null).Select(s => s.Id).FirstAsync();
        var home = await db.HospitalStays.Where(s => s.HomeAt != null).Select(s => s.Id).FirstAsync();
        var won = await db.Causes.Where(c => c.EndedOn != null).Select(c => c.Id).FirstAsync();
        return [$"/hospital/{stay}", $"/hospital/{home}", $"/advocacy/{won}", $"/connections/{sent}/letter", $"/connections/{refused}/again", $"/people/{open.Reference}", $"/people/{open.Reference}/agreed", $"/people/{stepped.Reference}", looked.Path, $"/people/{closed.Reference}/back", .. await NightAsync(demonstration, facilitator, peer), .. await RightsAsync(demonstration, coordinator, open)];
    }

    /// <summary>A sheet that was just made, and somebody who has died: their quiet page, and the news for a peer who knew them.</summary>
    private static async Task<IReadOnlyList<string>> NightAsync(TestGroup demonstration, Visitor facilitator, Visitor peer)
    {
        var sheet = await (await facilitator.GetAsync("/night-sheet")).SubmitFormAsync("#print");
        await using var db = await demonstration.Store.ReadAsync();
        var mine = db.Contacts.Where(c => c.PeerId == peer.Account!.UserId && c.Kind == ContactKind.CallOut && c.PersonId != null).Select(c => c.PersonId!.Value);
        var given = db.Directions.Where(d => d.PersonId != null).Select(d => d.PersonId!.Value);
        var elsewhere = db.HospitalStays.Select(s => s.PersonId);
        var died = await db.People.Where(p => mine.Contains(p.Id) && !given.Contains(p.Id) && !elsewhere.Contains(p.Id) && p.DiedAt == null).OrderBy(p => p.ReferenceNumber).FirstAsync();
        await (await facilitator.GetAsync($"/people/{died.Reference}/died")).SubmitAsync(("Sure", "True"));
        return [sheet.Path, $"/people/{died.Reference}", $"/people/{died.Reference}/died", "/sad-news"];
    }

    /// <summary>Somebody who asked what we hold, read through and ready to be sent; a legal hold; a breach; somebody who was erased, and one who could be.</summary>
    private static async Task<IReadOnlyList<string>> RightsAsync(TestGroup demonstration, Visitor coordinator, Person open)
    {
        var asked = await (await coordinator.GetAsync($"/people/{open.Reference}/asked")).SubmitAsync(("FromWhom", "Herself, by letter"), ("Identity", "She showed her passport"));
        await (await coordinator.GetAsync($"/people/{open.Reference}/privacy")).SubmitFormAsync("#set-hold", ("HoldReason", "The coroner asked for it"));
        await (await coordinator.GetAsync($"/people/{open.Reference}/uses")).SubmitFormAsync("#say", ("Use", "Research"), ("Answer", "Objects"));
        await (await coordinator.GetAsync(asked.Path)).SubmitFormAsync("#review"); // last: what is written afterwards has to be read too
        var breach = await (await coordinator.GetAsync("/privacy/breaches/new")).SubmitAsync(("What", "A sheet for the night was left on a bus."));
        await using var db = await demonstration.Store.ReadAsync();
        var free = new List<string>();
        foreach (var person in await db.Cases.Where(c => c.State == CaseState.Closed).OrderByDescending(c => c.OpenedOn).Join(db.People.Where(p => p.DiedAt == null), c => c.PersonId, p => p.Id, (_, p) => p).ToListAsync())
        {
            if (free.Count < 2 && (await StillOpen.OfAsync(db, [person.Id])).Count == 0)
                free.Add(person.Reference);
        }

        await (await coordinator.GetAsync($"/people/{free[0]}/erase")).SubmitAsync(("Way", "Everything"), ("Asked", "TheyAsked"), ("Sure", "True"), ("CurrentPassword", TestSite.Password));
        return [asked.Path, asked.Path + "/print", $"/people/{open.Reference}/privacy", $"/people/{open.Reference}/uses", breach.Path, "/privacy/erasures", $"/people/{free[1]}/erase"];
    }

    private static async Task<Visitor> SignInAsync(TestGroup demonstration, Role role)
    {
        var visitor = demonstration.Visit();
        await visitor.SignInAsync(await demonstration.AccountOfAsync(role));
        return visitor;
    }

    private static async Task<Answer> UploadAsync(Visitor coordinator, string name) =>
        await (await coordinator.GetAsync("/import")).UploadAsync("Files", [(name, Encoding.UTF8.GetBytes(Sheet))]);
}

using Microsoft.EntityFrameworkCore;
using SafeSpace.Core;
using SafeSpace.Core.Access;
using SafeSpace.Core.Connections;
using SafeSpace.Core.Connections.Advocacy;
using SafeSpace.Core.Connections.Asking;
using SafeSpace.Core.Connections.Hospital;
using SafeSpace.Core.Connections.PassingBack;
using SafeSpace.Core.Connections.Unmet;
using SafeSpace.Core.Data;
using SafeSpace.Core.Desk.Directing;
using SafeSpace.Core.Desk.Visitors;
using SafeSpace.Core.Diary;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Help;
using SafeSpace.Core.Register;
using SafeSpace.Core.Register.Duplicates;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;

namespace SafeSpace.Web.Tests.Desk;

/// <summary>A colleague in a crisis of their own, with a row of every kind, and one keyholder.</summary>
internal sealed record WalledPerson(TestGroup Group, Person Person, User Owner, User Keyholder, Person Alike, string Merged, IReadOnlyList<string> Ids)
{
    public const string Misspelt = "Zeldda Quilfeather";

    /// <summary>What must be on no page of a colleague.</summary>
    public IReadOnlyList<string> Words => ["Zelda ", "Zelda<", "Quillfeather", "Zeldina", "900777", "cried for an hour", Person.Reference + "<", Person.Reference + "\"", Person.Id.ToString()];

    public static async Task<WalledPerson> MakeAsync(TestGroup group)
    {
        var (owner, keyholder) = (await group.AddAccountAsync(Role.Peer), await group.AddAccountAsync(Role.Facilitator, Role.Peer));
        var person = await group.AddPersonAsync(new PersonDetails { GivenName = "Zelda", Surname = "Quillfeather", DateOfBirth = new DateOnly(1980, 2, 3), SafeTimes = "after ten", Phones = [new PhoneDetails("07700 900777")] }, open: false);
        var alike = await group.AddPersonAsync(new PersonDetails { GivenName = "Selma", Surname = "Quill", DateOfBirth = new DateOnly(1980, 2, 3) });
        var merged = await group.AddPersonAsync(new PersonDetails { GivenName = "Zeldina", Surname = "Quillfeather", DateOfBirth = new DateOnly(1980, 2, 3) });
        await new DuplicateService(group.Store, House.MergeSteps).SameAsync(person.Id, merged.Id, null, Actor.CommandLine);
        var referral = await group.ReferAsync(known: person.Id);
        var contact = await group.LogContactAsync(person, keyholder, ContactKind.NoAnswer, minutes: null, words: "cried for an hour");
        var promise = await group.PromiseAsync(person, null);
        var family = await group.AddFamilyAsync(person, "Zelda's mother", "mother", null);
        var (visit, direction, call) = (Core.Shared.Ids.New(), Core.Shared.Ids.New(), Core.Shared.Ids.New());
        await new VisitService(group.Store).ArriveAsync(visit, person.Id, null, null, allTheSame: false, Actor.CommandLine);
        await new DirectingService(group.Store).GiveAsync(new Giving(direction, person.Id, keyholder.UserId), Actor.CommandLine);
        await group.Store.Write("CallStarted", Actor.CommandLine, unit => Task.FromResult(unit.Db.CallsUnderWay.Add(new CallUnderWay { Id = call, PersonId = person.Id, PeerId = keyholder.UserId, Kind = ContactKind.CallOut, StartedAt = unit.Now })));
        await group.Store.Write("PairOffered", Actor.CommandLine, unit =>
        {
            var pair = new[] { person.Id, alike.Id }.OrderBy(p => p.Value.ToString("N"), StringComparer.Ordinal).ToArray();
            unit.Db.PairOffers.Add(new PairOffer { FirstId = pair[0], SecondId = pair[1], Score = 9, LooksSame = true, Reasons = "SameBirthDate" });
            return Task.CompletedTask;
        });
        await group.PotAsync(9000);
        await group.StockAsync(5);
        var (help, stop, round) = ((await group.GiveAsync(person, promised: true)).Help!.Id, Core.Shared.Ids.New(), Core.Shared.Ids.New());
        await new RoundService(group.Store).AddAsync(round, "Food round", group.Store.Clock.Today, Actor.CommandLine);
        await new RoundService(group.Store).PutOnAsync(round, stop, new HelpDetails { Id = Core.Shared.Ids.New(), Person = person.Id, Item = "food_pack" }, false, Actor.CommandLine);
        var doors = await BehindDoorsAsync(group, person.Id);
        await group.WallAsync(person, owner, keyholder);
        await using var db = await group.Store.ReadAsync();
        var merge = await db.Merges.Select(m => m.Id).SingleAsync();
        return new WalledPerson(group, person, owner, keyholder, alike, merged.Reference,
            [person.Reference, person.Id.ToString(), referral.Id.Value.ToString(), contact.Id.Value.ToString(), promise.Id.ToString(), family.Id.ToString(), visit.ToString(), direction.ToString(), call.ToString(), merge.ToString(), help.ToString(), stop.ToString(), .. doors]);
    }

    /// <summary>Something of every kind that goes on behind other doors.</summary>
    private static async Task<IReadOnlyList<string>> BehindDoorsAsync(TestGroup group, PersonId person)
    {
        var (connection, passed, stay, ask, offer, cause) = (Core.Shared.Ids.New(), Core.Shared.Ids.New(), Core.Shared.Ids.New(), Core.Shared.Ids.New(), Core.Shared.Ids.New(), Core.Shared.Ids.New());
        var next = new NextStep(group.Store.Clock.Today);
        await new ConnectionService(group.Store).AskAsync(connection, person, new ConnectionDetails(null, "Our counsellors", Connection.Counselling, "cried for an hour", [Share.Name]), next, Actor.CommandLine);
        await new PassingBackService(group.Store).PassAsync(passed, person, "cried for an hour", new Told(Core.Shared.Ids.New(), "team", "a visit", group.Store.Clock.Now.AddHours(1)), default, Actor.CommandLine);
        await new HospitalService(group.Store).AdmitAsync(stay, person, "cried for an hour", group.Store.Clock.Now, next, Actor.CommandLine);
        await new AskService(group.Store).AskAsync(ask, person, null, "cried for an hour", null, next, Actor.CommandLine);
        await new AskService(group.Store).OfferAsync(offer, person, null, "cried for an hour", Actor.CommandLine);
        await new AdvocacyService(group.Store).BeginAsync(cause, person, null, "cried for an hour", next, Actor.CommandLine);
        await new UnmetService(group.Store).NoteAsync(Core.Shared.Ids.New(), person, new UnmetDetails(group.Store.Clock.Today, "bed", "cried for an hour", false), Actor.CommandLine);
        return [connection.ToString(), passed.ToString(), stay.ToString(), ask.ToString(), cause.ToString()];
    }
}

internal static class WallVisits
{
    /// <summary>Sends without following redirects, and reads the answer; a line that lies open is not waited for.</summary>
    public static async Task<(System.Net.HttpStatusCode Status, string Text)> SendToEndAsync(this Visitor visitor, HttpRequestMessage request, CancellationToken cancel)
    {
        var response = await visitor.RawAsync(request);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(cancel));
    }

    /// <summary>Takes everybody's key back.</summary>
    public static Task<Answer> PostHoldersAsync(this Answer page, Visitor visitor) =>
        visitor.PostAsync("/me/key", [.. page.FormFields().Where(f => f.Key != "Holders")]);
}

using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Diary;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Referrals;
using SafeSpace.Core.Register;
using SafeSpace.Core.Register.Counting;
using SafeSpace.Core.Register.Duplicates;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;

namespace SafeSpace.Core.Tests.Register.Duplicates;

public sealed class MergeTests
{
    private static readonly Actor Sam = new(null, "Sam");

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task MergeAndUndo_BringBackEveryRowAsItWas(EngineKind engine)
    {
        await using var stores = await TestStores.OpenAsync(engine);
        var store = await stores.NewGroupAsync();
        var (kept, gone) = await TwoRecordsAsync(store);
        var before = await PictureAsync(store);
        var service = new DuplicateService(store, House.MergeSteps);
        Assert.Equal(PairOutcome.Done, await service.SameAsync(kept, gone, "same mother, same street", Sam));

        await using (var db = await store.ReadAsync())
        {
            var person = await db.People.AsNoTracking().SingleAsync();
            Assert.Equal(kept, person.Id);
            Assert.Equal(new DateOnly(1984, 3, 14), person.DateOfBirth);
            Assert.Equal("Evenings.\nSS0002: Never before noon.", PersonDetails.Of(person, [], store.Vault).SafeTimes);
            Assert.Equal(2, await db.Contacts.CountAsync(c => c.PersonId == kept));
            Assert.Equal("second's words", store.Vault.Open("contact.words", (await db.Contacts.AsNoTracking().SingleAsync(c => c.Kind == ContactKind.Text)).Id.Value, (await db.Contacts.AsNoTracking().SingleAsync(c => c.Kind == ContactKind.Text)).Words));
            Assert.Equal(1, await db.Cases.CountAsync());
            Assert.Equal(2, await db.Spells.CountAsync(s => s.PersonId == kept));
            Assert.Equal(1, await db.PeerTies.CountAsync(t => t.Until == null));
            Assert.Equal(["01302 111111", "07700 900123"], await db.Phones.Where(p => p.PersonId == kept).Select(p => p.Number).OrderBy(n => n).ToListAsync());
        }

        Assert.Empty((await new Verifier(store).RunAsync([])).Problems);
        var merge = await MergeIdAsync(store);
        Assert.Empty(await service.LaterRowsAsync(merge));
        Assert.Equal(UndoOutcome.Done, await service.UndoAsync(merge, new HashSet<Guid>(), Sam, "two sisters"));
        Assert.Equal(before, await PictureAsync(store));
        Assert.Equal(UndoOutcome.UndoneAlready, await service.UndoAsync(merge, new HashSet<Guid>(), Sam, null));
        Assert.Empty((await new Verifier(store).RunAsync([])).Problems);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Undo_AfterLaterContacts_PutsEachWhereItIsSaidAndKeepsLaterEdits(EngineKind engine)
    {
        await using var stores = await TestStores.OpenAsync(engine);
        var store = await stores.NewGroupAsync();
        var (kept, gone) = await TwoRecordsAsync(store);
        var service = new DuplicateService(store, House.MergeSteps);
        await service.SameAsync(kept, gone, null, Sam);
        var first = await LogAsync(store, kept, ContactKind.CallIn, "later, the first's");
        var second = await LogAsync(store, kept, ContactKind.Video, "later, the second's");
        await store.Write("PersonChanged", Sam, async unit => (await unit.Db.People.SingleAsync(p => p.Id == kept)).Address = "4 New Street");
        var merge = await MergeIdAsync(store);
        Assert.Equal([first.Value, second.Value], (await service.LaterRowsAsync(merge)).Select(l => l.Id).OrderBy(i => i == second.Value));
        Assert.Equal(UndoOutcome.Done, await service.UndoAsync(merge, new HashSet<Guid> { second.Value }, Sam, null));
        await using var db = await store.ReadAsync();
        Assert.Equal(kept, (await db.Contacts.AsNoTracking().SingleAsync(c => c.Id == first)).PersonId);
        var moved = await db.Contacts.AsNoTracking().SingleAsync(c => c.Id == second);
        Assert.Equal(gone, moved.PersonId);
        Assert.Equal("later, the second's", store.Vault.Open("contact.words", moved.Id.Value, moved.Words));
        Assert.Equal("4 New Street", (await db.People.AsNoTracking().SingleAsync(p => p.Id == kept)).Address);
        Assert.Null((await db.People.AsNoTracking().SingleAsync(p => p.Id == gone)).MergedIntoId);
        Assert.Empty((await new Verifier(store).RunAsync([])).Problems);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Undo_OfAnEarlierMerge_WaitsForTheLaterOne(EngineKind engine)
    {
        await using var stores = await TestStores.OpenAsync(engine);
        var store = await stores.NewGroupAsync();
        var people = await store.Write("PeopleAdded", Sam, async unit =>
        {
            var made = new List<PersonId>();
            for (var i = 0; i < 3; i++)
                made.Add((await PersonWriter.AddAsync(unit, new PersonDetails { GivenName = "Lin", Surname = "Wu" })).Id);
            return made;
        });
        var service = new DuplicateService(store, House.MergeSteps);
        await service.SameAsync(people[0], people[1], null, Sam);
        stores.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(PairOutcome.MergedAlready, await service.SameAsync(people[2], people[1], null, Sam));
        Assert.Equal(PairOutcome.DecidedAlready, await service.SameAsync(people[0], people[1], null, Sam));
        Assert.Equal(PairOutcome.NoSuchPair, await service.SameAsync(people[0], people[0], null, Sam));
        Assert.Equal(PairOutcome.NoSuchPair, await service.DifferentAsync(people[0], PersonId.New(), null, Sam));
        await service.SameAsync(people[2], people[0], null, Sam);
        await using var db = await store.ReadAsync();
        var merges = await db.Merges.AsNoTracking().ToListAsync();
        var (early, late) = (merges.Single(m => m.GoneId == people[1]), merges.Single(m => m.GoneId == people[0]));
        Assert.Equal(people[2], (await db.PeopleWithMerged.AsNoTracking().SingleAsync(p => p.Id == people[1])).MergedIntoId);
        Assert.Equal(UndoOutcome.UndoLaterFirst, await service.UndoAsync(early.Id, new HashSet<Guid>(), Sam, null));
        Assert.Equal(UndoOutcome.Done, await service.UndoAsync(late.Id, new HashSet<Guid>(), Sam, null));
        Assert.Equal(UndoOutcome.Done, await service.UndoAsync(early.Id, new HashSet<Guid>(), Sam, null));
        Assert.Equal(3, await db.People.CountAsync());
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task MergeAndUndo_CountReferralsAnew_AndGiveEachItsKindAndSpellBack(EngineKind engine)
    {
        await using var stores = await TestStores.OpenAsync(engine);
        var store = await stores.NewGroupAsync();
        var people = await store.Write("PeopleReferred", Sam, async unit =>
        {
            var made = new List<PersonId>();
            foreach (var ago in new[] { 10, 3 })
            {
                var person = await PersonWriter.AddAsync(unit, new PersonDetails { GivenName = "Lin", Surname = "Wu" });
                var day = unit.Clock.Today.AddDays(-ago);
                var spell = await CaseWriter.OpenAsync(unit, person.Id, day, "crisis_team");
                unit.Db.Referrals.Add(new Referral { Id = ReferralId.New(), PersonId = person.Id, SpellId = spell.Id, Day = day, ReceivedAt = unit.Now.AddDays(-ago), Team = "crisis_team", Kind = ReferralKind.First });
                made.Add(person.Id);
            }

            return made;
        });
        var before = await PictureAsync(store);
        var service = new DuplicateService(store, House.MergeSteps);
        Assert.Equal(PairOutcome.Done, await service.SameAsync(people[0], people[1], null, Sam));
        await using (var db = await store.ReadAsync())
        {
            Assert.Equal([ReferralKind.First, ReferralKind.Double], await db.Referrals.OrderBy(r => r.Day).Select(r => r.Kind).ToListAsync());
            Assert.Equal(1, await db.Spells.CountAsync());
        }

        Assert.Equal(UndoOutcome.Done, await service.UndoAsync(await MergeIdAsync(store), new HashSet<Guid>(), Sam, null));
        Assert.Equal(before, await PictureAsync(store));
        Assert.Empty((await new Verifier(store).RunAsync([])).Problems);
    }

    private static async Task<Guid> MergeIdAsync(GroupStore store)
    {
        await using var db = await store.ReadAsync();
        return (await db.Merges.AsNoTracking().SingleAsync()).Id;
    }

    private static Task<ContactId> LogAsync(GroupStore store, PersonId person, ContactKind kind, string words) =>
        store.Write("ContactLogged", Sam, unit =>
        {
            var id = ContactId.New();
            unit.Db.Contacts.Add(new Contact { Id = id, PersonId = person, Kind = kind, At = unit.Now, Day = unit.Clock.Today, LoggedAt = unit.Now, Words = unit.Seal(person, "contact.words", id.Value, words) });
            return Task.FromResult(id);
        });

    private static async Task<(PersonId Kept, PersonId Gone)> TwoRecordsAsync(GroupStore store)
    {
        var people = await store.Write("PeopleAdded", Sam, async unit =>
        {
            var today = unit.Clock.Today;
            var peer = UserId.New();
            var one = await PersonWriter.AddAsync(unit, new PersonDetails { GivenName = "Kate", Surname = "Nowak", Phones = [new PhoneDetails("07700 900123")], SafeTimes = "Evenings." });
            var two = await PersonWriter.AddAsync(unit, new PersonDetails
            {
                GivenName = "Katarzyna",
                Surname = "Nowak",
                DateOfBirth = new DateOnly(1984, 3, 14),
                Phones = [new PhoneDetails("+44 7700 900123"), new PhoneDetails("01302 111111")],
                SafeTimes = "Never before noon.",
                Voicemail = Voicemail.No,
            });
            await CaseWriter.OpenAsync(unit, one.Id, today.AddDays(-40), "crisis_team");
            await CaseWriter.CloseAsync(unit, one.Id, today.AddDays(-30), "better", "slept again");
            await CaseWriter.OpenAsync(unit, two.Id, today.AddDays(-3), "home_treatment");
            foreach (var person in new[] { one, two })
                unit.Db.PeerTies.Add(new PeerTie { Id = Ids.New(), PersonId = person.Id, PeerId = peer, Kind = TieKind.Claimed, From = unit.Now });
            unit.Db.FamilyMembers.Add(new FamilyMember { Id = Ids.New(), PersonId = two.Id, Name = "Jan", Tie = "husband" });
            unit.Db.Factors.Add(new PersonFactor { Id = Ids.New(), PersonId = two.Id, Factor = "housing", SeenBy = SeenBy.Peers, Day = today });
            return (one.Id, two.Id);
        });
        await LogAsync(store, people.Item1, ContactKind.CallOut, "first's words");
        await LogAsync(store, people.Item2, ContactKind.Text, "second's words");
        return people;
    }

    /// <summary>Every recorded row about people, but for versions and what is meant to differ.</summary>
    private static async Task<string> PictureAsync(GroupStore store)
    {
        await using var db = await store.ReadAsync();
        var lines = new List<string>();
        foreach (var row in await db.PeopleWithMerged.AsNoTracking().ToListAsync())
            lines.Add(Line(row));
        foreach (var rows in new IEnumerable<object>[]
        {
            await db.Phones.AsNoTracking().ToListAsync(), await db.Cases.AsNoTracking().ToListAsync(), await db.Spells.AsNoTracking().ToListAsync(),
            await db.Contacts.AsNoTracking().ToListAsync(), await db.PeerTies.AsNoTracking().ToListAsync(), await db.FamilyMembers.AsNoTracking().ToListAsync(),
            await db.Factors.AsNoTracking().ToListAsync(), await db.Referrals.AsNoTracking().ToListAsync(), await db.NamePairs.AsNoTracking().ToListAsync(),
        })
            lines.AddRange(rows.Select(Line));
        return string.Join('\n', lines.Order(StringComparer.Ordinal));

        string Line(object row) => row.GetType().Name + " " + string.Join(' ', row.GetType().GetProperties().Where(p => p.Name != "Version")
            .Select(p => $"{p.Name}={(p.GetValue(row) is Sealed s ? Convert.ToHexString(s.Bytes.Span) : p.GetValue(row))}"));
    }
}

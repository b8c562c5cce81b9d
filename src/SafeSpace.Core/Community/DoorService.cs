using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Community;

/// <summary>What the door says.</summary>
public enum AtTheDoor
{
    Welcome,

    /// <summary>They said so before today. Nothing is counted twice.</summary>
    HereAlready,

    /// <summary>No card has this number.</summary>
    NoSuchCard,

    /// <summary>They are in. One of the team comes to the door first; the door says no more than that.</summary>
    PleaseWait,
}

/// <summary>Sign-in at the door: "I'm here", by card or as a guest.</summary>
/// <param name="shouldNotMeet">Whether somebody who is here today must be kept apart from this person. A question to the desk, which this room does not know.</param>
public sealed class DoorService(GroupStore store, Func<GroupDb, GroupClock, PersonId, Task<bool>> shouldNotMeet)
{
    private static readonly Actor Door = new(null, "the door");

    /// <returns>The secret of the address, shown once.</returns>
    public async Task<string> OpenDoorAsync(string label, Guid? site, Actor by)
    {
        var secret = Secrets.New();
        await store.Write("DoorOpened", by, unit =>
        {
            unit.Db.DoorAddresses.Add(new DoorAddress { Id = Ids.New(), Label = label.Trim(), SecretHash = Secrets.HashOf(secret), SiteId = site, MadeAt = unit.Now });
            return Task.CompletedTask;
        });
        return secret;
    }

    public Task<bool> EndDoorAsync(Guid id, Actor by) => store.Write("DoorEnded", by, async unit =>
    {
        if (await unit.Db.DoorAddresses.FindAsync(id) is not { } door)
            return false;
        door.EndedAt ??= unit.Now;
        return true;
    });

    public static Task<DoorAddress?> FindAsync(GroupDb db, string? secret)
    {
        var hash = Secrets.HashOf(secret ?? "");
        return db.DoorAddresses.AsNoTracking().SingleOrDefaultAsync(d => d.SecretHash == hash && d.EndedAt == null);
    }

    /// <summary>Who was asked to wait today and nobody went to yet, the longest waiting first.</summary>
    public static IQueryable<CentreSignIn> Waiting(GroupDb db, DateOnly today) =>
        db.CentreSignIns.AsNoTracking().Where(s => s.Day == today && s.AskedToWait && s.MetAt == null && s.TakenBackAt == null).OrderBy(s => s.At).ThenBy(s => s.Id);

    /// <summary>One of the team went to somebody who was asked to wait.</summary>
    public Task<bool> MeetAsync(Guid id, Actor by) => store.Write("MetAtTheDoor", by, async unit =>
    {
        if (await unit.Db.CentreSignIns.FindAsync(id) is not { AskedToWait: true } visit)
            return false;
        visit.MetAt ??= unit.Now;
        return true;
    });

    /// <summary>By the number of a card. Once a day, however often it is tapped.</summary>
    public Task<AtTheDoor> SignInAsync(DoorAddress door, string card) => store.Write("SignedInAtTheDoor", Door, async unit =>
    {
        var number = string.Concat(card.Where(char.IsAsciiDigit));
        if (number.Length == 0 || !await unit.Db.Members.AnyAsync(m => m.Card == number))
            return AtTheDoor.NoSuchCard; // no stranger's guess makes others wait
        await unit.AloneAsync(); // two doors, one card
        if (await unit.Db.Members.AsNoTracking().SingleOrDefaultAsync(m => m.Card == number) is not { } member)
            return AtTheDoor.NoSuchCard;
        if (member.PersonId is { } holder && await unit.Db.People.AnyAsync(p => p.Id == holder && p.DiedAt != null))
            return AtTheDoor.NoSuchCard; // whoever found the card is not greeted as them
        var today = unit.Clock.Today;
        // Somebody may have two cards: their memberships were found to be one person's.
        if (await unit.Db.CentreSignIns.AnyAsync(s => s.Day == today && s.TakenBackAt == null && (s.MemberId == member.Id || (member.PersonId != null && s.PersonId == member.PersonId))))
            return AtTheDoor.HereAlready;
        var visit = New(Ids.New(), door, unit, member);
        visit.AskedToWait = member.PersonId is { } person && await shouldNotMeet(unit.Db, unit.Clock, person);
        unit.Db.CentreSignIns.Add(visit);
        return visit.AskedToWait ? AtTheDoor.PleaseWait : AtTheDoor.Welcome;
    });

    /// <param name="id">Of the form: tapped twice, it is one guest.</param>
    public Task<AtTheDoor> GuestAsync(DoorAddress door, Guid id, string? name) => store.Write("GuestSignedIn", Door, async unit =>
    {
        if (await unit.Db.CentreSignIns.AnyAsync(s => s.Id == id))
            return AtTheDoor.HereAlready;
        var guest = New(id, door, unit, null);
        (guest.Name, guest.NameKey) = string.IsNullOrWhiteSpace(name) ? (null, null) : (name.Trim(), BookNames.Of(name));
        unit.Db.CentreSignIns.Add(guest);
        return AtTheDoor.Welcome;
    });

    private static CentreSignIn New(Guid id, DoorAddress door, Unit unit, Member? member) => new()
    {
        Id = id,
        Day = unit.Clock.Today,
        At = TimeOnly.FromDateTime(unit.Clock.LocalNow),
        MemberId = member?.Id,
        PersonId = member?.PersonId,
        Name = member?.Name,
        NameKey = member?.NameKey,
        Way = SignInWay.Door,
        SiteId = door.SiteId,
    };
}

using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Connections.Unmet;
using SafeSpace.Core.Data;
using SafeSpace.Core.Desk.KeepingApart;
using SafeSpace.Core.Diary;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Connections.Asking;

/// <summary>Asks and offers, brought together by somebody who knows both.</summary>
public sealed class AskService(GroupStore store)
{
    public Task<DoorChange> AskAsync(Guid id, PersonId person, string? kind, string what, DateOnly? wantedOn, NextStep next, Actor by) => store.Write("HelpAsked", by, async unit =>
    {
        if (await unit.Db.Asks.FindAsync(id) is not null)
            return DoorChange.Done;
        if (await ContactWriter.LivingAsync(unit, person) is not { } standing)
            return DoorChange.NoSuchPerson;
        var ask = new Ask { Id = id, PersonId = standing, Kind = kind, WantedOn = wantedOn, AskedAt = unit.Now };
        ask.What = unit.Seal(standing, AskWords.What, id, what.Trim());
        unit.Db.Asks.Add(ask);
        await NextSteps.SetAsync(unit, ask, next);
        return DoorChange.Done;
    });

    /// <param name="person">A member of the register who offers; null for the colleague who writes it.</param>
    public Task<DoorChange> OfferAsync(Guid id, PersonId? person, string? kind, string what, Actor by) => store.Write("HelpOffered", by, async unit =>
    {
        if (await unit.Db.HelpOffers.FindAsync(id) is not null)
            return DoorChange.Done;
        var standing = person is { } known ? await ContactWriter.LivingAsync(unit, known) : null;
        if (person is not null && standing is null)
            return DoorChange.NoSuchPerson;
        var offer = new HelpOffer { Id = id, PersonId = standing, AccountId = standing is null ? by.Id : null, Kind = kind, MadeAt = unit.Now };
        offer.What = unit.Seal(standing, AskWords.Offered, id, what.Trim());
        unit.Db.HelpOffers.Add(offer);
        return DoorChange.Done;
    });

    public Task<DoorChange> EndOfferAsync(Guid id, Actor by) => store.Write("HelpOfferEnded", by, async unit =>
    {
        await unit.AloneAsync();
        if (await unit.Db.HelpOffers.FindAsync(id) is not { } offer)
            return DoorChange.NoSuchRow;
        await AskWriter.EndOfferAsync(unit, offer);
        return DoorChange.Done;
    });

    /// <summary>These two: said by a person. Two who must be kept apart are never brought together.</summary>
    public Task<DoorChange> MatchAsync(Guid id, Guid seen, Guid offered, Actor by) => OnAsync("HelpMatched", id, seen, by, async (unit, ask) =>
    {
        await unit.AloneAsync();
        if (await unit.Db.HelpOffers.FindAsync(offered) is not { EndedAt: null } offer)
            return DoorChange.Taken;
        if (!(await Meeting.ReadAsync(unit.Db)).May(Party.Of(ask.PersonId), new Party(offer.PersonId, offer.AccountId)) || offer.PersonId == ask.PersonId)
            return DoorChange.KeptApart;
        (ask.State, ask.OfferId) = (AskState.Matched, offered);
        var today = unit.Clock.DayOf(unit.Now);
        await NextSteps.SetAsync(unit, ask, new NextStep(ask.WantedOn is { } day && day > today ? day : today));
        return DoorChange.Done;
    });

    /// <summary>Another day, or somebody else looks after it; a match that came to nothing is open again.</summary>
    public Task<DoorChange> LaterAsync(Guid id, Guid seen, bool unmatch, NextStep next, Actor by) => OnAsync("HelpAskMoved", id, seen, by, async (unit, ask) =>
    {
        if (unmatch)
            (ask.State, ask.OfferId) = (AskState.Open, null);
        await NextSteps.SetAsync(unit, ask, next, PromiseState.Moved);
        return DoorChange.Done;
    });

    /// <param name="how">Done, not needed any more, or nobody could.</param>
    public Task<DoorChange> EndAsync(Guid id, Guid seen, AskState how, Actor by) => OnAsync(how == AskState.Done ? "HelpAskMet" : how == AskState.Unmet ? "HelpNotMet" : "HelpNotNeeded", id, seen, by, async (unit, ask) =>
    {
        ask.State = how;
        // It bears the ask's id, so that it goes when the ask goes on after all.
        if (how == AskState.Unmet && await unit.Db.UnmetNeeds.FindAsync(id) is { } before)
            (before.TakenBackAt, before.Day) = (null, unit.Clock.DayOf(unit.Now));
        else if (how == AskState.Unmet)
            UnmetService.Note(unit, id, ask.PersonId, new UnmetDetails(unit.Clock.DayOf(unit.Now), UnmetNeed.Company, unit.Open(AskWords.What, id, ask.What), Beyond: false));
        await NextSteps.EndAsync(unit, id);
        return DoorChange.Done;
    });

    /// <summary>It was no end after all: somebody is looked for again.</summary>
    public Task<DoorChange> OpenAgainAsync(Guid id, Guid seen, NextStep next, Actor by) => store.Write("HelpAskedAgain", by, async unit =>
    {
        if (await unit.Db.Asks.FindAsync(id) is not { } ask || await ContactWriter.LivingAsync(unit, ask.PersonId) is null)
            return DoorChange.NoSuchRow;
        if (ask.State is AskState.Open or AskState.Matched)
            return DoorChange.NotNow;
        Unit.Expect(ask, seen);
        (ask.State, ask.OfferId) = (AskState.Open, null);
        if (await unit.Db.UnmetNeeds.FindAsync(id) is { } unmet)
            unmet.TakenBackAt ??= unit.Now;
        await NextSteps.SetAsync(unit, ask, next);
        return DoorChange.Done;
    });

    private Task<DoorChange> OnAsync(string kind, Guid id, Guid seen, Actor by, Func<Unit, Ask, Task<DoorChange>> change) => store.Write(kind, by, async unit =>
    {
        if (await unit.Db.Asks.FindAsync(id) is not { } ask)
            return DoorChange.NoSuchRow;
        if (ask.State is not (AskState.Open or AskState.Matched))
            return DoorChange.NotNow;
        Unit.Expect(ask, seen);
        return await change(unit, ask);
    });
}

internal static class AskWriter
{
    /// <summary>Whoever counted on it is thought of today.</summary>
    public static async Task EndOfferAsync(Unit unit, HelpOffer offer)
    {
        offer.EndedAt ??= unit.Now;
        foreach (var ask in await unit.Db.Asks.Where(a => a.OfferId == offer.Id && a.State == AskState.Matched).ToListAsync())
        {
            (ask.State, ask.OfferId) = (AskState.Open, null);
            await NextSteps.SetAsync(unit, ask, new NextStep(unit.Clock.DayOf(unit.Now)), PromiseState.Moved);
        }
    }
}

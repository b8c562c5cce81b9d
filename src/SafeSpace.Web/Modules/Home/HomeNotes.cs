using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Connections;
using SafeSpace.Core.Connections.Partners;
using SafeSpace.Core.Data;
using SafeSpace.Core.Desk.Handover;
using SafeSpace.Core.Desk.SinceLast;
using SafeSpace.Core.FollowUp.Safeguarding;
using SafeSpace.Core.Help;
using SafeSpace.Core.Privacy.Breaches;
using SafeSpace.Core.Privacy.Requests;
using SafeSpace.Core.Register.Died;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Jobs;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;

namespace SafeSpace.Web.Modules.Home;

/// <summary>A short line at the top: what waits for this account, and where it is. No name of anybody supported stands in it.</summary>
public sealed record HomeNote(string Words, string Href, bool Now = false);

/// <summary>"Since you were last here", handovers to read, sad news, answers that are due: as few lines as there are things.</summary>
public sealed class HomeNotes(GroupDb db, GroupClock clock, SinceReader since, ComingIn comingIn, StoreCare care, Viewer viewer, Texts texts)
{
    /// <summary>So long one hears on the first page that what one paid was answered.</summary>
    private static readonly TimeSpan AnswersShown = TimeSpan.FromDays(3);

    public async Task<IReadOnlyList<HomeNote>> ReadAsync()
    {
        if (viewer.Id is not { } me)
            return [];
        var notes = new List<HomeNote>();
        if (viewer.May(Permission.LogContacts) && await DeathService.WaitingFor(db, me).AnyAsync())
            notes.Add(new HomeNote(texts["There is news for you. Read it when you have a quiet minute."], "/sad-news"));
        if (viewer.May(Permission.ReadHandovers) && await HandoverService.UnreadBy(db, me, clock.Now.AddDays(-3)).CountAsync() is > 0 and var handovers)
            notes.Add(new HomeNote(texts.Count(handovers, "{0} handover to read", "{0} handovers to read"), "/handover", Now: true));
        if (viewer.May(Permission.SeeConcerns))
            await AddConcernsAsync(notes);
        if (viewer.May(Permission.EditEmergency))
            await AddChecksAsync(notes);
        if (viewer.May(Permission.EditGroup) && (await care.ReadAsync()).Warning is { } warning)
            notes.Add(new HomeNote(texts[warning], "/group/care", Now: true));
        if (viewer.May(Permission.KeepPrivacy))
            await AddPrivacyAsync(notes);
        await AddDoorsAsync(notes);
        if (viewer.May(Permission.GiveHelp))
            await AddHelpAsync(notes, me);
        var news = await since.ReadAsync(viewer, await since.SinceAsync(me, comingIn.SessionId));
        var people = news.Mine.Concat(news.Others).Select(c => c.Person).Distinct().Count();
        if (people > 0)
            notes.Add(new HomeNote(texts.Count(people, "Since you were last here: news of {0} person", "Since you were last here: news of {0} people"), "/since"));
        else if (news.Referrals.Count > 0)
            notes.Add(new HomeNote(texts.Count(news.Referrals.Count, "Since you were last here: {0} of your referrals was answered", "Since you were last here: {0} of your referrals were answered"), "/since"));
        return notes;
    }

    private async Task AddConcernsAsync(List<HomeNote> notes)
    {
        var today = clock.Today;
        var open = db.Concerns.Where(c => c.ClosedAt == null);
        var due = db.ConcernsTold.Where(t => t.AnsweredAt == null && t.AnswerDueOn != null && open.Any(c => c.Id == t.ConcernId));
        var (concerns, answers, late) = (await open.CountAsync(), await due.CountAsync(), await due.CountAsync(t => t.AnswerDueOn < today));
        if (late > 0)
            notes.Add(new HomeNote(texts.Count(late, "Safeguarding: {0} answer is late", "Safeguarding: {0} answers are late"), "/concerns", Now: true));
        else if (answers > 0)
            notes.Add(new HomeNote(texts.Count(answers, "Safeguarding: {0} answer is due", "Safeguarding: {0} answers are due"), "/concerns"));
        else if (concerns > 0)
            notes.Add(new HomeNote(texts.Count(concerns, "Safeguarding: {0} concern is open", "Safeguarding: {0} concerns are open"), "/concerns"));
    }

    /// <summary>What the law gives days for: a request that is due, a breach whose clock runs.</summary>
    private async Task AddPrivacyAsync(List<HomeNote> notes)
    {
        var soon = clock.Today.AddDays(7);
        if (await db.AccessRequests.CountAsync(r => r.SentOn == null && r.WithdrawnAt == null && (r.ExtendedTo ?? r.DueOn) <= soon) is > 0 and var due)
            notes.Add(new HomeNote(texts.Count(due, "{0} request to see a record is due within a week", "{0} requests to see a record are due within a week"), "/privacy/requests", Now: true));
        if (await db.Breaches.CountAsync(b => b.ClosedAt == null && b.AuthorityToldAt == null && b.Risk != BreachRisk.Unlikely) is > 0 and var running)
            notes.Add(new HomeNote(texts.Count(running, "{0} breach: the 72 hours are running", "{0} breaches: the 72 hours are running"), "/privacy/breaches", Now: true));
    }

    /// <summary>Entries of the directory that nobody checked for long; people who wait too long for a first slot.</summary>
    private async Task AddDoorsAsync(List<HomeNote> notes)
    {
        var today = clock.Today;
        if (viewer.May(Permission.KeepCounselling) && await db.Connections.CountAsync(c => c.FirstOfferedOn == null && c.OfferDueOn < today && (c.State == ConnectionState.Asked || c.State == ConnectionState.Sent || c.State == ConnectionState.Taken)) is > 0 and var late)
            notes.Add(new HomeNote(texts.Count(late, "Counselling: {0} first slot is late", "Counselling: {0} first slots are late"), "/counselling", Now: true));
        var old = today.AddDays(-Partner.DaysUntilCheck);
        if (viewer.May(Permission.KeepPartners) && await db.Partners.CountAsync(p => p.ClosedAt == null && p.CheckedOn <= old) is > 0 and var checks)
            notes.Add(new HomeNote(texts.Count(checks, "{0} entry of the directory asks for a check", "{0} entries of the directory ask for a check"), "/partners"));
    }

    /// <summary>A round one brings, what one paid and asked back; for who keeps the pots, who waits for money and what is low.</summary>
    private async Task AddHelpAsync(List<HomeNote> notes, UserId me)
    {
        var today = clock.Today;
        var rounds = await db.DeliveryRounds.AsNoTracking().Where(r => r.DriverId == me && r.DoneAt == null && r.Day <= today).OrderBy(r => r.Day).Select(r => r.Id).ToListAsync();
        if (rounds.Count > 0)
            notes.Add(new HomeNote(texts.Count(rounds.Count, "You bring {0} delivery round", "You bring {0} delivery rounds"), rounds.Count == 1 ? $"/help/rounds/{rounds[0]}" : "/help/rounds", Now: true));
        var lately = clock.Now - AnswersShown;
        if (await db.PurseClaims.CountAsync(c => c.PeerId == me && (c.State == ClaimState.PaidBack || c.State == ClaimState.Declined) && c.EndedAt > lately) is > 0 and var answered)
            notes.Add(new HomeNote(texts.Count(answered, "What you paid: {0} answer for you", "What you paid: {0} answers for you"), "/help/purse"));
        if (!viewer.May(Permission.KeepHelp))
            return;
        if (await db.PurseClaims.CountAsync(c => c.State == ClaimState.Asked) is > 0 and var waiting)
            notes.Add(new HomeNote(texts.Count(waiting, "{0} thing a peer paid waits to be paid back", "{0} things peers paid wait to be paid back"), "/help/claims"));
        if (await db.Stock.CountAsync(s => s.RetiredAt == null && s.LowAt != null && s.Count <= s.LowAt) is > 0 and var low)
            notes.Add(new HomeNote(texts.Count(low, "In stock, {0} thing is low", "In stock, {0} things are low"), "/help/stock"));
    }

    private async Task AddChecksAsync(List<HomeNote> notes)
    {
        var steps = await db.EmergencySteps.AsNoTracking().Where(s => s.EndedAt == null).ToListAsync();
        if (steps.Count == 0)
            notes.Add(new HomeNote(texts["Nobody has written what to do in an emergency yet"], "/emergency/edit"));
        else if (steps.Exists(s => s.AsksForCheck(clock.Today) && s.OwnerId == viewer.Id))
            notes.Add(new HomeNote(texts["What you look after on the emergency page asks for a check"], "/emergency/edit"));
    }
}

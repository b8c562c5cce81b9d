using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Connections.Counselling;
using SafeSpace.Core.Data;
using SafeSpace.Core.Privacy.Erasing;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Privacy.Requests;

public enum RequestChange
{
    Done,
    NotThere,

    /// <summary>It was sent, or they took it back.</summary>
    Ended,

    /// <summary>Nobody has read it through since the record last changed.</summary>
    NotReviewed,
}

/// <summary>Requests to see what we hold: when they came, by when they are due, what is not shown, when they went.</summary>
public sealed class AccessRequestService(GroupStore store)
{
    /// <param name="id">The form's own: sent twice, it is one request.</param>
    public Task<RequestChange> AddAsync(Guid id, PersonId person, DateOnly received, string fromWhom, string? identity, Actor by) =>
        store.Write("AccessAsked", by, async unit =>
        {
            if (await unit.Db.AccessRequests.FindAsync(id) is not null)
                return RequestChange.Done;
            if (!await unit.Db.People.AnyAsync(p => p.Id == person))
                return RequestChange.NotThere;
            var nation = (await CounsellingClock.RulesAsync(unit.Db)).Nation;
            unit.Db.AccessRequests.Add(new AccessRequest
            {
                Id = id,
                PersonId = person,
                ReceivedOn = received,
                DueOn = LegalDays.DueOn(received, nation),
                AddedAt = unit.Now,
                AddedByName = by.Name,
                FromWhom = unit.Seal(person, RequestSets.FromWhom, id, fromWhom.Trim()),
                Checked = unit.Seal(person, RequestSets.Checked, id, identity?.Trim()),
            });
            return RequestChange.Done;
        });

    /// <summary>How we knew that it was them.</summary>
    public Task<RequestChange> CheckedAsync(Guid id, Guid seen, string how, Actor by) => ChangeAsync("AccessIdentityChecked", id, seen, by, (unit, request) =>
    {
        request.Checked = unit.Seal(request.PersonId, RequestSets.Checked, id, how.Trim());
        return Task.CompletedTask;
    });

    public Task<RequestChange> ExtendAsync(Guid id, Guid seen, string why, Actor by) => ChangeAsync("AccessExtended", id, seen, by, async (unit, request) =>
    {
        request.ExtendedTo = LegalDays.ExtendedTo(request.ReceivedOn, (await CounsellingClock.RulesAsync(unit.Db)).Nation);
        request.ExtendedWhy = unit.Seal(request.PersonId, RequestSets.ExtendedWhy, id, why.Trim());
    });

    /// <summary>Somebody read everything, and said what is not shown.</summary>
    /// <param name="phrases">Blacked out wherever they stand.</param>
    /// <param name="passages">Left out whole.</param>
    /// <param name="digest">What stood on the page: <see cref="WhatWeHold.Digest"/>.</param>
    public Task<RequestChange> ReviewAsync(Guid id, Guid seen, string digest, IReadOnlyCollection<string> phrases, IReadOnlyCollection<string> passages, Actor by) => ChangeAsync("AccessReviewed", id, seen, by, async (unit, request) =>
    {
        unit.Db.Blackouts.RemoveRange(await unit.Db.Blackouts.Where(b => b.RequestId == id).ToListAsync());
        foreach (var phrase in phrases.Select(p => p.Trim()).Where(p => p.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            var row = Ids.New();
            unit.Db.Blackouts.Add(new Blackout { Id = row, RequestId = id, PersonId = request.PersonId, Phrase = unit.Seal(request.PersonId, RequestSets.Phrase, row, phrase) });
        }

        unit.Db.Blackouts.AddRange(passages.Distinct().Select(p => new Blackout { Id = Ids.New(), RequestId = id, PersonId = request.PersonId, Passage = p }));
        (request.ReviewedAt, request.ReviewedDigest, request.ReviewedByName) = (unit.Now, digest, by.Name);
    });

    /// <param name="digest">What is held now: <see cref="WhatWeHold.Digest"/>.</param>
    public Task<RequestChange> SentAsync(Guid id, Guid seen, string digest, DateOnly on, string how, Actor by) => ChangeAsync("AccessSent", id, seen, by, (unit, request) =>
    {
        if (request.ReviewedDigest != digest)
            return Task.FromResult(RequestChange.NotReviewed);
        (request.SentOn, request.SentHow) = (on, unit.Seal(request.PersonId, RequestSets.SentHow, id, how.Trim()));
        return Task.FromResult(RequestChange.Done);
    });

    public Task<RequestChange> WithdrawAsync(Guid id, Guid seen, string? why, Actor by) => ChangeAsync("AccessWithdrawn", id, seen, by, (unit, request) =>
    {
        (request.WithdrawnAt, unit.Why) = (unit.Now, why);
        return Task.CompletedTask;
    });

    public static async Task<PrivacySettings> SettingsAsync(GroupDb db) => await db.PrivacySettings.AsNoTracking().SingleOrDefaultAsync() ?? new PrivacySettings();

    public Task DecideAsync(bool namesPeers, string? authority, Guid? seen, Actor by) =>
        store.Write("PrivacyDecided", by, async unit =>
        {
            var row = await unit.Db.PrivacySettings.SingleOrDefaultAsync();
            if (row is null)
                unit.Db.PrivacySettings.Add(row = new PrivacySettings());
            else
                Unit.Expect(row, seen ?? Guid.Empty);
            (row.NamesPeers, row.Authority) = (namesPeers, string.IsNullOrWhiteSpace(authority) ? null : authority.Trim());
        });

    private Task<RequestChange> ChangeAsync(string kind, Guid id, Guid seen, Actor by, Func<Unit, AccessRequest, Task> change) => ChangeAsync(kind, id, seen, by, async (unit, request) =>
    {
        await change(unit, request);
        return RequestChange.Done;
    });

    private Task<RequestChange> ChangeAsync(string kind, Guid id, Guid seen, Actor by, Func<Unit, AccessRequest, Task<RequestChange>> change) =>
        store.Write(kind, by, async unit =>
        {
            if (await unit.Db.AccessRequests.SingleOrDefaultAsync(r => r.Id == id) is not { } request)
                return RequestChange.NotThere;
            if (request.SentOn is not null || request.WithdrawnAt is not null)
                return RequestChange.Ended;
            Unit.Expect(request, seen);
            return await change(unit, request);
        });
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Privacy.Requests;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.Modules.Register.Shared;

namespace SafeSpace.Web.Modules.Privacy.Requests;

/// <summary>One request, with everything that is held, and what was chosen not to be shown.</summary>
public abstract class RequestPage(GroupDb db, Vault vault, GroupClock clock, Viewer viewer, PersonViews shown, Texts texts) : PersonPageModel(db, viewer, shown, texts)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public AccessRequest Asked { get; private set; } = null!;

    public IReadOnlyList<HeldRows> Held { get; private set; } = [];

    public IReadOnlyList<LookedAt> Looks { get; private set; } = [];

    public IReadOnlySet<string> Phrases { get; private set; } = new HashSet<string>();

    public IReadOnlySet<string> Passages { get; private set; } = new HashSet<string>();

    public bool IsReviewed { get; private set; }

    protected GroupClock Clock => clock;

    protected WhatWeHold What { get; private set; } = null!;

    protected async Task<IActionResult?> LoadAsync(string surface)
    {
        if (await Db.AccessRequests.AsNoTracking().SingleOrDefaultAsync(r => r.Id == Id) is not { } request)
            return NotFound();
        if (await FindAsync(surface, request.PersonId) is { } answer)
            return answer;
        Asked = request;
        What = new WhatWeHold(Db, vault, clock, (await AccessRequestService.SettingsAsync(Db)).NamesPeers);
        Held = await What.ReadAsync(Person.Id);
        Looks = await What.LooksAsync(Person.Id);
        var blackouts = await Db.Blackouts.AsNoTracking().Where(b => b.RequestId == Id).ToListAsync();
        Phrases = blackouts.Select(b => vault.Open(RequestSets.Phrase, b.Id, b.Phrase)).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        Passages = blackouts.Select(b => b.Passage).OfType<string>().ToHashSet();
        IsReviewed = request.ReviewedDigest == What.Digest;
        return null;
    }

    protected string? Open(string column, Sealed? words) => vault.Open(column, Id, words);

    /// <summary>What rows of a kind are, as a heading.</summary>
    public string Heading(HeldRows rows)
    {
        var words = T[rows.What];
        return char.ToUpper(words[0], System.Globalization.CultureInfo.CurrentUICulture) + words[1..];
    }

    /// <summary>A column as people read it.</summary>
    public string Label(Passage passage) => T[string.Concat(passage.Label.Select((c, i) => char.IsUpper(c) && i > 0 ? " " + char.ToLowerInvariant(c) : i == 0 ? char.ToUpperInvariant(c).ToString() : c.ToString()))];
}

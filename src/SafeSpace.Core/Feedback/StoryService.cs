using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Feedback;

/// <summary>A story as it was told.</summary>
/// <param name="Person">Whose it is; null when they are not in the register or do not want it tied to their record.</param>
public sealed record StoryDetails(PersonId? Person, string? Words, NameShown NameShown, string? Name, IReadOnlyCollection<StoryPurpose> For, DateOnly? Until);

/// <summary>Stories: lent for a purpose, until a day, and taken back at any time.</summary>
public sealed class StoryService(GroupStore store)
{
    /// <returns>The secret of the paper they take home, shown once; null when the form was sent before.</returns>
    public async Task<string?> TellAsync(Guid id, StoryDetails details, Actor by)
    {
        var secret = Secrets.New();
        var hash = Secrets.HashOf(secret);
        return await store.Write("StoryTold", by, async unit =>
        {
            if (await unit.Db.Stories.FindAsync(id) is not null)
                return false;
            var story = new Story { Id = id, PersonId = details.Person, ToldOn = unit.Clock.DayOf(unit.Now), SecretHash = hash };
            Set(unit, story, details);
            unit.Db.Stories.Add(story);
            AddConsents(unit, story, details);
            return true;
        }) ? secret : null;
    }

    /// <summary>New words, another name, other purposes: as the person wishes now.</summary>
    /// <exception cref="StaleVersionException">Somebody else changed it first.</exception>
    public Task<bool> ChangeAsync(Guid id, Guid seen, StoryDetails details, Actor by) => store.Write("StoryChanged", by, async unit =>
    {
        if (await unit.Db.Stories.SingleOrDefaultAsync(s => s.Id == id && s.TakenBackAt == null) is not { } story)
            return false;
        Unit.Expect(story, seen);
        Set(unit, story, details);
        foreach (var old in await unit.Db.StoryConsents.Where(c => c.StoryId == id && c.TakenBackAt == null).ToListAsync())
            old.TakenBackAt = unit.Now;
        AddConsents(unit, story, details);
        return true;
    });

    /// <summary>Takes the whole story back. From this moment no page and no pack shows it; where it had gone stays listed.</summary>
    public Task<bool> TakeBackAsync(Guid id, Actor by) => store.Write("StoryTakenBack", by, async unit =>
        await unit.Db.Stories.FindAsync(id) is { } story && await TakeBackAsync(unit, story));

    /// <summary>By the person themselves, with the paper they took home.</summary>
    public Task<bool> TakeBackAsync(string secret)
    {
        var hash = Secrets.HashOf(secret);
        return store.Write("StoryTakenBack", new Actor(null, "whose story it is"), async unit =>
            await unit.Db.Stories.SingleOrDefaultAsync(s => s.SecretHash == hash) is { } story && await TakeBackAsync(unit, story));
    }

    /// <summary>Notes that it was used outside this program.</summary>
    public Task<bool> NoteUseAsync(Guid id, Guid story, StoryPurpose purpose, string where, Actor by) => store.Write("StoryUsed", by, async unit =>
    {
        var today = unit.Clock.DayOf(unit.Now);
        if (!await Lent(unit.Db, purpose, today).AnyAsync(s => s.Id == story))
            return false;
        if (await unit.Db.StoryUses.FindAsync(id) is null)
            unit.Db.StoryUses.Add(new StoryUse { Id = id, StoryId = story, Purpose = purpose, On = today, Where = unit.Seal(null, "story_use.where", id, where.Trim()) });
        return true;
    });

    /// <summary>Stories that may be used for this purpose today. Every page and pack asks here, each time.</summary>
    public static IQueryable<Story> Lent(GroupDb db, StoryPurpose purpose, DateOnly today)
    {
        var consents = db.StoryConsents.Where(c => c.Purpose == purpose && c.TakenBackAt == null && (c.Until == null || c.Until >= today));
        return db.Stories.AsNoTracking().Where(s => s.TakenBackAt == null && consents.Any(c => c.StoryId == s.Id));
    }

    public static Task<Story?> FindBySecretAsync(GroupDb db, string? secret)
    {
        var hash = Secrets.HashOf(secret ?? "");
        return db.Stories.AsNoTracking().SingleOrDefaultAsync(s => s.SecretHash == hash);
    }

    private static async Task<bool> TakeBackAsync(Unit unit, Story story)
    {
        story.TakenBackAt ??= unit.Now;
        foreach (var consent in await unit.Db.StoryConsents.Where(c => c.StoryId == story.Id && c.TakenBackAt == null).ToListAsync())
            consent.TakenBackAt = unit.Now;
        return true;
    }

    private static void Set(Unit unit, Story story, StoryDetails details)
    {
        story.NameShown = details.NameShown;
        story.Words = unit.Seal(story.PersonId, "story.words", story.Id, details.Words?.Trim());
        story.Name = unit.Seal(story.PersonId, "story.name", story.Id, details.NameShown == NameShown.NoName ? null : details.Name?.Trim());
    }

    private static void AddConsents(Unit unit, Story story, StoryDetails details)
    {
        foreach (var purpose in details.For.Distinct())
            unit.Db.StoryConsents.Add(new StoryConsent { Id = Ids.New(), StoryId = story.Id, Purpose = purpose, GivenOn = unit.Clock.DayOf(unit.Now), Until = details.Until });
    }
}

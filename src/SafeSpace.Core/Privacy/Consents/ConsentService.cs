using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Diary;
using SafeSpace.Core.Feedback;
using SafeSpace.Core.Register;
using SafeSpace.Core.Register.Consents;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Privacy.Consents;

/// <summary>What people agree or object to, use by use. A no is kept to at once.</summary>
public sealed class ConsentService(GroupStore store)
{
    /// <summary>Their word from now on; the one before ends.</summary>
    public Task SayAsync(Guid id, PersonId named, UseOfRecord use, Answered answer, DateOnly on, string? how, Actor by) =>
        store.Write(answer == Answered.Agrees ? "UseAgreed" : "UseObjected", by, async unit =>
        {
            if (await unit.Db.Consents.FindAsync(id) is not null || await ContactWriter.StandingAsync(unit, named) is not { } person)
                return;
            await EndAsync(unit, person, use, by);
            unit.Db.Consents.Add(new Consent { Id = id, PersonId = person, Use = use, Answer = answer, SaidOn = on, NotedAt = unit.Now, NotedById = by.Id, NotedByName = by.Name, How = unit.Seal(person, ConsentSets.How, id, how?.Trim()) });
            if (use == UseOfRecord.PublishedWords && answer == Answered.Objects)
                await TakeStoriesBackAsync(unit, person);
        });

    /// <summary>They took it back, whichever it was: from now on nothing was said.</summary>
    public Task TakeBackAsync(PersonId person, UseOfRecord use, Actor by) => store.Write("UseTakenBack", by, unit => EndAsync(unit, person, use, by));

    private static async Task EndAsync(Unit unit, PersonId person, UseOfRecord use, Actor by)
    {
        foreach (var before in await unit.Db.Consents.Where(c => c.PersonId == person && c.Use == use && c.EndedAt == null).ToListAsync())
            (before.EndedAt, before.EndedByName) = (unit.Now, by.Name);
    }

    /// <summary>Stories lent to who funds us and to anybody stand nowhere from this moment; our own group and training are not publishing.</summary>
    private static async Task TakeStoriesBackAsync(Unit unit, PersonId person)
    {
        var stories = unit.Db.Set<Story>().Where(s => s.PersonId == person).Select(s => s.Id);
        foreach (var consent in await unit.Db.Set<StoryConsent>().Where(c => stories.Contains(c.StoryId) && c.TakenBackAt == null && (c.Purpose == StoryPurpose.Funders || c.Purpose == StoryPurpose.Anybody)).ToListAsync())
            consent.TakenBackAt = unit.Now;
    }
}

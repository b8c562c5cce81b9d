using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Diary;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Register;
using SafeSpace.Core.Register.Search;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Binding;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.Modules.Diary.Shared;

namespace SafeSpace.Web.Modules.Diary.OnPaper;

/// <summary>A line that can be saved.</summary>
public sealed record PaperContact(ContactDetails Contact, Person Person, bool Keeps);

/// <summary>Reads the lines of a paper sheet: whom, when. What is not clear is said beside its field, and nothing is saved until all is.</summary>
public sealed class PaperReader(GroupDb db, GroupStore store, PersonSearch search, Viewer viewer, Texts texts)
{
    /// <summary>Everybody whose name was found, also on lines that cannot be saved: it is shown beside them.</summary>
    public HashSet<PersonId> Shown { get; } = [];

    /// <param name="form">Makes each line's id: the same form sent twice makes each contact once.</param>
    public async Task<IReadOnlyList<PaperContact>> ReadAsync(Guid form, DateOnly day, UserId? peer, IReadOnlyList<PaperLine> lines, ModelStateDictionary state)
    {
        var read = new List<PaperContact>();
        var (on, last) = (day, TimeOnly.MinValue);
        foreach (var (i, line) in lines.Index())
        {
            if (line.IsEmpty)
                continue;
            var person = await FindAsync(line, i, state);
            var known = TimeText.TryParse(line.Time, out var time);
            if (!known)
                state.AddModelError($"Lines[{i}].Time", texts["Write the time like 21:40."]);
            if (known && time < last && last.Hour >= 18 && time.Hour < 9)
                on = on.AddDays(1); // the night went over midnight
            (last, var minutes) = (known ? time : last, ReadMinutes(line, i, state));
            if (person is null || !known)
                continue;
            var contact = new ContactDetails
            {
                Id = new ContactId(LineId(form, i, line, $"{day:O} {peer}")),
                PersonId = person.Id,
                Kind = line.Kind,
                At = store.Clock.ToUtc(new LocalMoment(on, time)),
                Minutes = line.Kind.HasLength() ? minutes : null,
                PeerId = peer ?? viewer.Id,
                Words = line.Words,
            };
            foreach (var mistake in ContactRules.Check(contact, store.Clock.Now))
                state.AddModelError($"Lines[{i}].{FieldOf(mistake)}", texts[mistake.Sentence()]);
            read.Add(new PaperContact(contact, person, line.Keeps));
        }

        return read;
    }

    private async Task<Person?> FindAsync(PaperLine line, int i, ModelStateDictionary state)
    {
        var field = $"Lines[{i}].Who";
        var typed = line.Who?.Trim() ?? "";
        var seen = db.PeopleSeenBy(viewer).AsNoTracking();
        var asked = new[] { typed.ToUpperInvariant(), References.Read(store.Profile.ReferencePrefix, typed) }.OfType<string>().ToList();
        var found = typed.Length == 0 ? null : await seen.Where(p => asked.Contains(p.Reference)).FirstOrDefaultAsync();
        if (found is null && typed.Length > 0)
        {
            var hits = await search.FindAsync(typed, seen);
            var whole = hits.Where(h => string.Equals(h.FullName, typed, StringComparison.OrdinalIgnoreCase)).ToList();
            var one = whole.Count == 1 ? whole[0] : hits.Count == 1 ? hits[0] : null;
            if (one is null)
                state.AddModelError(field, hits.Count > 1 ? texts["Several people may be meant. Write the reference."] : texts["Nobody is found. Write the reference, or the whole name."]);
            else
                found = await seen.SingleOrDefaultAsync(p => p.Id == one.Id);
        }
        else if (typed.Length == 0)
        {
            state.AddModelError(field, texts["Please say who it was."]);
        }

        if (found is not null)
            Shown.Add(found.Id);
        line.Found = found?.ShortName();
        return found;
    }

    private int? ReadMinutes(PaperLine line, int i, ModelStateDictionary state)
    {
        if (string.IsNullOrWhiteSpace(line.Minutes))
            return null;
        if (MinutesText.TryParse(line.Minutes, out var minutes))
            return minutes;
        state.AddModelError($"Lines[{i}].Minutes", texts["Write the minutes as a number, like 15."]);
        return null;
    }

    private static string FieldOf(ContactMistake mistake) => mistake switch
    {
        ContactMistake.InTheFuture or ContactMistake.TooLongAgo => "Time",
        ContactMistake.MinutesBelowNothing or ContactMistake.MinutesLongerThanADay => "Minutes",
        _ => "Words",
    };

    /// <summary>
    /// The form's id with the line's number in its last byte and what it says in those before: version and time of the id stay. A line that
    /// was changed and sent again is an entry of its own, and not taken for the one that was saved.
    /// </summary>
    /// <param name="sheet">What the sheet says of all its lines: the day, and who it was.</param>
    private static Guid LineId(Guid form, int number, PaperLine line, string sheet)
    {
        var bytes = form.ToByteArray(bigEndian: true);
        var said = SHA256.HashData(Encoding.UTF8.GetBytes($"{sheet}\n{line.Who}\n{line.Time}\n{line.Kind}\n{line.Minutes}\n{line.Words}"));
        for (var i = 0; i < 6; i++)
            bytes[9 + i] ^= said[i];
        bytes[15] ^= (byte)(number + 1);
        return new Guid(bytes, bigEndian: true);
    }
}

using System.Runtime.InteropServices;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Community;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.SocialValue;

/// <summary>Which record book a kept count is of.</summary>
public enum CountedBook
{
    /// <summary>Seconds of leadership, on the Monday of their week.</summary>
    Hours,

    /// <summary>Peer supporters of a month that has a list of its own, on its last day.</summary>
    Levels,
    SignIns,

    /// <summary>Members who joined within a month, on its last day: what they add up to is who is there.</summary>
    Joined,
    Left,
    Crises,
}

/// <summary>So many of a book on a day at a level, as batches added them. A million sign-ins are two such rows a day.</summary>
public sealed class BookCount
{
    public Guid Id { get; set; }

    public CountedBook Book { get; set; }

    public DateOnly Day { get; set; }

    /// <summary>Of the day.</summary>
    public Month Month { get; set; }

    /// <summary>Empty for a sign-in nobody has said a day or half a day of.</summary>
    public string Level { get; set; } = "";

    public long Count { get; set; }
}

/// <summary>What the value statement counts, kept beside the record books by the batch writer.</summary>
public sealed class BookCounts : IKeptFigure
{
    public KeptTally Begin() => new Tally();

    public Task ForgetAsync(GroupDb db) => db.BookCounts.ExecuteDeleteAsync();

    /// <summary>What a row of a record book counts as; nothing for rows that do not count.</summary>
    internal static IEnumerable<(CountedBook Book, DateOnly Day, string Level, long Count)> Of(object? row) => row switch
    {
        CentreSignIn { TakenBackAt: null } visit => [(CountedBook.SignIns, visit.Day, visit.Session ?? "", 1)],
        LeaderHours { TakenBackAt: null } hours => [(CountedBook.Hours, hours.Week, hours.Level, hours.Seconds)],
        SupportLevel { StoppedAt: null } level => [(CountedBook.Levels, level.Month.LastDay, level.Level, 1)],
        CrisisEntry { TakenBackAt: null, Kind: { } kind } crisis => [(CountedBook.Crises, crisis.Day, kind, 1)],
        Member { OneWithId: not null } => [],
        Member { LeftOn: null } member => [(CountedBook.Joined, Month.Of(member.JoinedOn).LastDay, member.Network, 1)],
        Member { LeftOn: { } left } member =>
        [
            (CountedBook.Joined, Month.Of(member.JoinedOn).LastDay, member.Network, 1),
            (CountedBook.Left, Month.Of(left).LastDay, member.Network, 1),
        ],
        _ => [],
    };

    private sealed class Tally : KeptTally
    {
        private readonly Dictionary<(CountedBook, DateOnly, string), long> sums = [];

        public override void Add(RowChange change)
        {
            Count(change.Before, -1);
            Count(change.After, 1);
        }

        public override Task FlushAsync(GroupDb db)
        {
            foreach (var ((book, day, level), count) in sums.Where(s => s.Value != 0))
                db.BookCounts.Add(new BookCount { Id = Ids.New(), Book = book, Day = day, Month = Month.Of(day), Level = level, Count = count });
            return Task.CompletedTask;
        }

        private void Count(object? row, int sign)
        {
            foreach (var (book, day, level, count) in Of(row))
                CollectionsMarshal.GetValueRefOrAddDefault(sums, (book, day, level), out _) += sign * count;
        }
    }
}

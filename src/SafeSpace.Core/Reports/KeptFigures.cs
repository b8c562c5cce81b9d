using System.Runtime.InteropServices;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Diary;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Reports;

/// <summary>Contacts by month and kind.</summary>
public sealed class ContactMonths : IKeptFigure
{
    public KeptTally Begin() => new Tally();

    public Task ForgetAsync(GroupDb db) => db.ContactMonths.ExecuteDeleteAsync();

    private sealed class Tally : KeptTally
    {
        private readonly Dictionary<(Month, ContactKind), (int Contacts, long Minutes, int Unknown)> sums = [];

        public override void Add(RowChange change)
        {
            Count(change.Before as Contact, -1);
            Count(change.After as Contact, 1);
        }

        public override Task FlushAsync(GroupDb db)
        {
            foreach (var ((month, kind), (contacts, minutes, unknown)) in sums.Where(s => s.Value != default))
                db.ContactMonths.Add(new ContactMonth { Id = Ids.New(), Month = month, Kind = kind, Contacts = contacts, Minutes = minutes, MinutesUnknown = unknown });
            return Task.CompletedTask;
        }

        private void Count(Contact? contact, int sign)
        {
            if (contact is null || contact.CorrectedById is not null)
                return;
            ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(sums, (Month.Of(contact.Day), contact.Kind), out _);
            sum = (sum.Contacts + sign, sum.Minutes + (sign * (contact.Minutes ?? 0)), sum.Unknown + (contact.Minutes is null ? sign : 0));
        }
    }
}

/// <summary>Calls and contacts by person and month, and in all months together.</summary>
public sealed class PersonMonths : IKeptFigure
{
    public KeptTally Begin() => new Tally();

    public Task ForgetAsync(GroupDb db) => db.PersonMonths.ExecuteDeleteAsync();

    private sealed class Tally : KeptTally
    {
        private const string AddTo = """
            INSERT INTO person_month (person_id, month, calls, contacts) VALUES ($1, $2, $3, $4)
            ON CONFLICT (month, person_id) DO UPDATE SET calls = person_month.calls + excluded.calls, contacts = person_month.contacts + excluded.contacts
            """;

        private readonly Dictionary<(PersonId, Month), (int Calls, int Contacts)> sums = [];

        public override void Add(RowChange change)
        {
            Count(change.Before as Contact, -1);
            Count(change.After as Contact, 1);
        }

        /// <summary>In the order of their ids, so that two nodes never wait for each other.</summary>
        public override Task FlushAsync(GroupDb db)
        {
            var sqlite = db.Database.IsSqlite();
            return EachRow.RunAsync(db, AddTo, [.. sums.Where(s => s.Value != default).OrderBy(s => s.Key.Item1.Value).ThenBy(s => s.Key.Item2)
                .Select(s => new object[] { sqlite ? s.Key.Item1.Value.ToByteArray(true) : s.Key.Item1.Value, s.Key.Item2.Key, s.Value.Calls, s.Value.Contacts })]);
        }

        private void Count(Contact? contact, int sign)
        {
            if (contact?.PersonId is not { } person || contact.CorrectedById is not null)
                return;
            Bump(person, Month.Of(contact.Day), contact.Kind.IsCall() ? sign : 0, sign);
            Bump(person, PersonMonth.All, contact.Kind.IsCall() ? sign : 0, sign);
        }

        private void Bump(PersonId person, Month month, int calls, int contacts)
        {
            ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(sums, (person, month), out _);
            sum = (sum.Calls + calls, sum.Contacts + contacts);
        }
    }
}

/// <summary>Spells opened and closed by day.</summary>
public sealed class SpellDays : IKeptFigure
{
    public KeptTally Begin() => new Tally();

    public Task ForgetAsync(GroupDb db) => db.SpellDays.ExecuteDeleteAsync();

    private sealed class Tally : KeptTally
    {
        private readonly Dictionary<DateOnly, (int Opened, int Closed)> sums = [];

        public override void Add(RowChange change)
        {
            Count(change.Before as Spell, -1);
            Count(change.After as Spell, 1);
        }

        public override Task FlushAsync(GroupDb db)
        {
            foreach (var (day, (opened, closed)) in sums.Where(s => s.Value != default))
                db.SpellDays.Add(new SpellDay { Id = Ids.New(), Day = day, Opened = opened, Closed = closed });
            return Task.CompletedTask;
        }

        /// <summary>A spell that closes on the day it opened is open on no day, as the rule says.</summary>
        private void Count(Spell? spell, int sign)
        {
            if (spell is null)
                return;
            Bump(spell.OpenedOn, sign, 0);
            if (spell.ClosedOn is { } closed)
                Bump(closed, 0, sign);
        }

        private void Bump(DateOnly day, int opened, int closed)
        {
            ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(sums, day, out _);
            sum = (sum.Opened + opened, sum.Closed + closed);
        }
    }
}

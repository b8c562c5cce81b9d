using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Diary;
using SafeSpace.Core.Referrals;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Reports;

/// <summary>
/// When the person of each referral that was taken on was first tried and first spoken with, in the spell it opened. A new contact can only
/// bring the moments forward, so it is held against what is kept; whatever else changes, somebody's referrals are worked out anew.
/// What was worked out of the months whose waits changed is thrown away in the same transaction.
/// </summary>
public sealed class Reaches : IKeptFigure
{
    private static readonly string Answering = Quoted(kind => kind.IsAnswered());
    private static readonly string Trying = Quoted(kind => kind.IsAnswered() || kind == ContactKind.NoAnswer);

    /// <summary>As <c>Monitoring.Waits</c> has it; from being taken on (from its day on, where a spreadsheet knew no time) until the spell closed.</summary>
    private static readonly string Counts = $"""
        r.kind <> 'Double' AND r.outcome NOT IN ('Waiting', 'PointedElsewhere', 'NotNow')
            AND c.corrected_by_id IS NULL AND c.kind IN ({Trying}) AND c.day >= r.day AND (r.channel = 'Import' OR r.decided_at IS NULL OR c.at >= r.decided_at)
            AND NOT EXISTS (SELECT 1 FROM spell s WHERE s.id = r.spell_id AND s.closed_on < c.day)
        """;

    private const string TheEarlier = """
        ON CONFLICT (referral_id) DO UPDATE SET
            tried_at = CASE WHEN excluded.tried_at < referral_reach.tried_at THEN excluded.tried_at ELSE referral_reach.tried_at END,
            answered_at = CASE WHEN referral_reach.answered_at IS NULL OR excluded.answered_at < referral_reach.answered_at THEN excluded.answered_at ELSE referral_reach.answered_at END
        WHERE excluded.tried_at < referral_reach.tried_at
            OR (excluded.answered_at IS NOT NULL AND (referral_reach.answered_at IS NULL OR excluded.answered_at < referral_reach.answered_at))
        """;

    private static readonly string OfContact = $"""
        INSERT INTO referral_reach (referral_id, tried_at, answered_at)
        SELECT r.id, c.at, CASE WHEN c.kind IN ({Answering}) THEN c.at END FROM contact c JOIN referral r ON r.person_id = c.person_id
        WHERE c.id = $1 AND {Counts}
        {TheEarlier}
        """;

    private const string AwayOfPerson = "DELETE FROM referral_reach WHERE referral_id IN (SELECT id FROM referral WHERE person_id = $1)";

    private static readonly string OfPerson = $"""
        INSERT INTO referral_reach (referral_id, tried_at, answered_at)
        SELECT r.id, min(c.at), min(CASE WHEN c.kind IN ({Answering}) THEN c.at END) FROM referral r JOIN contact c ON c.person_id = r.person_id
        WHERE r.person_id = $1 AND {Counts} GROUP BY r.id
        {TheEarlier}
        """;

    private const string Changed = """
        INSERT INTO wait_month (month, changes) VALUES ($1, 1)
        ON CONFLICT (month) DO UPDATE SET changes = wait_month.changes + 1, hours = NULL, waits = NULL
        """;

    public KeptTally Begin() => new Tally();

    public async Task ForgetAsync(GroupDb db)
    {
        await db.Reaches.ExecuteDeleteAsync();
        // Changes go on being counted: a job that began before must not find the number it began with.
        await db.WaitMonths.ExecuteUpdateAsync(m => m.SetProperty(x => x.Changes, x => x.Changes + 1).SetProperty(x => x.Hours, (byte[]?)null).SetProperty(x => x.Waits, (byte[]?)null));
    }

    private static string Quoted(Func<ContactKind, bool> which) => string.Join(", ", Enum.GetValues<ContactKind>().Where(which).Select(kind => $"'{kind}'"));

    private sealed class Tally : KeptTally
    {
        /// <summary>Contacts of one person in a batch, on the whole, from which it is quicker to read all that person's than to hold each against what is kept.</summary>
        private const int Many = 4;

        private const int FewEnoughToAsk = 400;

        private readonly Dictionary<ContactId, PersonId> contacts = [];
        private readonly HashSet<PersonId> anew = [];
        private readonly HashSet<PersonId> referred = [];
        private readonly HashSet<PersonId> made = [];
        private readonly HashSet<Month> months = [];

        public override void Add(RowChange change)
        {
            switch (change.Before ?? change.After)
            {
                case Person person when change.Before is null:
                    made.Add(person.Id);
                    break;
                case Contact when change is { Before: null, After: Contact { CorrectedById: null, CorrectsId: null, PersonId: { } person } contact }:
                    if (contact.Kind.IsAnswered() || contact.Kind == ContactKind.NoAnswer)
                        contacts[contact.Id] = person;
                    break;
                case Contact:
                    Anew((change.Before as Contact)?.PersonId, (change.After as Contact)?.PersonId);
                    break;
                case Referral referral when change.Before is null:
                    referred.Add(referral.PersonId);
                    Waits(referral);
                    break;
                case Referral:
                    Waits(change.Before as Referral);
                    Waits(change.After as Referral);
                    Anew((change.Before as Referral)?.PersonId, (change.After as Referral)?.PersonId);
                    break;
                case Spell when change.Before is not null:
                    Anew((change.Before as Spell)?.PersonId, (change.After as Spell)?.PersonId);
                    break;
            }
        }

        /// <summary>Nobody else counts meanwhile: see <c>WriterBatch</c>. A new referral of somebody who came with this batch has no contacts from before.</summary>
        public override async Task FlushAsync(GroupDb db)
        {
            var sqlite = db.Database.IsSqlite();
            var met = contacts.Values.ToHashSet();
            anew.UnionWith(referred.Except(made));
            if (contacts.Count >= Many * met.Count)
                anew.UnionWith(met);
            List<object[]> people = [.. anew.Select(p => p.Value).Order().Select(Key)];
            await EachRow.RunAsync(db, AwayOfPerson, people);
            await EachRow.RunAsync(db, OfPerson, people);
            List<KeyValuePair<ContactId, PersonId>> others = [.. contacts.Where(c => !anew.Contains(c.Value)).OrderBy(c => c.Value.Value)];
            var moved = await EachRow.RunAsync(db, OfContact, [.. others.Select(c => Key(c.Key.Value))]);
            await ForgetMonthsAsync(db, [.. anew, .. others.Where((_, i) => moved[i]).Select(c => c.Value)]);

            object[] Key(Guid id) => [sqlite ? id.ToByteArray(true) : id];
        }

        /// <summary>Months in which these people were referred, and those of referrals that came, went or changed.</summary>
        private async Task ForgetMonthsAsync(GroupDb db, HashSet<PersonId> people)
        {
            foreach (var some in people.Except(made).Chunk(FewEnoughToAsk))
                months.UnionWith((await db.Referrals.Where(r => some.Contains(r.PersonId)).Select(r => r.Day).Distinct().ToListAsync()).Select(Month.Of));
            await EachRow.RunAsync(db, Changed, [.. months.Order().Select(m => new object[] { m.Key })]);
        }

        private void Waits(Referral? referral)
        {
            if (referral is not null && Monitoring.Waits.Counts(referral))
                months.Add(Month.Of(referral.Day));
        }

        private void Anew(params ReadOnlySpan<PersonId?> people)
        {
            foreach (var person in people)
                if (person is { } one)
                    anew.Add(one);
        }
    }
}

using System.Runtime.InteropServices;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Referrals;
using SafeSpace.Core.Register.Counting;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Reports;

/// <summary>Referrals by day, kind, outcome and team.</summary>
public sealed class ReferralDays : IKeptFigure
{
    public KeptTally Begin() => new Tally();

    public Task ForgetAsync(GroupDb db) => db.ReferralDays.ExecuteDeleteAsync();

    private sealed class Tally : KeptTally
    {
        private readonly Dictionary<(DateOnly, ReferralKind, ReferralOutcome, string?), int> sums = [];

        public override void Add(RowChange change)
        {
            Count(change.Before as Referral, -1);
            Count(change.After as Referral, 1);
        }

        public override Task FlushAsync(GroupDb db)
        {
            foreach (var ((day, kind, outcome, team), referrals) in sums.Where(s => s.Value != 0))
                db.ReferralDays.Add(new ReferralDay { Id = Ids.New(), Day = day, Kind = kind, Outcome = outcome, Team = team, Referrals = referrals });
            return Task.CompletedTask;
        }

        private void Count(Referral? referral, int sign)
        {
            if (referral is null)
                return;
            CollectionsMarshal.GetValueRefOrAddDefault(sums, (referral.Day, referral.Kind, referral.Outcome, referral.Team), out _) += sign;
        }
    }
}

using SafeSpace.Core.Access;
using SafeSpace.Core.Community;
using SafeSpace.Core.Connections;
using SafeSpace.Core.Connections.Counselling;
using SafeSpace.Core.Connections.Hospital;
using SafeSpace.Core.Data;
using SafeSpace.Core.Desk.Directing;
using SafeSpace.Core.Desk.Wall;
using SafeSpace.Core.Desk;
using SafeSpace.Core.Diary;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.FollowUp.Died;
using SafeSpace.Core.Help;
using SafeSpace.Core.Network;
using SafeSpace.Core.Peers;
using SafeSpace.Core.Privacy.Erasing;
using SafeSpace.Core.Referrals;
using SafeSpace.Core.Register;
using SafeSpace.Core.Register.Died;
using SafeSpace.Core.Register.Duplicates;
using SafeSpace.Core.Reports;
using SafeSpace.Core.Shared;
using SafeSpace.Core.SocialValue;

namespace SafeSpace.Core;

/// <summary>Puts the core together: which engine, which kept figures, what a new group starts with.</summary>
public static class House
{
    public static readonly IReadOnlyList<IKeptFigure> KeptFigures = [new ContactMonths(), new PersonMonths(), new SpellDays(), new ReferralDays(), new FactorDays(), new Reaches(), new ReferredMonths(), new BookCounts()];

    /// <summary>What modules put right when two records are joined or parted; in this order, because first contacts and crises follow from spells.</summary>
    public static readonly IReadOnlyList<IMergeStep> MergeSteps = [new CountAnew(), new FirstAnswered(), new TiesOfOnePerson(), new DirectionsOfOnePerson(), new OneMembership(), new OneCrisis(), new HelpOfOnePerson()];

    /// <summary>What follows when an account is closed, or does something else here: nobody waits for somebody who is gone, and no wall falls.</summary>
    public static readonly IReadOnlyList<IAccountStep> AccountSteps = [new PlacesOfWhoLeft(), new DirectionsOfWhoLeft(), new RoundsOfWhoLeft(), new CounsellorsWhoLeft(), new WallOfWhoSteppedBack()];

    /// <summary>What happened since a case was closed, when that is undone.</summary>
    public static readonly IReadOnlyList<IReopenStep> ReopenSteps = [new PartedSince(), new HomeSince()];

    /// <summary>What stops at once when somebody has died, and starts again when it was a mistake. A module that promises, sends or links adds its step.</summary>
    public static readonly IReadOnlyList<IDeathStep> DeathSteps = [new DeathInFollowUp(), new DeathInRegister(), new DeathAtDesk(), new DeathInHelp(), new DeathBehindDoors(), new DeathInCommunity()];

    /// <summary>Counts what is kept again from the rows, for <c>verify</c>.</summary>
    public static readonly IReadOnlyList<Func<GroupDb, GroupClock, Task<IReadOnlyList<string>>>> Recounts = [KeptRecount.RunAsync, (db, _) => BookRecount.RunAsync(db), (db, _) => HelpRecount.RunAsync(db)];

    /// <param name="dataFolder">Keys and uploaded files; on SQLite also the stores.</param>
    /// <param name="database">A PostgreSQL connection string, or null for SQLite.</param>
    public static Stores Open(string dataFolder, string? database, TimeProvider time) =>
        new(Engine.For(dataFolder, database), new GroupKeys(dataFolder), time, KeptFigures) { Starters = [GroupLists.StartAsync, ItemService.StartAsync], EraseAgain = ErasureService.EraseAgainAsync, AllStand = RegisterSets.AllStandAsync };
}

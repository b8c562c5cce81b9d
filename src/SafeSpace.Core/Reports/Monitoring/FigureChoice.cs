using SafeSpace.Core.Connections;
using SafeSpace.Core.Diary;
using SafeSpace.Core.Help;
using SafeSpace.Core.Referrals;
using SafeSpace.Core.Register;

namespace SafeSpace.Core.Reports.Monitoring;

/// <summary>One figure of a report, to be opened to its rows.</summary>
/// <param name="Figure">One of <see cref="FigureRows.Names"/>.</param>
/// <param name="Period">The report's period, or one month of it.</param>
/// <param name="Of">Narrower: a team's code (<see cref="FigureRows.NoTeam"/> for none), a kind of contact, words of a gender, a factor's code, a code of what was given, a band of calls ("2-4", "50-").</param>
public sealed record FigureChoice(string Figure, ReportPeriod Period, string? Of = null);

/// <summary>The rows behind a figure: exactly one of them is there. Not yet ordered.</summary>
public sealed record FigureSource(IQueryable<Referral>? Referrals = null, IQueryable<Contact>? Contacts = null, IQueryable<Person>? People = null, IQueryable<HelpGiven>? Help = null, IQueryable<Connection>? Connections = null);

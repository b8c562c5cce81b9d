using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Connections;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Modules.Connections.Shared;

namespace SafeSpace.Web.Modules.Connections.Connection;

/// <summary>One connection: where it stands, what left the house, appointments, and what came of it.</summary>
[Needs(Permission.SeePeople)]
public sealed class IndexModel(DoorTools tools) : ConnectionPage(tools)
{
    public string? Kind => Labels.Of(GroupList.PartnerKind, Connection.Kind);

    public string? Next { get; private set; }

    public string? Sent { get; private set; }

    public string? EndWords { get; private set; }

    public DateOnly Today => Clock.Today;

    public DateTime Now => Clock.Now;

    public bool TooLate => Connection.IsTooLate(Today);

    public IReadOnlyList<Row> Appointments { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        if (await LoadAsync(open: false) is { } answer)
            return answer;
        Next = await NextWordsAsync(Id);
        Sent = Unsealed(ConnectionWords.Sent, Id, Connection.SentWords);
        EndWords = Unsealed(ConnectionWords.Refused, Id, Connection.RefusedWords) ?? Unsealed(ConnectionWords.Outcome, Id, Connection.OutcomeWords);
        var rows = await Db.Appointments.AsNoTracking().Where(a => a.ConnectionId == Id).OrderBy(a => a.At).ToListAsync();
        var slots = rows.Select(r => r.SlotId).OfType<Guid>().ToList();
        var with = slots.Count == 0 ? [] : await Db.CounsellingSlots.Where(s => slots.Contains(s.Id)).Join(Db.Counsellors, s => s.CounsellorId, c => c.Id, (s, c) => new { s.Id, c.Name }).ToDictionaryAsync(s => s.Id, s => s.Name);
        Appointments = [.. rows.Select(r => new Row(r.Id, r.At, r.State, r.SlotId is { } slot ? with.GetValueOrDefault(slot) : null))];
        return Page();
    }

    public sealed record Row(Guid Id, DateTime At, AppointmentState State, string? With);
}

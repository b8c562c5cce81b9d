using SafeSpace.Core.Data;
using SafeSpace.Core.Desk.Directing;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.Modules.Diary.Shared;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Desk.Yours;

/// <summary>"Yours" with its words opened.</summary>
public sealed record YoursView(IReadOnlyList<YoursView.Row> Rows, long Version)
{
    public static YoursView Of(IEnumerable<DirectedTo> directed, long version, GroupClock clock, Texts texts, Vault vault) => new([.. directed.Select(d => new Row(
        d.Direction.Id,
        d.Person?.Reference,
        d.Person?.ShortName() ?? (vault.Open(DirectingService.Caller, d.Direction.Id, d.Direction.Caller) is { Length: > 0 } caller ? caller : texts["somebody we do not know"]),
        d.GivenBy is { } by ? texts["from {0}, {1}", by, Spoken.Ago(d.Direction.GivenAt, clock, texts)] : Spoken.Ago(d.Direction.GivenAt, clock, texts),
        vault.Open(DirectingService.Note, d.Direction.Id, d.Direction.Note),
        d.Person is null ? [] : BeforeRinging.Lines(vault, d.Person).ToList(),
        PeopleOnPages.Dialled(d.Phone),
        d.Direction.State == DirectionState.Accepted))], version);

    public sealed record Row(Guid Id, string? Reference, string Name, string From, string? Note, IReadOnlyList<string> ToKnow, string? Dialled, bool Accepted);
}

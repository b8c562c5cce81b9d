using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Words;

namespace SafeSpace.Web.Modules.Access;

/// <summary>What happened with accounts, in sentences, the newest first.</summary>
public sealed record Happened(IReadOnlyList<Happened.Row> Rows, Guid? Earlier)
{
    private const int OnAPage = 50;

    /// <param name="whose">Null for all accounts.</param>
    /// <param name="before">The last row of the page before; null for the newest.</param>
    public static async Task<Happened> ReadAsync(GroupDb db, Texts texts, UserId? whose, Guid? before)
    {
        var events = db.AccountEvents.AsNoTracking();
        if (whose is { } one)
            events = events.Where(e => e.UserId == one);
        if (before is { } last)
            events = events.Where(e => e.Id.CompareTo(last) < 0);
        var rows = await events.OrderByDescending(e => e.Id).Take(OnAPage + 1).ToListAsync();
        var ids = rows.SelectMany(r => new[] { (Guid?)r.UserId.Value, r.ById?.Value }).OfType<Guid>().Distinct().ToList();
        var names = await db.Users.AsNoTracking().Where(u => ids.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName);
        var shown = rows.Take(OnAPage).ToList();
        return new Happened(
            [.. shown.Select(e => new Row(e.At, Sentence(e, texts), names.GetValueOrDefault(e.UserId.Value, ""), e.UserId.Value, By(e, names, texts)))],
            rows.Count > OnAPage ? shown[^1].Id : null);
    }

    /// <summary>Who did it, where it was not the account's owner.</summary>
    private static string? By(AccountEvent e, Dictionary<Guid, string> names, Texts texts) =>
        e.ById == e.UserId || e.ByName == Actor.System.Name ? null
        : e.ById is { } id ? names.GetValueOrDefault(id.Value, e.ByName)
        : e.ByName == Actor.CommandLine.Name ? texts["whoever runs the machine"] : e.ByName;

    private static string Sentence(AccountEvent e, Texts texts) => e.Kind switch
    {
        AccountEventKind.Made => texts["The account was made: {0}.", Roles(e, texts)],
        AccountEventKind.RolesChanged => texts["What it may do was changed: {0}.", Roles(e, texts)],
        AccountEventKind.Renamed => texts["The name was changed."],
        AccountEventKind.LinkMade => texts["A link to set it up was made."],
        AccountEventKind.SetUp => texts["It was set up by a link."],
        AccountEventKind.SetUpAnew => texts["It was set up by a link. Every way in from before ended."],
        AccountEventKind.PasswordChanged => texts["The password was changed."],
        AccountEventKind.CodeSetUp => texts["A phone for the codes was set up."],
        AccountEventKind.CodeChanged => texts["Another phone for the codes was set up."],
        AccountEventKind.RecoveryCodesMade => texts["New recovery codes were made."],
        AccountEventKind.RecoveryCodeUsed => texts["A recovery code was used to sign in."],
        AccountEventKind.PinSet => texts["A PIN was chosen."],
        AccountEventKind.PinRemoved => texts["The PIN was taken away."],
        AccountEventKind.PasskeyAdded => texts["A passkey was added: {0}.", Where(e, texts)],
        AccountEventKind.PasskeyRemoved => texts["A passkey was removed: {0}.", Where(e, texts)],
        AccountEventKind.DeviceRemembered => texts["A phone is remembered from then on: {0}.", Where(e, texts)],
        AccountEventKind.DeviceForgotten => texts["A remembered phone was forgotten: {0}.", Where(e, texts)],
        AccountEventKind.SignedOut => texts["It was signed out from afar: {0}.", Where(e, texts)],
        AccountEventKind.SignedOutEverywhere => texts["It was signed out everywhere."],
        AccountEventKind.Waiting => texts["Too many wrong tries: nobody could sign in with it for ten minutes."],
        AccountEventKind.Closed => texts["The account was closed."],
        _ => texts["The account was opened again."],
    };

    private static string Where(AccountEvent e, Texts texts) => e.What ?? texts["A browser"];

    private static string Roles(AccountEvent e, Texts texts) => string.Join(", ", (e.What ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Select(r => texts[r]));

    /// <param name="By">Null where it was the account's owner, or nobody.</param>
    public sealed record Row(DateTime At, string What, string Whose, Guid Account, string? By);
}

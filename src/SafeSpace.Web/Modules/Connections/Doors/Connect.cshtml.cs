using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Connections;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Modules.Connections.Shared;
using SafeSpace.Web.Modules.Register.Shared;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Connections.Doors;

/// <summary>One person to one door: what for, and what may be shared.</summary>
[Needs(Permission.LogContacts)]
public sealed class ConnectModel(DoorTools tools, ConnectionService connections) : DoorPage(tools)
{
    /// <summary>An entry of the directory; empty for a door that is not in it.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Partner { get; set; }

    [BindProperty]
    public string? Called { get; set; }

    [BindProperty]
    public string? Kind { get; set; }

    [BindProperty]
    public string? What { get; set; }

    [BindProperty]
    public string[] Shares { get; set; } = [];

    public override bool GoesOn => false;

    /// <summary>So many fit a list on a phone; of a longer directory those whom we asked lately stand here, and the others are chosen in the directory.</summary>
    private const int MostToChoose = 150;

    public bool DirectoryIsLong { get; private set; }

    public IReadOnlyList<Choice> Partners { get; private set; } = [];

    public IReadOnlyList<Choice> Kinds { get; private set; } = [];

    public IReadOnlyList<Choice> Sharing => ShareWords.Choices(T);

    /// <param name="like">A connection whose door has closed or said no: asked at another door, the words are there already.</param>
    public async Task<IActionResult> OnGetAsync(Guid? like)
    {
        if (await LoadAsync() is { } answer)
            return answer;
        NextOn = Clock.Today.AddDays(1);
        Shares = [nameof(Share.Name), nameof(Share.Phone)];
        if (like is { } id && await Db.Connections.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id && c.PersonId == Person.Id) is { } before)
        {
            What = Unsealed(ConnectionWords.What, id, before.What);
            Shares = [.. Core.Connections.Sharing.Read(before.Shares).Select(s => s.ToString())];
            Kind = before.Kind;
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } answer)
            return answer;
        Need(nameof(What), What, "Please write what they need there. A line is enough.");
        Guid? partner = Guid.TryParse(Partner, out var chosen) ? chosen : null;
        if (partner is null)
            Need(nameof(Called), Called, "Please choose a service, or write what it is called.", WrittenText.Line);
        else
            Check(nameof(Called), Called, WrittenText.Line);
        CheckChosen(nameof(Kind), Kind, Kinds, needed: false);
        var next = ReadNext();
        if (!ModelState.IsValid || next is null)
            return Mistaken();
        var id = NewId;
        var shares = Shares.Where(s => Enum.TryParse<Share>(s, out _)).Select(Enum.Parse<Share>).ToList();
        return Answer(await connections.AskAsync(id, Person.Id, new ConnectionDetails(partner, Called, Empty(Kind), What!, shares), next, Viewer.Actor), $"~/connections/{id}");
    }

    private static string? Empty(string? code) => string.IsNullOrEmpty(code) ? null : code;

    private async Task<IActionResult?> LoadAsync()
    {
        Kinds = (await ListLabels.LoadAsync(Db, GroupList.PartnerKind)).Choices(GroupList.PartnerKind);
        var open = await Db.Partners.AsNoTracking().Where(p => p.ClosedAt == null).Select(p => new { p.Id, p.Name }).ToListAsync();
        if (open.Count > MostToChoose)
        {
            DirectoryIsLong = true;
            var since = Clock.Today.AddYears(-1);
            var lately = (await Db.Connections.Where(c => c.AskedOn >= since && c.PartnerId != null).Select(c => c.PartnerId).Distinct().ToListAsync()).ToHashSet();
            open = [.. open.Where(p => lately.Contains(p.Id) || p.Id.ToString() == Partner)];
        }

        Partners = [.. open.OrderBy(p => p.Name, StringComparer.CurrentCultureIgnoreCase).Select(p => new Choice(p.Id.ToString(), p.Name))];
        return await FindLivingAsync("connect");
    }
}

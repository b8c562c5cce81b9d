using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Community;
using SafeSpace.Core.Data;
using SafeSpace.Core.Desk;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.Modules.SocialValue;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Community.Doors;

/// <summary>Addresses for the tablet at the door. Each is shown once, and can be ended.</summary>
[Needs(Permission.KeepBooks)]
public sealed class IndexModel(GroupDb db, GroupClock clock, DoorService doors, Viewer viewer, Texts texts) : BookPage(clock, texts)
{
    private const int LongestLabel = 80;

    [BindProperty]
    public string? Label { get; set; }

    [BindProperty]
    public Guid? Site { get; set; }

    public IReadOnlyList<DoorAddress> Doors { get; private set; } = [];

    public IReadOnlyList<Choice> Sites { get; private set; } = [];

    /// <summary>The whole address of a new door: shown this once.</summary>
    public string? Address { get; private set; }

    public Task OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await ShowAsync();
        if (string.IsNullOrWhiteSpace(Label) || Label.Trim().Length > LongestLabel || Label.Any(char.IsControl))
        {
            Wrong(nameof(Label), "Say where it is, in at most 80 letters.");
            return await AgainAsync(ShowAsync);
        }

        var secret = await doors.OpenDoorAsync(Label, Sites.Any(s => s.Value == Site?.ToString()) ? Site : null, viewer.Actor);
        Address = $"{Request.Scheme}://{Request.Host}{Url.Content($"~/door/{secret}")}";
        ModelState.Clear();
        Label = null;
        await ShowAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostEndAsync(Guid id) => await doors.EndDoorAsync(id, viewer.Actor) ? Saved() : NotFound();

    private async Task ShowAsync()
    {
        Doors = await db.DoorAddresses.AsNoTracking().Where(d => d.EndedAt == null).OrderBy(d => d.MadeAt).ToListAsync();
        Sites = [.. (await db.Sites.Where(s => s.EndedAt == null).AsNoTracking().OrderBy(s => s.Name).ToListAsync()).Select(s => new Choice(s.Id.ToString(), s.Name))];
    }
}

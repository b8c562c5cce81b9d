using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.FollowUp.Safeguarding;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.FollowUp.Emergency;

/// <summary>One entry: when, what to do, whom to ring, and who sees to it that it stays true.</summary>
[Needs(Permission.EditEmergency)]
public sealed class StepModel(GroupDb db, GroupClock clock, EmergencySteps steps, Viewer viewer, Texts texts) : PageModel
{
    private const int LongestToDo = 1500;

    private static readonly Role[] MayOwn = [Role.Facilitator, Role.Supervisor, Role.Coordinator];

    /// <summary>"new", or the id of the entry.</summary>
    [BindProperty(SupportsGet = true)]
    public string Which { get; set; } = "new";

    [BindProperty]
    public Guid FormId { get; set; }

    [BindProperty]
    public Guid Version { get; set; }

    [BindProperty]
    public string? When { get; set; }

    [BindProperty]
    public string? WhatToDo { get; set; }

    [BindProperty]
    public string? RingName { get; set; }

    [BindProperty]
    public string? RingPhone { get; set; }

    [BindProperty]
    public Guid? Owner { get; set; }

    public Guid? Id { get; private set; }

    public IReadOnlyList<Choice> Owners { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        if (await LoadAsync() is not { } found)
            return NotFound();
        if (found.Step is { } step)
            (When, WhatToDo, RingName, RingPhone, Owner, Version) = (step.When, step.WhatToDo, step.RingName, step.RingPhone, step.OwnerId.Value, step.Version);
        Owner ??= viewer.Id?.Value;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is null)
            return NotFound();
        if (string.IsNullOrWhiteSpace(When))
            ModelState.AddModelError(nameof(When), texts["Please say when this is for."]);
        if (string.IsNullOrWhiteSpace(WhatToDo))
            ModelState.AddModelError(nameof(WhatToDo), texts["Please say what to do."]);
        if (Owners.All(o => o.Value != Owner?.ToString()))
            ModelState.AddModelError(nameof(Owner), texts["Please choose somebody from the list."]);
        foreach (var mistake in new[]
        {
            WrittenText.Check(nameof(When), When, WrittenText.Line), WrittenText.Check(nameof(WhatToDo), WhatToDo, LongestToDo),
            WrittenText.Check(nameof(RingName), RingName, WrittenText.Line), WrittenText.Check(nameof(RingPhone), RingPhone, 40),
        }.OfType<Mistake>())
            ModelState.AddModelError(mistake.Field, texts[mistake.Sentence, [.. mistake.Values]]);
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        var details = new EmergencyDetails(When!, WhatToDo!, RingName, RingPhone, new UserId(Owner!.Value));
        if (Id is { } id)
            await steps.ChangeAsync(id, Version, details, viewer.Actor);
        else
            await steps.AddAsync(FormId == Guid.Empty ? Ids.New() : FormId, details, viewer.Actor);
        return Saved();
    }

    public async Task<IActionResult> OnPostEndAsync()
    {
        if (await LoadAsync() is null || Id is not { } id)
            return NotFound();
        await steps.EndAsync(id, viewer.Actor);
        return Saved();
    }

    private RedirectToPageResult Saved()
    {
        this.MarkSaved(clock.Now);
        return RedirectToPage("Edit");
    }

    private sealed record Found(EmergencyStep? Step);

    private async Task<Found?> LoadAsync()
    {
        var roles = db.UserRoles.Where(r => MayOwn.Contains(r.Role)).Select(r => r.UserId);
        var ids = await roles.ToListAsync();
        Owners = [.. (await db.Users.AsNoTracking().Where(u => u.RetiredAt == null).OrderBy(u => u.DisplayName).Select(u => new { u.Id, u.DisplayName }).ToListAsync())
            .Where(u => ids.Contains(new UserId(u.Id))).Select(u => new Choice(u.Id.ToString(), u.DisplayName))];
        if (Which == "new")
            return new Found(null);
        var step = Guid.TryParse(Which, out var id) ? await db.EmergencySteps.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id && s.EndedAt == null) : null;
        Id = step?.Id;
        return step is null ? null : new Found(step);
    }
}

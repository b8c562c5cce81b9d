using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Governance;
using SafeSpace.Core.Network;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Governance.Settings;

/// <summary>What the group says of itself. Two people at once: the second sees both and loses nothing.</summary>
[Needs(Permission.EditGroup)]
public sealed class IndexModel(GroupDb db, GroupStore store, GroupSettings settings, Stores stores, Viewer viewer, LanguageFiles languages) : PageModel
{
    [BindProperty]
    public GroupChange Change { get; set; } = new();

    [BindProperty]
    public Guid Version { get; set; }

    /// <summary>What stands in the store, when somebody else was quicker.</summary>
    public GroupChange? Theirs { get; private set; }

    public bool PrefixIsFixed { get; private set; }

    public IReadOnlyList<Choice> Languages { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var profile = await ShowAsync();
        Change = GroupChange.Of(profile);
        Version = profile.Version;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var profile = await ShowAsync();
        if (PrefixIsFixed)
            Change.ReferencePrefix = profile.ReferencePrefix;
        foreach (var (field, sentence) in Change.Problems([.. Languages.Select(l => l.Value)]))
            ModelState.AddModelError($"{nameof(Change)}.{field}", sentence);
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        try
        {
            await settings.ChangeAsync(Change, Version, viewer.Actor);
            await stores.RenameAsync(store.Slug, store.Profile.Name);
        }
        catch (StaleVersionException)
        {
            Theirs = GroupChange.Of(profile);
            Version = profile.Version;
            ModelState.AddModelError("", "Somebody changed this while you were typing. Here are both. Save again to keep yours.");
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }

        this.MarkSaved(store.Clock.Now);
        return RedirectToPage();
    }

    private async Task<GroupProfile> ShowAsync()
    {
        PrefixIsFixed = await db.People.IgnoreQueryFilters().AnyAsync();
        Languages = [.. languages.Languages.Append("en").Order(StringComparer.Ordinal).Select(l => new Choice(l, System.Globalization.CultureInfo.GetCultureInfo(l).NativeName))];
        return await db.Profile.AsNoTracking().SingleAsync();
    }
}

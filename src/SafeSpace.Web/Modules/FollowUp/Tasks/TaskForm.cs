using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Groups;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.Modules.FollowUp.Shared;

namespace SafeSpace.Web.Modules.FollowUp.Tasks;

/// <summary>What is to be done, by whom, by when: as two pages ask it.</summary>
public abstract class TaskForm(GroupDb db, GroupClock clock, Viewer viewer, Texts texts) : PageModel
{
    [BindProperty]
    public string? What { get; set; }

    /// <summary>Empty is anybody.</summary>
    [BindProperty]
    public string? By { get; set; }

    [BindProperty]
    public DateOnly? On { get; set; }

    public Person Person { get; protected set; } = null!;

    public Keepers Keepers { get; private set; } = null!;

    protected GroupDb Db { get; } = db;

    protected GroupClock Clock { get; } = clock;

    protected Viewer Viewer { get; } = viewer;

    protected Texts T { get; } = texts;

    protected async Task LoadKeepersAsync() => Keepers = await Keepers.ForAsync(HttpContext.RequestServices.Whole(), Viewer, T, Person.Id);

    protected TaskDetails? Read()
    {
        if (string.IsNullOrWhiteSpace(What))
            ModelState.AddModelError(nameof(What), T["Please write what is to be done."]);
        else if (WrittenText.Check(nameof(What), What, WrittenText.Note) is { } mistake)
            ModelState.AddModelError(nameof(What), T[mistake.Sentence, [.. mistake.Values]]);
        var keeper = Keepers.Read(By);
        if (keeper is null)
            ModelState.AddModelError(nameof(By), T["Please choose somebody from the list."]);
        return ModelState.IsValid ? new TaskDetails(What!, keeper!.Value.Peer, On) : null;
    }

    protected PageResult Mistaken(int status = StatusCodes.Status400BadRequest)
    {
        Response.StatusCode = status;
        return Page();
    }

    /// <summary>Back to where somebody came from: the person's page, or one's own list.</summary>
    protected IActionResult Back() => LocalRedirect(Url.Content(Request.Query["from"] == "person" ? $"~/people/{Person.Reference}" : "~/mine"));
}

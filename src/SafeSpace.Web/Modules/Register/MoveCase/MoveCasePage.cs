using Microsoft.AspNetCore.Mvc;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.Modules.Register.Shared;

namespace SafeSpace.Web.Modules.Register.MoveCase;

/// <summary>What the three pages that move a case share: the case as it is, the day, and how a refused move is said.</summary>
public abstract class MoveCasePage(GroupDb db, GroupClock clock, Viewer viewer, PersonViews shown, Texts texts) : PersonPageModel(db, viewer, shown, texts)
{
    /// <summary>Empty means today.</summary>
    [BindProperty]
    public DateOnly? On { get; set; }

    protected GroupClock Clock => clock;

    protected DateOnly Day => On ?? clock.Today;

    protected IActionResult After(CaseMove move)
    {
        if (move == CaseMove.Done)
        {
            this.MarkSaved(clock.Now);
            return ToPerson();
        }

        ModelState.AddModelError(nameof(On), T[Sentence(move)]);
        return Mistaken();
    }

    protected void Check(string field, string? words, int fits)
    {
        if (WrittenText.Check(field, words, fits) is { } mistake)
            ModelState.AddModelError(mistake.Field, T[mistake.Sentence, [.. mistake.Values]]);
    }

    private static string Sentence(CaseMove move) => move switch
    {
        CaseMove.NoCase => "There is no case yet, so there is nothing to do here.",
        CaseMove.AlreadyOpen => "The case is open already.",
        CaseMove.AlreadySteppedDown => "The case is stepped down already.",
        CaseMove.AlreadyClosed => "The case is closed already.",
        CaseMove.BeforeItOpened => "The case was not open on that day yet.",
        CaseMove.Died => "We were told that they have died. If that was a mistake, take it back first.",
        _ => "This day has not come yet.",
    };
}

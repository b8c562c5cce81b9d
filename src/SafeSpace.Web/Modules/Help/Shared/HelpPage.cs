using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SafeSpace.Core.Shared;
using SafeSpace.Core.SocialValue;
using SafeSpace.Web.Infrastructure;
using SafeSpace.Web.Infrastructure.Words;

namespace SafeSpace.Web.Modules.Help.Shared;

/// <summary>What the pages of pots, stock and vouchers share: a mistake beside its field, and going on when it was saved.</summary>
public abstract class HelpPage(GroupClock clock, Texts texts) : PageModel
{
    [BindProperty]
    public Guid FormId { get; set; }

    protected Guid NewId => FormId == Guid.Empty ? Ids.New() : FormId;

    protected Texts T => texts;

    protected GroupClock Clock => clock;

    protected void Wrong(string field, string sentence) => ModelState.AddModelError(field, texts[sentence]);

    /// <summary>Whole pence, or a sentence beside the field.</summary>
    protected long Pence(string field, string? typed, bool nothingIsFine = false)
    {
        var pence = MoneyText.Read(typed, out var why);
        if (pence is null)
            Wrong(field, HelpWords.NoMoney(why!));
        else if (pence == 0 && !nothingIsFine)
            Wrong(field, "This is nothing. Write how much it is.");
        return pence ?? 0;
    }

    /// <summary>A whole number from one on (or from nothing), or a sentence beside the field.</summary>
    protected int Number(string field, string? typed, int least = 1, int most = 100_000)
    {
        if (int.TryParse((typed ?? "").Trim(), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;
        ModelState.AddModelError(field, texts["Write a whole number from {0} to {1}.", least, most]);
        return least;
    }

    protected void Check(string field, string? text, int fits = WrittenText.Line)
    {
        if (WrittenText.Check(field, text, fits) is { } mistake)
            ModelState.AddModelError(field, texts[mistake.Sentence, [.. mistake.Values]]);
    }

    protected void Needed(string field, string? text, string sentence, int fits = WrittenText.Line)
    {
        if (string.IsNullOrWhiteSpace(text))
            Wrong(field, sentence);
        else
            Check(field, text, fits);
    }

    protected IActionResult Saved(string path, string? words = null)
    {
        this.MarkSaved(clock.Now, words);
        return LocalRedirect(Url.Content(path));
    }

    /// <summary>The same page, with what is wrong beside each field.</summary>
    protected PageResult Again(int status = StatusCodes.Status400BadRequest)
    {
        Response.StatusCode = status;
        return Page();
    }

    protected async Task<IActionResult> AgainAsync(Func<Task> show, int status = StatusCodes.Status400BadRequest)
    {
        await show();
        return Again(status);
    }
}

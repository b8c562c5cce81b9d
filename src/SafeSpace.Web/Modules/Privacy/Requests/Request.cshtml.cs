using Microsoft.AspNetCore.Mvc;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Privacy.Requests;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Privacy.Requests;

/// <summary>One request: everything is read through by a person, who ticks what is not shown; then it is printed and sent.</summary>
[Needs(Permission.KeepPrivacy)]
public sealed class RequestModel(GroupDb db, Vault vault, GroupClock clock, AccessRequestService requests, Viewer viewer, PersonViews shown, Texts texts) : RequestPage(db, vault, clock, viewer, shown, texts)
{
    [BindProperty]
    public Guid Version { get; set; }

    /// <summary>What stands on the page.</summary>
    [BindProperty]
    public string? Digest { get; set; }

    [BindProperty]
    public string? HowKnown { get; set; }

    [BindProperty]
    public List<string>? Blacken { get; set; }

    [BindProperty]
    public string? MoreWords { get; set; }

    [BindProperty]
    public List<string>? Withhold { get; set; }

    [BindProperty]
    public DateOnly? SentOn { get; set; }

    [BindProperty]
    public string? SentHow { get; set; }

    [BindProperty]
    public string? ExtendWhy { get; set; }

    [BindProperty]
    public string? WithdrawWhy { get; set; }

    public IReadOnlyList<string> Names { get; private set; } = [];

    public string? FromWhom => Open(RequestSets.FromWhom, Asked.FromWhom);

    public string? Checked => Open(RequestSets.Checked, Asked.Checked);

    public string? ExtendedBecause => Open(RequestSets.ExtendedWhy, Asked.ExtendedWhy);

    public string? SentBy => Open(RequestSets.SentHow, Asked.SentHow);

    public IReadOnlyList<Choice> NameChoices => [.. Names.Select(n => new Choice(n, n))];

    public async Task<IActionResult> OnGetAsync()
    {
        if (await ReadAsync() is { } answer)
            return answer;
        Version = Asked.Version;
        Digest = What.Digest;
        // Until somebody has chosen, every name that was found is ticked: to show one takes an act.
        Blacken = Asked.ReviewedAt is null ? [.. Names] : [.. Phrases.Where(p => Names.Contains(p, StringComparer.OrdinalIgnoreCase))];
        MoreWords = string.Join('\n', Phrases.Where(p => !Names.Contains(p, StringComparer.OrdinalIgnoreCase)));
        return Page();
    }

    public Task<IActionResult> OnPostCheckedAsync() =>
        DoAsync(() => requests.CheckedAsync(Id, Version, HowKnown!, Viewer.Actor), () => Need(nameof(HowKnown), HowKnown, "Please say how you know it."));

    public Task<IActionResult> OnPostReviewAsync() =>
        DoAsync(() => requests.ReviewAsync(Id, Version, Digest ?? "", [.. (Blacken ?? []).Where(b => Names.Contains(b)), .. Lines(MoreWords)], Theirs(), Viewer.Actor), () => Check(nameof(MoreWords), MoreWords, WrittenText.Note));

    public Task<IActionResult> OnPostSentAsync() => DoAsync(() => requests.SentAsync(Id, Version, What.Digest, SentOn ?? Clock.Today, SentHow!, Viewer.Actor), () =>
    {
        Need(nameof(SentHow), SentHow, "Please say how it was sent.");
        if (SentOn > Clock.Today)
            ModelState.AddModelError(nameof(SentOn), T["This day has not come yet."]);
        if (Checked is null)
            ModelState.AddModelError(nameof(SentHow), T["Please note first how you know that it is them."]);
        if (!IsReviewed)
            ModelState.AddModelError(nameof(SentHow), T["Something was written about them since it was read. Please read it again."]);
    });

    public Task<IActionResult> OnPostExtendAsync() => DoAsync(() => requests.ExtendAsync(Id, Version, ExtendWhy!, Viewer.Actor), () => Need(nameof(ExtendWhy), ExtendWhy, "Please say why."));

    public Task<IActionResult> OnPostWithdrawAsync() => DoAsync(() => requests.WithdrawAsync(Id, Version, WithdrawWhy, Viewer.Actor), () => Check(nameof(WithdrawWhy), WithdrawWhy, WrittenText.Line));

    private async Task<IActionResult> DoAsync(Func<Task<RequestChange>> change, Action check)
    {
        if (await ReadAsync() is { } answer)
            return answer;
        check();
        if (!ModelState.IsValid)
            return Mistaken();
        if (await change() is not RequestChange.Done)
            return Mistaken(StatusCodes.Status409Conflict);
        this.MarkSaved(Clock.Now);
        return LocalRedirect(Url.Content($"~/privacy/requests/{Id}"));
    }

    private async Task<IActionResult?> ReadAsync()
    {
        if (await LoadAsync("access-request") is { } answer)
            return answer;
        Names = await What.NamesAsync(Person, Held);
        return null;
    }

    /// <summary>Passages of this record alone, whatever was posted.</summary>
    private List<string> Theirs()
    {
        var there = Held.SelectMany(h => h.Rows).SelectMany(r => r.Passages).Select(p => p.Id).ToHashSet();
        return [.. (Withhold ?? []).Where(there.Contains)];
    }

    private static string[] Lines(string? words) => (words ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private void Need(string field, string? words, string sentence)
    {
        if (string.IsNullOrWhiteSpace(words))
            ModelState.AddModelError(field, T[sentence]);
        Check(field, words, WrittenText.Line);
    }

    private void Check(string field, string? words, int fits)
    {
        if (WrittenText.Check(field, words, fits) is { } mistake)
            ModelState.AddModelError(mistake.Field, T[mistake.Sentence, [.. mistake.Values]]);
    }
}

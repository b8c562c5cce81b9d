using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Diary;
using SafeSpace.Core.Help;
using SafeSpace.Core.Shared;
using SafeSpace.Core.SocialValue;
using SafeSpace.Web.Infrastructure;
using SafeSpace.Web.Infrastructure.Groups;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.Modules.Help.Shared;
using SafeSpace.Web.Modules.Register.Shared;

namespace SafeSpace.Web.Modules.Help.GiveHelp;

/// <summary>Gives somebody something: which, and save. Where it comes from and what it is worth are said before.</summary>
[Needs(Permission.GiveHelp)]
public sealed class IndexModel(
    GroupDb db, [FromKeyedServices(WholeStore.Key)] GroupDb whole, GroupClock clock, Vault vault, Viewer viewer, PersonViews shown, Texts texts, HelpService help) : PersonPageModel(db, viewer, shown, texts)
{
    private const int OnAPage = 30;

    [BindProperty]
    public Guid FormId { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Before { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Item { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Source { get; set; }

    /// <summary>The diary entry it came up in.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Contact { get; set; }

    /// <summary>It was tapped with a call, and could not be given as usual.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Asked { get; set; }

    [BindProperty]
    public string? Amount { get; set; }

    [BindProperty]
    public HelpWay Way { get; set; }

    [BindProperty]
    public bool Later { get; set; }

    [BindProperty]
    public LocalMoment? When { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    [BindProperty]
    public string? Receipt { get; set; }

    [BindProperty]
    public string? VoucherNumber { get; set; }

    [BindProperty]
    public string? Beyond { get; set; }

    public HelpChoices Choices { get; private set; } = null!;

    public IReadOnlyList<HelpLine> Had { get; private set; } = [];

    public Guid? Earlier { get; private set; }

    public IReadOnlyList<VoucherLine> Vouchers { get; private set; } = [];

    public bool MayExceed => Viewer.May(Permission.ExceedHelp);

    public IReadOnlyList<TagHelpers.Choice> LaterChoice => [new("True", T["Promise it: it is not with them yet"])];

    public bool MoreIsOpen => Asked || ModelState.ErrorCount > 0 || !string.IsNullOrEmpty(Source);

    public async Task<IActionResult> OnGetAsync()
    {
        if (await FindAsync("help") is { } answer)
            return answer;
        await LoadAsync();
        return Person.DiedAt is null ? Page() : ToPerson();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await FindAsync("help") is { } answer)
            return answer;
        if (Person.DiedAt is not null)
            return ToPerson();
        if (await ReadAsync() is { } details)
        {
            var outcome = await help.GiveAsync(details, Viewer.Actor, MayExceed);
            if (HelpWords.Refusal(outcome, MayExceed, T) is not { } refusal)
            {
                this.MarkSaved(clock.Now, HelpWords.Given(outcome.Help!, await HelpChoices.ReadAsync(Db, clock.Today, T), T));
                return ToPerson();
            }

            ModelState.AddModelError(refusal.Field, refusal.Sentence);
        }

        await LoadAsync();
        return Mistaken();
    }

    private async Task<HelpDetails?> ReadAsync()
    {
        if (string.IsNullOrEmpty(Item))
            ModelState.AddModelError(nameof(Item), T["Please choose what they get."]);
        var source = HelpSource.Parse(Source);
        if (source is null)
            ModelState.AddModelError(nameof(Source), T["Please choose from the list."]);
        long? pence = null;
        if (!string.IsNullOrWhiteSpace(Amount) && (pence = MoneyText.Read(Amount, out var why)) is null)
            ModelState.AddModelError(nameof(Amount), T[HelpWords.NoMoney(why!)]);
        foreach (var mistake in new[] { WrittenText.Check(nameof(Words), Words, WrittenText.Note), WrittenText.Check(nameof(Receipt), Receipt, WrittenText.Line), WrittenText.Check(nameof(VoucherNumber), VoucherNumber, WrittenText.Line), WrittenText.Check(nameof(Beyond), Beyond, WrittenText.Note) }.OfType<Mistake>())
            ModelState.AddModelError(mistake.Field, T[mistake.Sentence, [.. mistake.Values]]);
        var contact = Contact is { } id && await Db.Contacts.AnyAsync(c => c.Id == new ContactId(id) && c.PersonId == Person.Id) ? Contact : null;
        return !ModelState.IsValid ? null : new HelpDetails
        {
            Id = FormId == Guid.Empty ? Ids.New() : FormId,
            Person = Person.Id,
            Item = Item!,
            Source = source!.Value,
            Pence = pence,
            Way = Way,
            Promised = Later,
            At = When is { } when ? clock.ToUtc(when) : null,
            Contact = contact,
            Receipt = Receipt,
            Words = Words,
            VoucherNumber = VoucherNumber,
            Beyond = Beyond,
        };
    }

    private async Task LoadAsync()
    {
        Choices = await HelpChoices.ReadAsync(Db, clock.Today, T);
        (Had, Earlier) = await HelpLine.OfAsync(Db, vault, Person.Id, Choices, OnAPage, Before);
        Vouchers = await VoucherLine.ReadAsync(whole, clock, Choices, Person.Id, Item);
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SafeSpace.Core.Connections.Partners;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.Modules.Register.Shared;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Connections.Directory;

/// <summary>What an entry of the directory is asked for. Only its name is needed.</summary>
public abstract class PartnerForm(GroupDb db, Texts texts) : PageModel
{
    [BindProperty]
    public Guid FormId { get; set; }

    [BindProperty]
    public Guid Version { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Kind { get; set; }

    [BindProperty]
    public string? WhatFor { get; set; }

    [BindProperty]
    public string? ForWhom { get; set; }

    [BindProperty]
    public string? OpenWhen { get; set; }

    [BindProperty]
    public string? HowToRefer { get; set; }

    [BindProperty]
    public string? Phone { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Website { get; set; }

    [BindProperty]
    public string? Address { get; set; }

    [BindProperty]
    public string? Postcode { get; set; }

    [BindProperty]
    public string? WhoKnowsUs { get; set; }

    [BindProperty]
    public string[] Publish { get; set; } = [];

    public IReadOnlyList<Choice> Kinds { get; private set; } = [];

    public IReadOnlyList<Choice> Publishing => [new("yes", texts["Yes, everybody may read it"], texts["Never who knows us there."])];

    protected GroupDb Db => db;

    protected Texts Texts => texts;

    protected async Task LoadAsync() => Kinds = (await ListLabels.LoadAsync(db, GroupList.PartnerKind)).Choices(GroupList.PartnerKind, Kind is null ? [] : [Kind]);

    protected void Show(Partner partner)
    {
        (Version, Name, Kind, WhatFor, ForWhom, OpenWhen) = (partner.Version, partner.Name, partner.Kind, partner.WhatFor, partner.ForWhom, partner.OpenWhen);
        (HowToRefer, Phone, Email, Website, Address, Postcode) = (partner.HowToRefer, partner.Phone, partner.Email, partner.Website, partner.Address, partner.Postcode);
        (WhoKnowsUs, Publish) = (partner.WhoKnowsUs, partner.Public ? ["yes"] : []);
    }

    /// <summary>Null when something is wrong, said beside its field.</summary>
    protected PartnerDetails? Read()
    {
        if (string.IsNullOrWhiteSpace(Name))
            ModelState.AddModelError(nameof(Name), texts["Please say what the service is called."]);
        (string Field, string? Words, int Fits)[] fields =
        [
            (nameof(Name), Name, WrittenText.Line), (nameof(WhatFor), WhatFor, WrittenText.Note), (nameof(ForWhom), ForWhom, WrittenText.Note), (nameof(OpenWhen), OpenWhen, WrittenText.Note),
            (nameof(HowToRefer), HowToRefer, WrittenText.Note), (nameof(Phone), Phone, WrittenText.Line), (nameof(Email), Email, WrittenText.Line), (nameof(Website), Website, WrittenText.Line),
            (nameof(Address), Address, WrittenText.Note), (nameof(Postcode), Postcode, WrittenText.Line), (nameof(WhoKnowsUs), WhoKnowsUs, WrittenText.Note),
        ];
        foreach (var (field, words, fits) in fields)
        {
            if (WrittenText.Check(field, words, fits) is { } mistake)
                ModelState.AddModelError(field, texts[mistake.Sentence, [.. mistake.Values]]);
        }

        if (!string.IsNullOrWhiteSpace(Website) && !(Uri.TryCreate(Website.Trim(), UriKind.Absolute, out var address) && address.Scheme is "http" or "https"))
            ModelState.AddModelError(nameof(Website), texts["A web address begins with https://."]);
        if (!string.IsNullOrWhiteSpace(Email) && !System.Net.Mail.MailAddress.TryCreate(Email.Trim(), out _))
            ModelState.AddModelError(nameof(Email), texts["This is no e-mail address."]);
        if (!string.IsNullOrEmpty(Kind) && Kinds.All(k => k.Value != Kind))
            ModelState.AddModelError(nameof(Kind), texts["Please choose one of these."]);
        return !ModelState.IsValid ? null : new PartnerDetails(Name!)
        {
            Kind = Kind,
            WhatFor = WhatFor,
            ForWhom = ForWhom,
            OpenWhen = OpenWhen,
            HowToRefer = HowToRefer,
            Phone = Phone,
            Email = Email,
            Website = Website,
            Address = Address,
            Postcode = Postcode,
            WhoKnowsUs = WhoKnowsUs,
            Public = Publish.Contains("yes"),
        };
    }

    protected PageResult Mistaken()
    {
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }
}

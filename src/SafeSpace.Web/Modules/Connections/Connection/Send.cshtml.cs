using Microsoft.AspNetCore.Mvc;
using SafeSpace.Core.Access;
using SafeSpace.Core.Connections;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Modules.Connections.Shared;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Connections.Connection;

/// <summary>What leaves the house: made from the record, read once more by somebody, sent by phone, e-mail or letter.</summary>
[Needs(Permission.LogContacts)]
public sealed class SendModel(DoorTools tools, ConnectionService connections, Core.Data.GroupStore store) : ConnectionPage(tools)
{
    [BindProperty]
    public SentHow? How { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    public IReadOnlyList<Choice> Hows =>
        [new(nameof(SentHow.Phone), T["By phone"], T["Read it out to them."]), new(nameof(SentHow.Email), T["By e-mail"], T["Copy the words below."]), new(nameof(SentHow.Letter), T["By letter"], T["Save, then print it."])];

    public async Task<IActionResult> OnGetAsync()
    {
        if (await LoadAsync() is { } answer)
            return answer;
        NextOn = Clock.Today.AddDays(2);
        var phones = Db.Set<Core.Register.PersonPhone>().Where(p => p.PersonId == Person.Id).OrderBy(p => p.Id).ToList();
        Words = ShareWords.Letter(T, store.Profile.Name, store.Profile.Phone, Connection.PartnerName, Core.Register.PersonDetails.Of(Person, phones, Tools.Vault), Sharing.Read(Connection.Shares), What, Viewer.Name, Spoken.Date(Clock.Today));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } answer)
            return answer;
        if (How is null)
            ModelState.AddModelError(nameof(How), T["Please choose how it was sent."]);
        Need(nameof(Words), Words, "Please write what they are told.");
        return ReadNext() is { } next && ModelState.IsValid ? Answer(await connections.SendAsync(Id, Version, How!.Value, Words!, next, Viewer.Actor), Back) : Mistaken();
    }
}

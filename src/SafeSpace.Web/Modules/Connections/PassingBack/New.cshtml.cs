using Microsoft.AspNetCore.Mvc;
using SafeSpace.Core.Access;
using SafeSpace.Core.Connections.PassingBack;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Modules.Connections.Shared;

namespace SafeSpace.Web.Modules.Connections.PassingBack;

/// <summary>Somebody got worse while with us, and the crisis team must act.</summary>
[Needs(Permission.LogContacts)]
public sealed class NewModel(DoorTools tools, PassingBackService passing) : ToldPage(tools)
{
    [BindProperty]
    public string? What { get; set; }

    public override bool GoesOn => false;

    public async Task<IActionResult> OnGetAsync() => await FindLivingAsync("pass-back") ?? Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await FindLivingAsync("pass-back") is { } answer)
            return answer;
        Need(nameof(What), What, "Please write what has got worse. A line is enough.");
        if (Keepers.Read(Keeper) is not { } keeper)
        {
            ModelState.AddModelError(nameof(Keeper), T["Please choose somebody from the list."]);
            keeper = new PromiseKeeper(null);
        }

        var id = NewId;
        return ReadTold(Ids.New()) is { } told && ModelState.IsValid ? Answer(await passing.PassAsync(id, Person.Id, What!, told, keeper, Viewer.Actor), $"~/passed-back/{id}") : Mistaken();
    }
}

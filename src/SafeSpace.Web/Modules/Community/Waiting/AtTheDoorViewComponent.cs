using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Community;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Groups;

namespace SafeSpace.Web.Modules.Community.Waiting;

/// <summary>On the board: so many wait at the door for one of us. Who, the page behind it says; that somebody does, no wall hides.</summary>
public sealed class AtTheDoorViewComponent([FromKeyedServices(WholeStore.Key)] GroupDb whole, GroupClock clock) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync() => View("~/Modules/Community/Waiting/AtTheDoor.cshtml", await DoorService.Waiting(whole, clock.Today).CountAsync());
}

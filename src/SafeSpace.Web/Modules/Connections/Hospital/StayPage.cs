using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Connections;
using SafeSpace.Core.Connections.Hospital;
using SafeSpace.Web.Modules.Connections.Shared;

namespace SafeSpace.Web.Modules.Connections.Hospital;

/// <summary>A page of one stay in hospital.</summary>
public abstract class StayPage(DoorTools tools) : DoorPage(tools)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public HospitalStay Stay { get; private set; } = null!;

    public string Back => $"~/hospital/{Id}";

    public string Place { get; private set; } = "";

    protected async Task<IActionResult?> LoadAsync(bool open = true)
    {
        if (await Db.HospitalStays.AsNoTracking().SingleOrDefaultAsync(s => s.Id == Id) is not { } stay)
            return NotFound();
        if (await FindLivingAsync("hospital", stay.PersonId) is { } answer)
            return answer;
        Stay = stay;
        if (open && stay.HomeAt is not null)
            return LocalRedirect(Url.Content(Back));
        if (HttpMethods.IsGet(Request.Method))
            Version = stay.Version;
        Place = Unsealed(HospitalWords.Where, Id, stay.Where) ?? "";
        return null;
    }
}

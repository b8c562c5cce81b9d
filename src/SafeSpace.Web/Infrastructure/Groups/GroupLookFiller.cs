using System.Globalization;
using SafeSpace.Core.Access;

namespace SafeSpace.Web.Infrastructure.Groups;

/// <summary>Before each page: the group's language, its name, and the four things at the bottom by what this person may do.</summary>
internal sealed class GroupLookFiller(RequestDelegate next)
{
    private static readonly (Permission Needed, NavItem Item)[] Things =
    [
        (Permission.LogContacts, new("My people", "~/mine")),
        (Permission.LogContacts, new("Log", "~/log")),
        (Permission.RunDesk, new("Desk", "~/desk")),
        (Permission.ReferByForm, new("Refer", "~/refer/form")),
        (Permission.SeeRegister, new("Register", "~/register")),
        (Permission.SeeFigures, new("Report", "~/reports/monitoring")),
    ];

    public async Task InvokeAsync(HttpContext context, CurrentGroup group, GroupLook look)
    {
        if (group.IsKnown)
        {
            var profile = group.Store.Profile;
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(profile.Language);
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(profile.Language == "en" ? "en-GB" : profile.Language);
            look.Name = profile.Name;
            look.LeaveTo = profile.NeutralAddress;
            look.ProblemsPhone = profile.Phone;
            look.Language = profile.Language;
            look.IsDemonstration = profile.IsDemonstration;
            var viewer = context.RequestServices.GetRequiredService<Viewer>();
            if (viewer.Id is not null)
            {
                look.SignedInAs = viewer.Name;
                look.IdleMinutes = profile.IdleMinutes;
                look.HasEmergency = viewer.May(Permission.SeePeople);
                foreach (var (_, item) in Things.Where(t => viewer.May(t.Needed)).Take(3))
                    look.Nav.Add(item);
                look.Nav.Add(new NavItem("Me", "~/me"));
            }
        }

        await next(context);
    }
}

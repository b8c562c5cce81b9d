using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Network;
using SafeSpace.Core.Network.Backup;
using SafeSpace.Web.Infrastructure.Jobs;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;

namespace SafeSpace.Web.Modules.Network.Care;

/// <summary>Whether the group's records are safe: copies, restore drills, the work done in the background, room on the disk. It shows nobody.</summary>
[Needs(Permission.EditGroup)]
public sealed class IndexModel(GroupDb db, GroupStore store, Stores stores, StoreCare care, IEnumerable<GroupJob> jobs, JobDiary diary, Texts texts) : PageModel
{
    public CareState State { get; private set; } = null!;

    public bool IsDemonstration => store.Profile.IsDemonstration;

    public long Operations { get; private set; }

    public string StoreSize { get; private set; } = "";

    public string FreeDisk { get; private set; } = "";

    public string Version { get; } = typeof(WebHost).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "";

    public IReadOnlyList<(string Name, JobEnded? Ended)> Jobs { get; private set; } = [];

    public async Task OnGetAsync()
    {
        State = await care.ReadAsync();
        Operations = await db.Set<ChainHead>().Select(h => h.Sequence).SingleAsync();
        StoreSize = Size(await stores.SizeAsync(store.Slug));
        FreeDisk = Size(new DriveInfo(Path.GetFullPath(stores.DataFolder)).AvailableFreeSpace);
        Jobs = [.. jobs.Select(j => (j.Name, diary.Find(store.Slug, j.Name)))];
    }

    /// <summary>"3.4 MB": what somebody would say.</summary>
    public string Size(long? bytes) => bytes switch
    {
        null => texts["not known"],
        >= 1_000_000_000 => texts["{0} GB", (bytes.Value / 1e9).ToString("0.0", CultureInfo.CurrentCulture)],
        _ => texts["{0} MB", (bytes.Value / 1e6).ToString("0.0", CultureInfo.CurrentCulture)],
    };
}

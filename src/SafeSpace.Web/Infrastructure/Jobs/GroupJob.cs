using Microsoft.Extensions.Options;
using SafeSpace.Core.Audit;
using SafeSpace.Core.Data;
using SafeSpace.Core.Import.Bringing;
using SafeSpace.Core.Jobs.Reminders;
using SafeSpace.Core.Network;
using SafeSpace.Core.Network.Backup;
using SafeSpace.Core.Privacy.Erasing;
using SafeSpace.Core.Register.Duplicates;
using SafeSpace.Core.Reports;
using SafeSpace.Web.Infrastructure.Reminders;

namespace SafeSpace.Web.Infrastructure.Jobs;

/// <summary>Something done now and then for each group. It may run twice, and on two nodes at once.</summary>
/// <param name="Every">For a group that nobody uses just now, every ten minutes at most.</param>
/// <param name="Prompt">Not later for such a group: somebody waits for it who has no page open.</param>
public sealed record GroupJob(string Name, TimeSpan Every, Func<GroupStore, Task> Run, bool Prompt = false);

public static class GroupJobs
{
    /// <summary>Jobs, one line each.</summary>
    public static IServiceCollection AddJobs(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddJob("keep the end of the chain", TimeSpan.FromDays(1), s => new ChainAnchors(s.GetRequiredService<Stores>()).KeepAsync);
        services.AddJob("bring looks in", TimeSpan.FromMinutes(1), s => store => new ViewLog(store, s.GetRequiredService<WebHostOptions>().DataFolder).BringInAsync());
        services.AddJob("look for records of one person", TimeSpan.FromMinutes(5), _ => store => new PairFinder(store).LookAsync());
        services.AddJob("fold kept figures", TimeSpan.FromHours(1), _ => KeptFolding.RunAsync);
        services.AddJob("work out waits", TimeSpan.FromHours(1), _ => KeptWaits.WorkOutAsync);
        services.AddJob("fold counts of record books", TimeSpan.FromHours(1), _ => SafeSpace.Core.SocialValue.BookRecount.FoldAsync);
        services.AddJob("throw away files nobody brought in", TimeSpan.FromHours(1), s => store => new ImportUploads(store, s.GetRequiredService<WebHostOptions>().DataFolder).SweepAsync());
        services.AddJob("find reminders", TimeSpan.FromMinutes(1), _ => store => new FindReminders(store).RunAsync(), prompt: true);
        services.AddJob("send reminders", TimeSpan.FromMinutes(1), s => s.GetRequiredService<SendReminders>().RunAsync, prompt: true);
        services.AddJob("copy the store", TimeSpan.FromMinutes(10), s => Copies(s).RunAsync);
        services.AddJob("try a copy", TimeSpan.FromHours(1), s => new RestoreDrills(s.GetRequiredService<Stores>(), Plan(s)).RunAsync);
        services.AddJob("finish erasures", TimeSpan.FromMinutes(5), s => store => new ErasureService(s.GetRequiredService<Stores>(), store).FinishAllAsync());
        services.AddJob("forget destroyed keys", TimeSpan.FromMinutes(1), _ => ErasureService.ForgetKeysAsync);
        services.Configure<CopyPlan>(configuration.GetSection(CopyPlan.Section));
        services.AddScoped<StoreCare>();
        services.AddSingleton<JobDiary>();
        services.AddSingleton<StoresAtStart>();
        services.AddHostedService(s => s.GetRequiredService<StoresAtStart>());
        services.AddHostedService<Housekeeping>();
        services.AddHostedService<SignalService>();
        return services;
    }

    private static void AddJob(this IServiceCollection services, string name, TimeSpan every, Func<IServiceProvider, Func<GroupStore, Task>> run, bool prompt = false) =>
        services.AddSingleton(s => new GroupJob(name, every, run(s), prompt));

    private static CopyPlan Plan(IServiceProvider services) => services.GetRequiredService<IOptions<CopyPlan>>().Value;

    private static NightlyCopies Copies(IServiceProvider services) => new(services.GetRequiredService<Stores>(), Plan(services));
}

using SafeSpace.Core.Access;
using SafeSpace.Core.Audit;
using SafeSpace.Core.Data;
using SafeSpace.Core;
using SafeSpace.Core.Register;
using SafeSpace.Core.Register.Duplicates;
using SafeSpace.Core.Register.Search;
using SafeSpace.Core.Referrals;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Security;

namespace SafeSpace.Web.Infrastructure.Groups;

public static class GroupServices
{
    /// <summary>What a page can ask for inside a group: its store, a context for reading, its clock, its vault, and the modules' services.</summary>
    public static IServiceCollection AddGroups(this IServiceCollection services)
    {
        services.AddScoped<CurrentGroup>();
        services.AddScoped(s => s.GetRequiredService<CurrentGroup>().Store);
        services.AddScoped(s => s.GetRequiredService<GroupStore>().Read());
        services.AddScoped(s => s.GetRequiredService<CurrentGroup>() is { IsKnown: true } group ? group.Store.Clock : new GroupClock(s.GetRequiredService<TimeProvider>(), TimeZoneInfo.Utc));
        services.AddScoped(s => s.GetRequiredService<GroupStore>().Vault);
        services.AddScoped(s => new ViewLog(s.GetRequiredService<GroupStore>(), s.GetRequiredService<WebHostOptions>().DataFolder));
        services.AddScoped<PersonViews>();
        services.AddScoped<PersonSearch>();
        services.AddScoped<PersonService>();
        services.AddScoped<CaseService>();
        services.AddScoped<PairFinder>();
        services.AddScoped(s => new DuplicateService(s.GetRequiredService<GroupStore>(), House.MergeSteps));
        services.AddScoped<GroupLists>();
        services.AddScoped<Core.Desk.OpeningHours>();
        services.AddScoped<AccountService>();
        services.AddScoped<ApiTokenService>();
        services.AddScoped<SignIns>();
        services.AddScoped<SecondFactors>();
        services.AddScoped<Sessions>();
        services.AddScoped<Devices>();
        services.AddScoped<SetupLinks>();
        services.AddScoped<Core.Diary.ContactService>();
        services.AddScoped<Core.FollowUp.LogService>();
        services.AddScoped<Core.FollowUp.PromiseService>();
        services.AddScoped<Core.FollowUp.TieService>();
        services.AddScoped<ReferralService>();
        services.AddScoped<Core.Governance.GroupSettings>();
        return services;
    }

    public static void UseGroups(this WebApplication app) => app.UseMiddleware<GroupMiddleware>();
}

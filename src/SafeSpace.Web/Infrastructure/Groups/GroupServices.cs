using Microsoft.AspNetCore.Identity;
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
        services.AddStoreReading();
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
        services.AddSingleton<Core.Desk.Board.Boards>();
        services.AddSingleton<Modules.Desk.TheBoard.BoardLooks>();
        services.AddScoped<Core.Desk.DeskSettingsService>();
        services.AddScoped<Core.Desk.Directing.DirectingService>();
        services.AddScoped<Core.Desk.Directing.AskedForService>();
        services.AddScoped<Core.Desk.Visitors.VisitService>();
        services.AddScoped<Core.Desk.KeepingApart.KeepApartService>();
        services.AddScoped<Core.Desk.Wall.WallService>();
        services.AddScoped<Core.Peers.KeyholderService>();
        services.AddScoped(s => new AccountService(s.GetRequiredService<GroupStore>(), s.GetRequiredService<IPasswordHasher<User>>()) { Steps = House.AccountSteps });
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
        services.AddScoped<Core.FollowUp.CallService>();
        services.AddScoped<Core.FollowUp.TaskService>();
        services.AddScoped<Core.FollowUp.AgreementService>();
        services.AddScoped<Core.FollowUp.PlanService>();
        services.AddScoped<Core.FollowUp.RhythmService>();
        services.AddScoped<Core.FollowUp.ClosingService>();
        services.AddScoped<Core.FollowUp.FollowUpSettings>();
        services.AddScoped<Core.FollowUp.OwnPageService>();
        services.AddScoped<Core.FollowUp.Safeguarding.ConcernService>();
        services.AddScoped<Core.FollowUp.Safeguarding.EmergencySteps>();
        services.AddScoped(s => new Core.Register.Died.DeathService(s.GetRequiredService<GroupStore>(), House.DeathSteps));
        services.AddScoped<Core.Desk.Handover.HandoverService>();
        services.AddScoped<Core.Desk.NightSheet.NightSheets>();
        services.AddScoped<Core.Desk.SinceLast.SinceReader>();
        services.AddScoped<Core.Referrals.ComingBack.ComingBackService>();
        services.AddScoped<Modules.Home.HomeNotes>();
        services.AddScoped<Modules.Diary.OnPaper.PaperReader>();
        services.AddScoped<Core.Desk.SiteService>();
        services.AddScoped<Core.Desk.ShiftsFromHours>();
        services.AddScoped<Core.Peers.RotaService>();
        services.AddScoped<Core.Peers.PresenceService>();
        services.AddScoped<Core.Peers.DebriefService>();
        services.AddScoped<Core.Peers.PeerProfileService>();
        services.AddScoped<Core.Peers.CoverService>();
        services.AddScoped<Core.Peers.CalendarLinks>();
        services.AddScoped<ReferralService>();
        services.AddScoped<Core.Governance.GroupSettings>();
        services.AddScoped<Core.SocialValue.RateService>();
        services.AddScoped<Core.SocialValue.HoursService>();
        services.AddScoped<Core.SocialValue.CrisisService>();
        services.AddScoped<Core.SocialValue.SupportGivenService>();
        services.AddScoped<Core.SocialValue.ReferenceFigures>();
        services.AddScoped<Core.SocialValue.ClosingService>();
        services.AddScoped<Core.SocialValue.StatementService>();
        services.AddScoped(s => new Core.Community.DoorService(s.GetRequiredService<GroupStore>(), KeptApartAtTheDoor.ShouldNotMeetAsync));
        services.AddScoped(s => new Core.Community.MemberService(s.GetRequiredService<GroupStore>(), Core.SocialValue.ClosedMonths.IsClosedAsync));
        services.AddScoped(s => new Core.Community.SheetService(s.GetRequiredService<GroupStore>(), Core.SocialValue.ClosedMonths.IsClosedAsync));
        services.AddScoped(s => new Core.Community.LevelService(s.GetRequiredService<GroupStore>(), Core.SocialValue.ClosedMonths.IsClosedAsync));
        services.AddScoped<Core.Governance.Objectives.ObjectiveService>();
        services.AddScoped<Core.Feedback.VoiceService>();
        services.AddScoped<Core.Feedback.StoryService>();
        services.AddScoped<Core.Reports.CaseReview.FileReviewService>();
        services.AddScoped<Core.Reports.Packs.PackService>();
        return services;
    }

    public static void UseGroups(this WebApplication app) => app.UseMiddleware<GroupMiddleware>();
}

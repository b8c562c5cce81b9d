using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SafeSpace.Core.Access;
using SafeSpace.Core.Audit;
using SafeSpace.Core.Data;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;
using SafeSpace.Web.Infrastructure.Security;

namespace SafeSpace.Web.Tests.Register;

public sealed class ShowsPeopleTests
{
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Page_ThatRecordedNothing_IsNotShown(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var person = await group.AddPersonAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() => RunAsync(group, new PageResult(), _ => Task.CompletedTask));
        await RunAsync(group, new PageResult(), views => views.AsPageAsync("planted", person.Id));
        await RunAsync(group, new NotFoundResult(), _ => Task.CompletedTask);
    }

    [Fact]
    public async Task Endpoint_ThatRecordedNothing_DoesNotAnswer()
    {
        var group = await (await TestSite.OnAsync(EngineKind.Sqlite)).NewGroupAsync();
        var context = ContextOf(group);
        var call = new DefaultEndpointFilterInvocationContext(context);
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await ShowsPeopleAttribute.Guard(call, _ => ValueTask.FromResult<object?>(Results.Ok())));
        Assert.NotNull(await ShowsPeopleAttribute.Guard(call, _ => ValueTask.FromResult<object?>(Results.NotFound())));
    }

    /// <summary>Pages that can be left at a tap, though nobody of the register stands on them: a caller who gave no name, a referrer's empty form, the first rows of a file nobody brought in yet, an empty story, who reached through a wall (not whose), what to do in an emergency.</summary>
    private static readonly string[] ShowNobody = ["/Diary/LogUnknown/", "/Referrals/ReferByForm/", "/Import/Columns/", "/Feedback/Stories/New.", "/Desk/Wall/Reached.", "/FollowUp/Emergency/Index."];

    /// <summary>The page says "about a person" in its markup: then its model must be one that shows people.</summary>
    [Fact]
    public void Pages_AboutAPerson_AllRecordTheView()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root!.FullName, "SafeSpace.slnx")))
            root = root.Parent;
        var pages = Directory.GetFiles(Path.Combine(root.FullName, "src/SafeSpace.Web/Modules"), "*.cshtml", SearchOption.AllDirectories)
            .Where(p => File.ReadAllText(p).Contains("ViewData.AboutPerson()", StringComparison.Ordinal) && !p.Contains("/Shared/Look/", StringComparison.Ordinal) && !ShowNobody.Any(n => p.Contains(n, StringComparison.Ordinal))).ToList();
        Assert.NotEmpty(pages);
        var models = typeof(WebHost).Assembly.GetTypes().Where(t => typeof(PageModel).IsAssignableFrom(t)).ToDictionary(t => t.FullName!);
        foreach (var page in pages)
        {
            var text = File.ReadAllText(page);
            if (!text.StartsWith("@page", StringComparison.Ordinal))
                continue;
            var name = text.Split('\n').First(l => l.StartsWith("@model ", StringComparison.Ordinal))[7..].Trim();
            var type = models.Values.Single(t => t.FullName == name || (t.Name == name && File.Exists(page + ".cs") && File.ReadAllText(page + ".cs").Contains($"namespace {t.Namespace};", StringComparison.Ordinal)));
            Assert.True(Attribute.IsDefined(type, typeof(ShowsPeopleAttribute), inherit: true), $"{type.FullName} shows people and is not marked [ShowsPeople].");
        }
    }

    private static async Task RunAsync(TestGroup group, IActionResult result, Func<PersonViews, Task> handler)
    {
        var http = ContextOf(group);
        var action = new ActionContext(http, new RouteData(), new Microsoft.AspNetCore.Mvc.RazorPages.CompiledPageActionDescriptor { ViewEnginePath = "/Planted" });
        var page = new PageContext(action) { ActionDescriptor = (CompiledPageActionDescriptor)action.ActionDescriptor };
        var model = new object();
        var executing = new PageHandlerExecutingContext(page, [], null, new Dictionary<string, object?>(), model);
        await new ShowsPeopleAttribute().OnPageHandlerExecutionAsync(executing, async () =>
        {
            await handler(http.RequestServices.GetRequiredService<PersonViews>());
            return new PageHandlerExecutedContext(page, [], null, model) { Result = result };
        });
    }

    private static DefaultHttpContext ContextOf(TestGroup group)
    {
        var views = new PersonViews(new ViewLog(group.Store, Path.GetTempPath()), Viewer.Nobody, new LentContext(group.Store));
        return new DefaultHttpContext { RequestServices = new ServiceCollection().AddSingleton(views).BuildServiceProvider() };
    }
}

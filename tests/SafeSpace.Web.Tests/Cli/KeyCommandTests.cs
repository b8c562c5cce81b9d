using System.Net;
using System.Security.Cryptography;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Network;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;

namespace SafeSpace.Web.Tests.Cli;

/// <summary>key rotate, key paper, key put: as somebody at the machine types them, while people are signed in.</summary>
public sealed class KeyCommandTests
{
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Key_rotate_while_people_work_and_nobody_notices(EngineKind engine)
    {
        var site = await TestSite.OnAsync(engine);
        var group = await site.NewGroupAsync();
        var person = await group.AddPersonAsync();
        var peer = await group.SignInAsync(Role.Peer);
        var log = $"/people/{person.Reference}/log";
        await (await peer.GetAsync(log)).SubmitAsync(("Words", "Said before the change."), ("Kind", "Text"), ("Minutes", "7"));
        var open = await peer.GetAsync(log);

        var run = await Run.OfAsync(site.Folder, "key", "rotate", "--group", group.Slug, "--json");

        Assert.Equal(0, run.Code);
        Assert.True(run.Json.GetProperty("in_place").GetBoolean());
        Assert.True(run.Json.GetProperty("keys").GetInt64() > 0 && run.Json.GetProperty("words").GetInt64() > 0);
        Assert.Equal(new GroupKeys(site.Folder.Folder).Read(group.Slug), KeyPaper.Read(run.Json.GetProperty("paper").GetString()!));
        Assert.NotEqual(HttpStatusCode.InternalServerError, (await open.SubmitAsync(("Words", "Typed while it was changed."), ("Kind", "Text"), ("Minutes", "7"))).Status);
        var page = await peer.GetAsync($"/people/{person.Reference}");
        Assert.Contains("Said before the change.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Typed while it was changed.", page.Text, StringComparison.Ordinal);
        await group.Visit().SignInAsync(peer.Account!); // the code's key is under the group's
        var verify = await Run.OfAsync(site.Folder, "verify", "--group", group.Slug);
        Assert.Equal(0, verify.Code);
        Assert.Contains(KeyPaper.Of(new GroupKeys(site.Folder.Folder).Read(group.Slug)), (await Run.OfAsync(site.Folder, "key", "paper", "--group", group.Slug)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Key_put_brings_a_key_back_from_paper_and_never_over_another()
    {
        var site = await TestSite.NewAsync(EngineKind.Sqlite);
        var group = await site.NewGroupAsync();
        var file = Path.Combine(site.Folder.Folder, "keys", group.Slug + ".key");
        var paper = KeyPaper.Of(new GroupKeys(site.Folder.Folder).Read(group.Slug));
        (await Run.OfAsync(site.Folder, ["key", "put", .. paper.Split(' '), "--group", group.Slug])).IsRefused(1, "There is a key");
        File.Delete(file);
        (await Run.OfAsync(site.Folder, "verify", "--group", group.Slug)).IsRefused(1, "is missing");
        (await Run.OfAsync(site.Folder, ["key", "put", .. paper.Replace(paper[0], paper[0] == 'a' ? 'b' : 'a').Split(' '), "--group", group.Slug])).IsRefused(1, "slip");

        Assert.Equal(0, (await Run.OfAsync(site.Folder, ["key", "put", .. paper.Split(' '), "--group", group.Slug])).Code);

        Assert.Equal(0, (await Run.OfAsync(site.Folder, "verify", "--group", group.Slug)).Code);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    /// <summary>Where the environment gives the key, it has to give the coming one too; the command says so, and does the rest.</summary>
    [Fact]
    public async Task Key_rotate_with_keys_from_the_environment()
    {
        var site = await TestSite.NewAsync(EngineKind.Sqlite);
        var group = await site.NewGroupAsync();
        var variable = "SAFESPACE_KEY_" + group.Slug.ToUpperInvariant().Replace('-', '_');
        var (old, coming) = (Convert.ToHexStringLower(new GroupKeys(site.Folder.Folder).Read(group.Slug)), Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)));
        Environment.SetEnvironmentVariable(variable, old);
        (await Run.OfAsync(site.Folder, "key", "rotate", "--group", group.Slug)).IsRefused(1, variable + "_NEXT");
        Environment.SetEnvironmentVariable(variable + "_NEXT", coming);

        var run = await Run.OfAsync(site.Folder, "key", "rotate", "--group", group.Slug, "--json");

        Assert.Equal((0, false), (run.Code, run.Json.GetProperty("in_place").GetBoolean()));
        Environment.SetEnvironmentVariable(variable, coming);
        Environment.SetEnvironmentVariable(variable + "_NEXT", null);
        Assert.Equal(0, (await Run.OfAsync(site.Folder, "verify", "--group", group.Slug)).Code);
        Environment.SetEnvironmentVariable(variable, old);
        Assert.Equal(1, (await Run.OfAsync(site.Folder, "verify", "--group", group.Slug)).Code);
        Environment.SetEnvironmentVariable(variable, null);
    }
}

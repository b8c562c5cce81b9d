using System.Reflection;
using SafeSpace.Core.Data;

namespace SafeSpace.Core.Tests.Architecture;

public sealed class ModuleTests
{
    private const string Planted = "SafeSpace.Core.Tests.Architecture.Planted";

    private static readonly Assembly Core = typeof(House).Assembly;

    [Fact]
    public void Rooms_know_only_the_rooms_they_may() => Assert.Empty(Modules.Broken(Core, "SafeSpace.Core"));

    [Fact]
    public void A_room_that_knows_too_much_is_found()
    {
        var found = Modules.Broken(typeof(ModuleTests).Assembly, Planted);
        Assert.Equal("Register -> Diary (Knows uses Entry)", Assert.Single(found));
    }

    /// <summary>Storing accounts and hashing passwords is the identity library's; it brings no web server with it.</summary>
    private static readonly string[] AllowedOfAspNet = ["Microsoft.AspNetCore.Identity.EntityFrameworkCore", "Microsoft.AspNetCore.Cryptography.KeyDerivation", "Microsoft.AspNetCore.Cryptography.Internal"];

    [Fact]
    public void Core_knows_no_web() => Assert.Empty(WebOf(Core));

    [Fact]
    public void A_project_that_knows_the_web_is_found() => Assert.NotEmpty(WebOf(typeof(Web.WebHost).Assembly));

    [Fact]
    public void Recorded_rows_change_only_through_the_writer()
    {
        Assert.Empty(PastTheWriter(Core.GetTypes()));
        Assert.Empty(PastTheWriter(typeof(Web.WebHost).Assembly.GetTypes()));
    }

    [Fact]
    public void A_change_past_the_writer_is_found()
    {
        var found = PastTheWriter(typeof(ModuleTests).Assembly.GetTypes().Where(t => t.Namespace == Planted));
        Assert.Equal("PastTheWriter: ExecuteDeleteAsync of Contact", Assert.Single(found));
    }

    private static List<string> WebOf(Assembly assembly) =>
        [.. assembly.GetReferencedAssemblies().Select(a => a.Name!).Where(n => n.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) && !AllowedOfAspNet.Contains(n))];

    private static List<string> PastTheWriter(IEnumerable<Type> types) =>
        [.. from type in types
            from method in Il.MethodsOf(type)
            from called in Il.MembersOf(method).OfType<MethodInfo>()
            where called.Name is "ExecuteDelete" or "ExecuteDeleteAsync" or "ExecuteUpdate" or "ExecuteUpdateAsync" && called.IsGenericMethod
            let row = called.GetGenericArguments()[0]
            where typeof(IRecorded).IsAssignableFrom(row)
            select $"{type.Name}: {called.Name} of {row.Name}"];
}

namespace SafeSpace.Core.Shared;

/// <summary>Who makes a change: a signed-in account, an API token, or the command line. The name is what the record shows.</summary>
public sealed record Actor(UserId? Id, string Name)
{
    public static readonly Actor CommandLine = new(null, "command line");

    public static readonly Actor System = new(null, "Safe Space");
}
